import type { Span } from '../../../language/span.js'
import type { Word } from '../../../language/words.js'
import { type Clause, eventClass, isSaying } from './clauses.js'
import type { Fact, FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }

/** How a verb is said to bind: "must leave", "may leave"; and whether it is said or denied. */
interface Duty extends Span {
  readonly modality: string
  readonly negated: boolean
}

const modalityOf = new Map(
  Object.entries(data.modalities).flatMap(([name, phrases]) => phrases.map(phrase => [phrase, name] as const)),
)
const apart = new Set(data.apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
const light = new Set(data.light)
const conditional = new Set(data.conditional)
const negators = new Set(data.negators)
const undoing = new Set(data.undoing)

/** How bindingly one speaker said one thing: "must leave" against "may leave". */
export const modalities: FactKind<Duty> = {
  kind: 'modality',
  ofOneSpeaker: () => true,
  least: data.least.clause,
  areApart: (a, b) => a.negated === b.negated && apart.has(`${a.modality} ${b.modality}`),
  find: (clause, report) => duties(clause).map(value => factOf('modality', clause, report.id, value)),
}

/** Whether one speaker said that something will be: "will send" against "will not send". Conditions leave both possible. */
export const polarities: FactKind<Duty> = {
  kind: 'polarity',
  ofOneSpeaker: () => true,
  least: data.least.clause,
  areApart: (a, b) => a.negated !== b.negated && a.modality === b.modality,
  find: (clause, report) =>
    clause.sentence.words.some(({ lemma, pos }) => conditional.has(lemma) || (undoing.has(lemma) && pos === 'VERB'))
      ? []
      : [...duties(clause), ...deeds(clause)].map(value => factOf('polarity', clause, report.id, value)),
}

type Found = Duty & { readonly key: string }

function factOf(kind: 'modality' | 'polarity', clause: Clause, report: string, value: Found): Fact<Duty> {
  return { kind, report, clause, key: value.key, value, words: value }
}

/** At most one a clause: the first modal with the verb that it governs. */
function duties({ words }: Clause): Found[] {
  for (let at = 0; at < words.length; at++) {
    const modal = modalAt(words, at)
    if (!modal) continue
    // "Should both governments ask": a condition, not a duty.
    if (at === 0 && modal.name === 'recommendation') return []
    const behind = at + modal.length
    const verb = words.findIndex(
      (word, i) => i >= behind && i < behind + 5 && (isVerb(word) || isBare(words, behind, i)),
    )
    const governed = words[verb]
    if (!governed || isSaying(governed)) return []
    const noun = light.has(governed.lemma) ? words.slice(verb + 1).find(({ pos }) => pos === 'NOUN') : undefined
    if (light.has(governed.lemma) && !noun) return []
    const negated = words.slice(at, verb).some(({ text }) => negators.has(text.toLowerCase()))
    const key = noun ? `${governed.lemma} ${noun.lemma}` : (eventClass(governed) ?? governed.lemma)
    return [{ start: words[at]!.start, end: governed.end, modality: modal.name, negated, key }]
  }
  return []
}

/** A verb, or a participle that the tagger took for an adjective ("should be formalized"). */
function isVerb({ pos, text }: Word): boolean {
  return pos === 'VERB' || (pos === 'ADJ' && /(?:ed|en)$/.test(text))
}

/** The word right behind a modal is its verb, whatever the tagger took it for ("should open the dam"). */
function isBare(words: readonly Word[], behind: number, at: number): boolean {
  const { pos, text } = words[at]!
  const skipped = words.slice(behind, at).every(word => word.pos === 'ADV' || word.pos === 'PART')
  return skipped && (pos === 'ADJ' || pos === 'NOUN') && text === text.toLowerCase() && words[at + 1]?.pos !== 'VERB'
}

/** What is told as done, or as not done: "have left", "did not sign". */
function deeds({ words, subject }: Clause): Found[] {
  // Who did it must be named: "she didn't" may be anybody's answer to anything.
  if (subject.size === 0) return []
  const at = words.findIndex(word => word.pos === 'VERB' && !light.has(word.lemma))
  const verb = words[at]
  if (!verb || isSaying(verb) || modalAtAny(words) || !isDone(words, at)) return []
  const negated = words.slice(Math.max(0, at - 3), at).some(({ text }) => negators.has(text.toLowerCase()))
  const from = words[Math.max(0, at - (negated ? 2 : 1))]!
  return [{ start: from.start, end: verb.end, modality: 'fact', negated, key: eventClass(verb) ?? verb.lemma }]
}

function isDone(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at)
  const text = words[at]!.text.toLowerCase()
  if (before.some(({ lemma }) => lemma === 'to') || text.endsWith('ing')) return false
  return before.some(({ pos }) => pos === 'AUX') || text !== words[at]!.lemma
}

function modalAtAny(words: readonly Word[]): boolean {
  return words.some((_, at) => modalAt(words, at) !== undefined)
}

function modalAt(words: readonly Word[], at: number): { readonly name: string; readonly length: number } | undefined {
  for (let length = 3; length > 0; length--) {
    const name = modalityOf.get(
      words
        .slice(at, at + length)
        .map(({ text }) => text.toLowerCase())
        .join(' '),
    )
    if (name && at + length <= words.length) return { name, length }
  }
  return undefined
}
