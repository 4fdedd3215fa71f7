/**
 * Terms by the 32-bit hashes of their words; a term is the place in the order of entering.
 *
 * Open addressing on typed arrays: a `Map` keeps hashes above 2³¹ as objects, and takes five times as long.
 */
export class TermTable {
  #hashes = new Uint32Array(1 << 12)
  /** Term plus one; 0 where a slot is free. */
  #terms = new Int32Array(1 << 12)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The term of a hash; -1 where it has none. */
  get(hash: number): number {
    return this.#terms[this.#slot(hash)]! - 1
  }

  /** Enters a hash that has no term yet; returns its term. */
  add(hash: number): number {
    if (2 * this.#size >= this.#terms.length) this.#grow()
    const slot = this.#slot(hash)
    this.#hashes[slot] = hash
    this.#terms[slot] = ++this.#size
    return this.#size - 1
  }

  /** Takes back the hash that was entered last: an older one may stand behind another in its run of slots. */
  takeBack(hash: number): void {
    const slot = this.#slot(hash)
    if (this.#terms[slot] !== this.#size) throw new Error('Only the last term can be taken back.')
    this.#terms[slot] = 0
    this.#size--
  }

  #slot(hash: number): number {
    const last = this.#terms.length - 1
    let slot = Math.imul(hash, 0x9e3779b1) & last
    while (this.#terms[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & last
    return slot
  }

  #grow(): void {
    const hashes = this.#hashes
    const terms = this.#terms
    this.#hashes = new Uint32Array(2 * terms.length)
    this.#terms = new Int32Array(2 * terms.length)
    const byTerm = new Uint32Array(this.#size)
    terms.forEach((term, slot) => {
      if (term > 0) byTerm[term - 1] = hashes[slot]!
    })
    byTerm.forEach((hash, term) => {
      const slot = this.#slot(hash)
      this.#hashes[slot] = hash
      this.#terms[slot] = term + 1
    })
  }
}
