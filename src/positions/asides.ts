import type { Word } from '../language/words.js'

/**
 * Which words of a statement tell only who speaks or on what occasion, by index: "Asked whether she would resign, ...",
 * "Brandt, who met the envoys, said ...", "when asked". No act is read off them.
 *
 * `cue`: indices of the words of attribution; a clause that holds them is no aside. O(words).
 */
export function asides(words: readonly Word[], cue: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  const put = (from: number, until: number) => {
    for (let i = from; i < until; i++) found.add(i)
  }
  put(0, opening(words))
  const first = cue[0]
  for (const [i, word] of words.entries()) {
    if (asking.has(word.lemma) && isOccasion(words, i) && !cue.includes(i)) put(i - 1, i + 1)
    if (first === undefined || i >= first || !isRelative(words, i)) continue
    const length = words.slice(i, i + longest).findIndex(({ text }) => text === ',')
    if (length > 0 && i + length < first) put(i, i + length)
  }
  return found
}

/** Words of a clause about a person: beyond that, a comma belongs to something else. */
const longest = 40

const asking = new Set(['ask', 'press', 'question', 'quiz'])

/** "when asked", "if pressed". */
function isOccasion(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lemma
  return (before === 'when' || before === 'if') && /ed$/.test(words[at]?.text ?? '')
}

/** ", who met the envoys, ", "; whose party had split, ": opens a clause about a person. */
function isRelative(words: readonly Word[], at: number): boolean {
  return /^(?:who|whose|whom)$/i.test(words[at]?.text ?? '') && words[at - 1]?.text === ','
}

/** How many words at the start tell only on what occasion something was said. */
function opening(words: readonly Word[]): number {
  const first = words.findIndex(word => word.pos !== 'PUNCT')
  if (!occasions.has(words[first]?.text.toLowerCase() ?? '')) return 0
  const comma = words.findIndex((word, i) => i > first && word.text === ',')
  return comma < 0 ? 0 : comma
}

const occasions = new Set([
  'asked',
  'speaking',
  'pressed',
  'questioned',
  'quizzed',
  'addressing',
  'responding',
  'replying',
])
