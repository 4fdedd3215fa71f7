import { type Sentence, sentences, type Word } from '../../language/words.js'
import type { Act, ActKind } from '../act.js'
import { type PartyNames, partyIn } from '../target.js'
import data from './claims.json' with { type: 'json' }
import type { Sources } from './sources.js'

/** What a speaker says that another party did: it binds nobody until that party says so. */
export interface Claim {
  readonly act: Act
  readonly about: string
  readonly did: ActKind
}

const doing = new Map(
  Object.entries(data.verbs).flatMap(([act, lemmas]) => lemmas.map(lemma => [lemma, act as ActKind] as const)),
)
const nouns = new Map(Object.entries(data.nouns).map(([noun, act]) => [noun, act as ActKind]))
const isPerson = /^\p{Lu}[^\s]*(?: \p{Lu}[^\s]*)+$/u
const unsaid = new Set(data.unsaid)

/** The claims in what is reported of other parties, one a statement. */
export function claims(acts: readonly Act[], names: PartyNames, sources: Sources): Claim[] {
  return acts.flatMap(act => {
    const { statement } = act
    // A person of no known party may well speak for the one that is spoken of.
    if (statement.layer !== 'statement' || (act.party === null && isPerson.test(statement.speaker.name))) return []
    const text = sources.text(statement.report)
    const own = sentences(text, statement).flatMap((sentence: Sentence) => sentence.words)
    const content = own.filter(word =>
      statement.content.some(({ start, end }) => start <= word.start && word.end <= end),
    )
    const found = statement.direct ? undefined : doneIn(content, names)
    const answered = found ?? answerIn(own, act)
    return answered && answered.about !== act.party ? [{ act, ...answered }] : []
  })
}

/** "that Putin had agreed to the meeting": a party, then a deed that is done. */
function doneIn(words: readonly Word[], names: PartyNames): Omit<Claim, 'act'> | undefined {
  for (const [at, word] of words.entries()) {
    const did = doing.get(word.lemma)
    if (!did || word.pos !== 'VERB' || !isDone(words, at)) continue
    const subject = subjectBefore(words, at)
    const about = subject && partyIn(subject, names)
    if (about) return { about, did }
  }
  return undefined
}

/** A short answer to a question about another's deed ("He has", asked about the other side's acceptance). */
function answerIn(words: readonly Word[], act: Act): Omit<Claim, 'act'> | undefined {
  if (!act.reports) return undefined
  const noun = words.find(({ lemma }) => nouns.get(lemma) === act.reports?.act)
  return noun ? { about: act.reports.party, did: act.reports.act } : undefined
}

/** "had agreed", "has now accepted", "accepted": not "would accept", "agreed?", "was accepted", "has not accepted". */
function isDone(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at)
  const from = before.findLastIndex(({ pos }) => pos === 'PUNCT' || pos === 'VERB')
  const near = before.slice(from + 1)
  if (near.some(({ text, lemma }) => unsaid.has(text.toLowerCase()) || lemma === 'be')) return false
  if (words[at + 1]?.lemma === 'by') return false
  return near.some(({ lemma }) => lemma === 'have') || /(?:ed|led|dropped|gave)$/.test(words[at]!.text.toLowerCase())
}

const reach = 6

function subjectBefore(words: readonly Word[], at: number): readonly Word[] | undefined {
  let end = at
  while (end > 0 && ['AUX', 'ADV', 'PART'].includes(words[end - 1]!.pos)) end--
  let start = end
  while (start > 0 && end - start < reach && ['PROPN', 'ADJ', 'DET', 'NOUN', 'PART'].includes(words[start - 1]!.pos))
    start--
  return start < end ? words.slice(start, end) : undefined
}
