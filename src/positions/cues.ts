import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }

/** A cue of the lexicon as it stands in a sentence. */
export interface CueMatch {
  readonly act: ActKind
  /** Whether the words do the act themselves ("rejected") or show it in what is said ("must"). */
  readonly performs: boolean
  readonly strength: 'firm' | 'plain' | 'hedged'
  /** Indices of words; `until` is exclusive. */
  readonly from: number
  readonly until: number
  /** The cue as the lexicon has it. */
  readonly cue: string
}

interface Cue {
  readonly act: ActKind
  readonly performs: boolean
  readonly strength: CueMatch['strength']
  readonly text: string
  /** A set of words, one of which must stand here; or how many words may be passed over. */
  readonly steps: readonly (ReadonlySet<string> | Gap)[]
}

type Gap = 'none-to-three' | 'one-to-three'
const gaps: Readonly<Record<string, Gap>> = { '~': 'none-to-three', _: 'one-to-three' }

const byFirst = new Map<string, Cue[]>()
const verdictVerbs = acts.verdictVerbs.join('|')
for (const act of acts.acts) {
  for (const [performs, cues] of [
    [true, act.performs],
    [false, act.signals],
    [false, act.verdicts.map(verdict => `${verdictVerbs} ~ ${verdict}`)],
  ] as const) {
    for (const text of cues) {
      const strength = text.endsWith('!') ? 'firm' : text.endsWith('?') ? 'hedged' : 'plain'
      const steps = text
        .replace(/[!?]$/, '')
        .split(' ')
        .map(step => gaps[step] ?? new Set(step.split('|')))
      for (const first of typeof steps[0] === 'object' ? steps[0] : []) {
        const cue: Cue = { act: act.id as ActKind, performs, strength, text, steps }
        byFirst.set(first, [...(byFirst.get(first) ?? []), cue])
      }
    }
  }
}

const byNoun = new Map(acts.acts.flatMap(({ id, nouns }) => nouns.map(noun => [noun, id as ActKind] as const)))

/** The act that a noun names ("their demand that"), where the attribution rests on the noun; null where there is none. */
export function namedAct(words: readonly Word[], indices: readonly number[]): CueMatch | null {
  for (const i of indices) {
    const word = words[i]
    const act = word?.pos === 'NOUN' ? byNoun.get(word.lemma) : undefined
    if (act) return { act, performs: true, strength: 'plain', from: i, until: i + 1, cue: word?.lemma ?? '' }
  }
  return null
}

const longestGap = 3

/**
 * Every cue that stands in `words`, in order of place; of cues that open at one word, the longest alone.
 *
 * `attribution`: indices of the words by which the statement is attributed: a participle among them acts, wherever it stands.
 */
export function findCues(words: readonly Word[], attribution: ReadonlySet<number> = new Set()): CueMatch[] {
  const found: CueMatch[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    let best: CueMatch | undefined
    for (const cue of formsOf(word).flatMap(form => byFirst.get(form) ?? [])) {
      const until = matchFrom(words, at, cue)
      if (until === undefined || !(attribution.has(at) || fits(words, at, cue)) || !takes(words, at, until, cue))
        continue
      if (!best || cue.steps.length > stepsOf(best) || (cue.steps.length === stepsOf(best) && until > best.until)) {
        best = { act: cue.act, performs: cue.performs, strength: cue.strength, from: at, until, cue: cue.text }
      }
    }
    if (best) found.push(best)
  }
  return found
}

function stepsOf(match: CueMatch): number {
  return match.cue.split(' ').length
}

/** The dictionary form, the word as it stands, and, for a verb the library does not know, the forms it may have. */
export function formsOf(word: Word): readonly string[] {
  const text = word.text.toLowerCase()
  if (text !== word.lemma) return [word.lemma, text]
  const stem = /^(\p{L}{3,})(?:ing|ed)$/u.exec(text)?.[1]
  return stem ? [text, stem, `${stem}e`, stem.slice(0, -1)] : [text]
}

/** The index after the cue's last word, or undefined. Adverbs may stand anywhere inside a cue. */
function matchFrom(words: readonly Word[], at: number, cue: Cue): number | undefined {
  let i = at
  let gap = 0
  for (const [n, step] of cue.steps.entries()) {
    if (typeof step === 'string') {
      gap += longestGap
      if (step === 'one-to-three') {
        const passed = words[i]
        if (!passed || passed.pos === 'PUNCT') return undefined
        i++
        gap--
      }
      continue
    }
    let tried = 0
    for (;;) {
      const word = words[i]
      if (!word) return undefined
      // The first word was found by one of its forms.
      if (n === 0 || step.has(word.lemma) || step.has(word.text.toLowerCase())) break
      // "A 20-point proposal": what hyphens join is one word.
      if (word.text === '-' && words[i - 1]?.end === word.start && words[i + 1]?.start === word.end) {
        i += 2
        continue
      }
      const mayPass = n > 0 && (word.pos === 'ADV' || tried < gap)
      // What is called "a trap" in quotation marks is called a trap.
      if (n > 0 && isQuotationMark(word)) {
        i++
        continue
      }
      if (!mayPass || word.pos === 'PUNCT' || (word.pos !== 'ADV' && isModalOrPerfect(word))) return undefined
      if (word.pos !== 'ADV') tried++
      i++
    }
    i++
    gap = 0
  }
  return i
}

function isQuotationMark({ text }: Word): boolean {
  return /^["'`“”‘’«»]+$/.test(text)
}

function isModalOrPerfect(word: Word): boolean {
  return word.pos === 'AUX' && word.lemma !== 'be'
}

/** What stands in a cue's gap: "told Ostavia to leave" asks, "told envoys accredited to it" and "told it where to look" do not. */
function takes(words: readonly Word[], at: number, until: number, { act, text }: Cue): boolean {
  const inside = words.slice(at + 1, until - 1)
  if (act === 'REQUEST' && /[~_] to$/.test(text)) {
    const next = words[until]?.pos
    return next !== 'PROPN' && next !== 'DET' && next !== 'NOUN' && !inside.some(({ lemma }) => asking.has(lemma))
  }
  // "Made at the request of" is no request by whoever made it.
  return !text.startsWith('make ~ ') || !/^(?:at|on|in|upon|under)$/.test(inside[0]?.lemma ?? '')
}

const asking = new Set(['where', 'how', 'what', 'when', 'whether', 'why'])

/** "Offering help, ...", ", ruling out a visit": a clause of its own, which the library takes for a noun. */
export function isGerund(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word?.pos !== 'NOUN' || !/^\p{L}{3,}ing$/u.test(word.text)) return false
  const before = words[at - 1]
  const opens = !before || before.pos === 'PUNCT' || before.pos === 'CCONJ' || before.lemma === 'by'
  const after = words[at + 1]
  return opens && after !== undefined && after.text !== 'of' && governed.has(after.pos)
}

const governed = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADP', 'ADJ', 'NUM'])

/** A single verb of the lexicon must be a verb here, and not an attribute ("the proposed truce"). */
function fits(words: readonly Word[], at: number, cue: Cue): boolean {
  if (!cue.performs) return true
  const word = words[at]
  // "at present", "Meet the Press": no verbs, whatever the library takes them for.
  if (word?.pos === 'ADJ' && words[at - 1]?.pos === 'ADP') return false
  if (/^['’]s$/.test(words[at - 1]?.text ?? '') && /^\p{Lu}/u.test(word?.text ?? '')) return false
  if (cue.steps.length > 1) return true
  const before = words[at - 1]
  const after = words[at + 1]
  // The library takes "Ostavia contests the ruling" for a string of nouns.
  const isTakenForNoun =
    word?.pos === 'NOUN' && before?.pos === 'PROPN' && word.text.endsWith('s') && after?.pos === 'DET'
  if (isTakenForNoun || isGerund(words, at)) return true
  if (word?.pos !== 'VERB') return false
  const isAttribute =
    (before?.pos === 'DET' || before?.pos === 'ADJ' || before?.pos === 'ADP') &&
    (after?.pos === 'NOUN' || after?.pos === 'PROPN') &&
    /ed$|en$/.test(word.text)
  // "a paper signed by both sides": the participle describes, it does not act.
  const isReduced =
    after?.lemma === 'by' &&
    /ed$|en$/.test(word.text) &&
    !words.slice(Math.max(0, at - 3), at).some(({ lemma }) => lemma === 'be' || lemma === 'get')
  return !isAttribute && !isReduced
}
