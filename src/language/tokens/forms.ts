import { character, classOf } from './characters.js'
import type { Tokens } from './tokens.js'

/**
 * What the models see of each token, as 32-bit hashes: 0 stands for "nothing there".
 *
 * Quotation marks and apostrophes of every kind count as one, digits as 0, so that style does not decide.
 */
export interface Forms {
  /** The word as written. */
  readonly word: Int32Array
  /** In lower case. */
  readonly lower: Int32Array
  /** Its last two and three letters, in lower case, and its first three. */
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly prefix3: Int32Array
  /** Runs of capitals, small letters, digits and marks: "Xx", "X.X.", "0". */
  readonly shape: Int32Array
  /** The lower-case word without its inflection, roughly: "insisted", "insists" and "insisting" are one. */
  readonly stem: Int32Array
}

/** Only so much of a token is read: a token may be a megabyte long. */
const longest = 40

/** One step of the hash that all features are made with. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(Math.imul(hash, 0x85ebca6b) ^ value, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** The hash of a lower-case word, as in `Forms.lower`. */
export function hashOf(word: string): number {
  let hash = seed
  for (let i = 0; i < Math.min(word.length, longest); i++) hash = mix(hash, word.charCodeAt(i))
  return hash
}

const seed = 0x51ed270b
const units = new Uint16Array(longest)

export function forms(tokens: Tokens): Forms {
  const { count, text } = tokens
  const made = {
    word: new Int32Array(count),
    lower: new Int32Array(count),
    suffix2: new Int32Array(count),
    suffix3: new Int32Array(count),
    prefix3: new Int32Array(count),
    shape: new Int32Array(count),
    stem: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const start = tokens.start[i]!
    const length = Math.min(tokens.end[i]! - start, longest)
    let word = seed
    let lower = seed
    let shape = seed
    let last = 0
    for (let k = 0; k < length; k++) {
      const unit = plain(text.charCodeAt(start + k))
      const small = lowerUnit(unit)
      units[k] = small
      word = mix(word, unit)
      lower = mix(lower, small)
      const kind = small !== unit ? 20 : shapeOf(unit)
      if (kind !== last) shape = mix(shape, kind)
      last = kind
    }
    made.word[i] = word
    made.lower[i] = lower
    made.shape[i] = shape
    let suffix = mix(seed, units[length - 1]!)
    suffix = length > 1 ? mix(suffix, units[length - 2]!) : suffix
    made.suffix2[i] = suffix
    made.suffix3[i] = length > 2 ? mix(suffix, units[length - 3]!) : suffix
    let prefix = seed
    for (let k = 0; k < Math.min(3, length); k++) prefix = mix(prefix, units[k]!)
    made.prefix3[i] = prefix
    made.stem[i] = stemOf(length)
  }
  return made
}

function plain(unit: number): number {
  if (unit < 128) return unit >= 48 && unit <= 57 ? 48 : unit
  const kind = classOf(unit)
  if (kind === character.apostrophe) return 39
  if (kind === character.quote) return 34
  if (kind === character.digit) return 48
  return unit
}

function shapeOf(unit: number): number {
  const kind = classOf(unit)
  return kind === character.mark ? 100 + unit : kind
}

const lowered = new Uint16Array(0x10000)
function lowerUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  if (lowered[unit] === 0) {
    const small = String.fromCharCode(unit).toLowerCase()
    lowered[unit] = small.length === 1 ? small.charCodeAt(0) : unit
  }
  return lowered[unit]!
}

const [letterE, letterS, letterD, letterI, letterN, letterG, letterY] = [101, 115, 100, 105, 110, 103, 121]

/** Takes -s, -es, -ed, -d, -ing and a doubled consonant or final e off `units`. */
function stemOf(length: number): number {
  let n = length
  const at = (back: number) => (n > back ? units[n - 1 - back]! : 0)
  if (n > 3 && at(0) === letterS && at(1) !== letterS) n -= 1
  else if (n > 4 && at(0) === letterD && at(1) === letterE) n -= 2
  else if (n > 5 && at(0) === letterG && at(1) === letterN && at(2) === letterI) n -= 3
  if (n > 3 && at(0) === letterE) n -= 1
  if (n < length && n > 3 && at(0) === at(1) && at(0) !== letterS) n -= 1
  let hash = seed
  for (let k = 0; k < n; k++) hash = mix(hash, k === n - 1 && units[k] === letterI ? letterY : units[k]!)
  return hash
}
