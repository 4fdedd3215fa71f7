/** Of a text: the groups, as bits, that have a phrase in it. */
export type PhraseFinder = (text: string) => number

/**
 * A finder of many phrases in one pass over a text (Aho-Corasick), however many phrases there are.
 *
 * `groups`: up to 31 lists of phrases; bit `n` of the answer says that some phrase of list `n` stands in the text.
 */
export function phraseFinder(groups: readonly (readonly string[])[]): PhraseFinder {
  const classes = characterClasses(groups.flat())
  const width = classes.size + 1
  const { next, found } = automaton(groups, classes, width)
  const narrow = Uint8Array.from({ length: 256 }, (_, code) => classes.get(code) ?? 0)
  return text => {
    let state = 0
    let bits = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      state = next[state * width + (code < 256 ? narrow[code]! : (classes.get(code) ?? 0))]!
      bits |= found[state]!
    }
    return bits
  }
}

/** A number from 1 for each character that any phrase uses; 0 stands for all others. */
function characterClasses(phrases: readonly string[]): Map<number, number> {
  const classes = new Map<number, number>()
  for (const phrase of phrases)
    for (let at = 0; at < phrase.length; at++) {
      const code = phrase.charCodeAt(at)
      if (!classes.has(code)) classes.set(code, classes.size + 1)
    }
  return classes
}

/** The table of states: where each leads by each class of character, and what has been found on arrival. */
function automaton(
  groups: readonly (readonly string[])[],
  classes: ReadonlyMap<number, number>,
  width: number,
): { next: Int32Array; found: Int32Array } {
  const states = 1 + groups.flat().reduce((sum, phrase) => sum + phrase.length, 0)
  const next = new Int32Array(states * width)
  const found = new Int32Array(states)
  let last = 0
  for (const [group, phrases] of groups.entries())
    for (const phrase of phrases) {
      let state = 0
      for (let at = 0; at < phrase.length; at++) {
        const edge = state * width + classes.get(phrase.charCodeAt(at))!
        if (next[edge] === 0) next[edge] = ++last
        state = next[edge]!
      }
      found[state]! |= 1 << group
    }
  // Breadth first, so that a state's fallback is done before the state.
  const fallback = new Int32Array(states)
  const queue = [0]
  for (const state of queue)
    for (let one = 1; one < width; one++) {
      const edge = state * width + one
      const elsewhere = state === 0 ? 0 : next[fallback[state]! * width + one]!
      const to = next[edge]!
      if (to === 0) next[edge] = elsewhere
      else {
        fallback[to] = elsewhere
        found[to]! |= found[elsewhere]!
        queue.push(to)
      }
    }
  return { next, found }
}
