import { spanAt, spansWithin } from '../language/in-order.js'
import type { Span } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import weights from './antecedents.json' with { type: 'json' }
import type { Reading } from './attributions.js'
import { isSaying } from './lexicon.js'
import type { Gender, Mention } from './mentions.js'
import type { Person } from './people.js'
import { verbAfter } from './subjects.js'

/** Whom a pronoun may stand for, with what speaks for and against it. */
export interface Candidate {
  readonly mention: Mention
  readonly features: readonly Feature[]
}

export type Feature = keyof typeof weights.weights

/** "he" or "she" at its place, with whom it may stand for; the first candidate is the one named last. */
export interface Pronoun extends Span {
  readonly candidates: readonly Candidate[]
}

/** How many sentences and how many people a pronoun looks back. */
const reach = 12
const mostCandidates = 8

/** The probability that each candidate is meant; what is missing to 1 is that none of them is. */
export function shares(
  candidates: readonly Candidate[],
  by: Readonly<Record<string, number>> = weights.weights,
): number[] {
  const scores = candidates.map(({ features }) => Math.exp(features.reduce((sum, each) => sum + (by[each] ?? 0), 0)))
  const total = scores.reduce((sum, score) => sum + score, 1)
  return scores.map(score => score / total)
}

/**
 * Whom each "he" and "she" of a report stands for, by where it starts: see `training/antecedents.ts` for the weights.
 *
 * A pronoun that is read counts as a mention for those after it. A pronoun that nobody fits well enough is not in the
 * map. Takes time linear in the text.
 */
export function antecedents(
  reading: Reading,
  mentions: readonly Mention[],
  quoted: readonly Span[],
  eachPronoun: (pronoun: Pronoun, gender: Gender) => Mention | null = likeliest,
): Map<number, Mention> {
  const found = new Map<number, Mention>()
  const history = new History(paragraphsOf(reading))
  for (const [n, sentence] of reading.sentences.entries()) {
    const inside = spansWithin(mentions, sentence)
    let next = 0
    for (const [at, word] of sentence.words.entries()) {
      const mention = inside[next]
      if (mention && word.start >= mention.start) {
        next++
        // Whom speech names is not whom the report goes on about.
        if (spanAt(quoted, mention.start) === undefined) history.add(mention, seenAt(sentence, mention, n))
      }
      const gender = genderOf(word.text)
      if (!gender) continue
      const isQuoted = spanAt(quoted, word.start) !== undefined
      const later = isCataphoric(sentence, at) ? inside[next] : undefined
      const pronoun = { start: word.start, end: word.end }
      const isAfterQuote = /^["”’']+$/.test(sentence.words[at - 1]?.text ?? '')
      const place = { sentence: n, opens: at === 0, isAfterQuote }
      const candidates = history.candidates(place, gender)
      const isLater = candidates.length === 0 && later !== undefined && (later.gender ?? gender) === gender
      const antecedent = isLater ? later : eachPronoun({ ...pronoun, candidates }, gender)
      if (!antecedent) continue
      found.set(word.start, antecedent)
      const mentioned = { ...antecedent, ...pronoun, sentence: n, from: at, to: at }
      if (!isQuoted) history.add(mentioned, { ...seenAt(sentence, mentioned, n), isPronoun: true })
    }
  }
  return found
}

/** The number of the paragraph that each sentence stands in. */
function paragraphsOf({ text, sentences }: Reading): number[] {
  let paragraph = 0
  return sentences.map(({ start }, n) => {
    const before = sentences[n - 1]
    if (before && /[\n\r]/.test(text.slice(before.end, start))) paragraph++
    return paragraph
  })
}

function likeliest({ candidates }: Pronoun): Mention | null {
  const probabilities = shares(candidates)
  const best = candidates[probabilities.indexOf(Math.max(...probabilities))]
  return best && Math.max(...probabilities) >= weights.threshold ? best.mention : null
}

function genderOf(word: string): Gender | null {
  if (/^(?:he|him|his|himself)$/i.test(word)) return 'male'
  return /^(?:she|her|hers|herself)$/i.test(word) ? 'female' : null
}

/** "When he spoke, Varo said", "In his speech, Varo said": the one meant may be named after it. */
function isCataphoric({ words }: Sentence, at: number): boolean {
  const opener = words[0]
  if (at === 0 || at > 6 || !opener) return false
  return (
    opener.pos === 'ADP' ||
    opener.pos === 'SCONJ' ||
    /^(?:when|while|as|after|before|in|if|although)$/i.test(opener.text)
  )
}

/** How somebody was met last. */
interface Seen {
  readonly sentence: number
  readonly isSubject: boolean
  readonly isSpeaker: boolean
  readonly isOwner: boolean
  readonly isPronoun: boolean
  readonly opensSentence: boolean
}

function seenAt(sentence: Sentence, { from, to }: Mention, n: number): Seen {
  const { words } = sentence
  const owner = /^['’]s?$/.test(words[to + 1]?.text ?? '') || /^(?:his|her)$/i.test(words[from]?.text ?? '')
  const verb = owner ? null : verbAfter(sentence, to)
  const before = words[from - 1]
  const isInverted = !owner && isSaying(before?.text) && !/^(?:that|,)$/.test(words[to + 1]?.text ?? '.')
  return {
    sentence: n,
    isSubject: isInverted || (verb !== null && before?.pos !== 'ADP'),
    isSpeaker: isInverted || (verb !== null && isSaying(verb)),
    isOwner: owner,
    isPronoun: false,
    opensSentence: from === 0 || (from <= 6 && words.slice(0, from).every(({ pos }) => pos !== 'VERB')),
  }
}

/** Where a pronoun stands. */
interface Place {
  readonly sentence: number
  readonly opens: boolean
  readonly isAfterQuote: boolean
}

/** The people met so far, the last first. */
class History {
  private readonly recent: { person: Person; mention: Mention; seen: Seen; times: number }[] = []
  private speaker: Person | null = null

  constructor(private readonly paragraphs: readonly number[]) {}
  add(mention: Mention, seen: Seen): void {
    const at = this.recent.findIndex(({ person }) => person.name === mention.person.name)
    const times = at < 0 ? 0 : (this.recent.splice(at, 1)[0]?.times ?? 0)
    this.recent.unshift({ person: mention.person, mention, seen, times: times + 1 })
    if (this.recent.length > mostCandidates * 4) this.recent.pop()
    if (seen.isSpeaker) this.speaker = mention.person
  }

  candidates({ sentence, opens, isAfterQuote }: Place, gender: Gender): Candidate[] {
    const fits = this.recent
      .filter(
        ({ mention, seen }) =>
          seen.sentence >= sentence - reach && (mention.gender === null || mention.gender === gender),
      )
      .slice(0, mostCandidates)
    const found = fits.map(({ mention, seen, times, person }, n): Candidate => {
      const distance = sentence - seen.sentence
      const features: Feature[] = ['candidate', distanceOf(distance)]
      const add = (feature: Feature, holds: boolean) => holds && features.push(feature)
      add('named last', n === 0)
      add('only one', fits.length === 1)
      add('gender known', mention.gender !== null)
      add('subject', seen.isSubject)
      add('subject just before', seen.isSubject && distance === 1)
      add('subject here', seen.isSubject && distance === 0)
      add('no subject just before', !seen.isSubject && distance === 1)
      add('owner', seen.isOwner)
      add('pronoun', seen.isPronoun)
      add('opens its sentence', seen.opensSentence)
      add('spoke last', this.speaker === person)
      add('spoke last, quotation', this.speaker === person && isAfterQuote)
      add('spoke last, opens', this.speaker === person && opens)
      const isSameParagraph = this.paragraphs[seen.sentence] === this.paragraphs[sentence]
      add('same paragraph', isSameParagraph)
      add('paragraph opens', !isSameParagraph && opens)
      add('named twice', times === 2)
      add('named often', times > 2 && times <= 6)
      add('named throughout', times > 6)
      return { mention, features }
    })
    return found
  }
}

function distanceOf(sentences: number): Feature {
  if (sentences <= 2) return (['same sentence', 'one sentence', 'two sentences'] as const)[sentences] ?? 'far'
  return sentences <= 5 ? 'three to five sentences' : 'far'
}
