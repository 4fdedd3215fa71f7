import type { Sentence, Word } from '../language/words.js'

/** A run of words of one sentence: indices, `to` inclusive. */
export interface Run {
  readonly from: number
  readonly to: number
}

const pronouns = new Set(['he', 'she', 'they', 'we', 'i', 'it', 'you', 'who'])
const linkers = new Set(
  'of from in at for on to with by under near inside between among over against about like across within behind'.split(
    ' ',
  ),
)
/** How somebody stands to what they speak about: "close to", "briefed on". */
const stands =
  /^(?:close|near|familiar|briefed|involved|privy|loyal|allied|aligned|opposed|linked|knowledgeable|working|serving)$/i
const times =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tonight|earlier|later|tomorrow|week|month|year|morning|evening|afternoon|night|weekend|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** Whether the word can belong to a noun phrase. */
export function isNominal(word: Word | undefined): boolean {
  if (!word) return false
  if (isPossessive(word)) return true
  return (
    ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ'].includes(word.pos) &&
    !/^(?:that|which|who|whom|what|there)$/i.test(word.text)
  )
}

/** Whether a noun phrase can end with the word. */
export function isHead(word: Word | undefined): boolean {
  if (!word || isPossessive(word)) return false
  if (['NOUN', 'PROPN'].includes(word.pos)) return true
  if (word.pos === 'PRON') return !/^(?:his|her|its|their|our|my|your|that|which|what)$/i.test(word.text)
  if (/^(?:many|some|others|several|most|both|few|all|officials)$/i.test(word.text)) return true
  // "secretary general", "president elect": the adjective of an office stands after it.
  if (/^(?:general|elect|designate)$/i.test(word.text)) return true
  // A name that the library takes for an adjective.
  return /^\p{Lu}/u.test(word.text) && word.pos === 'ADJ'
}

export function isPossessive(word: Word | undefined): boolean {
  return word !== undefined && /^['’]s?$/.test(word.text)
}

export function isTime(word: Word | undefined): boolean {
  return word !== undefined && times.test(word.text.toLowerCase())
}

export function isPronoun(word: Word | undefined): boolean {
  return word !== undefined && pronouns.has(word.text.toLowerCase())
}

/** The noun phrase that ends at word `to`: its prepositional parts and coordinated names included; null if none does. */
export function phraseEndingAt(sentence: Sentence, to: number): Run | null {
  const { words } = sentence
  if (!isHead(words[to])) return null
  if (isPronoun(words[to])) return { from: to, to }
  let from = to
  while (from > 0) {
    const before = words[from - 1]
    if (!before) break
    const nickname = nicknameStart(words, from - 1)
    if (nickname !== null && /^\p{Lu}/u.test(words[from]?.text ?? '')) {
      from = nickname
      continue
    }
    if (isPronoun(before) || isClosingMark(words, from - 1)) break
    // "In Ostrel last week Velia's minister"
    if (
      isTime(before) &&
      !isPossessive(words[from]) &&
      /^(?:last|this|next|on|late|early)$/i.test(words[from - 2]?.text ?? '')
    )
      break
    // "At the talks of 2022 Velian envoys": a year ends what it dates.
    if (/^(?:19|20)\d\d$/.test(before.text) && /^(?:of|in|since|from)$/i.test(words[from - 2]?.text ?? '')) break
    // "In Ostrel the minister": an article opens a phrase of its own.
    const isOpen = isArticle(words[from]) && !/^(?:all|both|half)$/i.test(before.text)
    if (!isOpen && (isNominal(before) || isJoint(words, from - 1) || isVerbInName(words, from - 1))) {
      from--
      continue
    }
    const text = before.text.toLowerCase()
    const further = words[from - 2]
    // "an official close to the talks"
    if (
      linkers.has(text) &&
      stands.test(further?.text ?? '') &&
      isHead(words[from - 3]) &&
      !isPronoun(words[from - 3])
    ) {
      from -= 3
      continue
    }
    if (linkers.has(text) && isHead(further) && !isPronoun(further) && !isTime(further)) {
      from -= 2
      continue
    }
    if (
      (text === 'and' || text === 'or' || text === '&') &&
      isHead(further) &&
      isName(words[from]) &&
      isName(further)
    ) {
      from -= 2
      continue
    }
    // "Velmara, Dorvania and Norrholm": a list of names.
    if (text === ',' && hasAnd(words, from, to) && further?.pos === 'PROPN' && words[from]?.pos === 'PROPN') {
      from -= 2
      continue
    }
    break
  }
  return { from, to }
}

/** "the Lost Sailors Forum": a participle within a name. */
function isVerbInName(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const isCapital = (each: Word | undefined) => /^\p{Lu}\p{Ll}/u.test(each?.text ?? '')
  // "the Red Cross's", "Houthi-run"
  if (word && isCapital(word) && isCapital(words[at - 1]) && isPossessive(words[at + 1])) return true
  if (word?.pos === 'VERB' && isJoint(words, at - 1) && isHead(words[at - 2])) return true
  return (
    word?.pos === 'VERB' &&
    isCapital(word) &&
    isCapital(words[at + 1]) &&
    (isCapital(words[at - 1]) || /^(?:the|and|of)$/i.test(words[at - 1]?.text ?? ''))
  )
}

function hasAnd(words: readonly Word[], from: number, to: number): boolean {
  return /^and$/i.test(words[from + 1]?.text ?? '') || (words[from + 1]?.text === ',' && from + 2 <= to)
}

/** The name before a nickname whose closing mark stands at `close`: `Anton` in `Anton "Tolly" Brandt`; null where there is none. */
export function nicknameStart(words: readonly Word[], close: number): number | null {
  if (!/^["”“»’')]$/.test(words[close]?.text ?? '')) return null
  const open = [close - 2, close - 3].find(at => /^["“„«‘'(]$/.test(words[at]?.text ?? ''))
  if (open === undefined || open < 1) return null
  const isNamed = [words[open - 1], words[open + 1]].every(word => /^\p{Lu}\p{Ll}/u.test(word?.text ?? ''))
  return isNamed && words[open - 1]?.pos === 'PROPN' && (words[open - 1]?.end ?? 0) < (words[open]?.start ?? 0)
    ? open - 1
    : null
}

/** `sign,' Varo said`: a mark after a stop closes a quotation, it is no possessive. */
function isClosingMark(words: readonly Word[], at: number): boolean {
  return /^['’]$/.test(words[at]?.text ?? '') && words[at - 1]?.pos === 'PUNCT'
}

function isArticle(word: Word | undefined): boolean {
  return word !== undefined && /^(?:the|a|an|this|these|those|its|their|his|her|some|several|many)$/i.test(word.text)
}

/** A hyphen or point within a name: `al-Bashir`, `Jean-Noël`. */
function isJoint(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  const after = words[at + 1]
  return (
    !!word && !!before && !!after && /^[-.]$/.test(word.text) && before.end === word.start && word.end === after.start
  )
}

function isName(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (/^\p{Lu}/u.test(word.text) || word.pos === 'DET' || word.pos === 'PROPN' || word.pos === 'ADJ')
  )
}

/** The noun phrase that starts at word `from`, to its last head; null if none does. */
export function phraseStartingAt(sentence: Sentence, from: number): Run | null {
  const { words } = sentence
  if (isPronoun(words[from])) return { from, to: from }
  let to = -1
  let at = from
  for (; at < words.length; at++) {
    const word = words[at]
    if (!isNominal(word) && !isJoint(words, at)) {
      if (word && linkers.has(word.text.toLowerCase()) && /^(?:of|for|from|in|at)$/i.test(word.text) && to === at - 1) {
        // "accused by Velia of closing the dam": a participle goes on with the verb.
        if (/^\p{Ll}{3,}ing$/u.test(words[at + 1]?.text ?? '') && /VERB|ADP|DET|PRON/.test(words[at + 2]?.pos ?? ''))
          break
        continue
      }
      break
    }
    if (isHead(word) && !isTime(word)) to = at
  }
  return to < from ? null : { from, to }
}

/** The word that a noun phrase is about: `leaders` in "leaders of the two countries", `Costa` in "Council President António Costa". */
export function headOf({ words }: Sentence, { from, to }: Run): number {
  for (let at = from + 1; at <= to; at++) {
    const text = words[at]?.text.toLowerCase() ?? ''
    if ((linkers.has(text) || text === ',' || text === '(') && isHead(words[at - 1])) return at - 1
    if (linkers.has(text) && stands.test(words[at - 1]?.text ?? '') && isHead(words[at - 2])) return at - 2
  }
  return to
}

/** The characters that a run of words covers. */
export function spanOf(sentence: Sentence, { from, to }: Run): { readonly start: number; readonly end: number } {
  return { start: sentence.words[from]?.start ?? sentence.start, end: sentence.words[to]?.end ?? sentence.end }
}
