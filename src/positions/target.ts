import type { PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { resolveActor } from '../actors/resolve.js'
import type { Word } from '../language/words.js'
import type { Statement } from '../statements/statement.js'
import type { ActKind } from './act.js'
import type { Reading } from './reading.js'

/** Who is meant by a name. */
export interface PartyNames {
  /** By name or surname, lower case: the speakers of the case. */
  readonly speakers: ReadonlyMap<string, PartyId>
  readonly gazetteer: Gazetteer
}

/** Every name and surname of the speakers; a name that two parties share is left out. */
export function partyNames(statements: readonly Statement[], gazetteer: Gazetteer): PartyNames {
  const found = new Map<string, Set<PartyId>>()
  for (const { speaker, principal } of statements) {
    for (const actor of [speaker, principal]) {
      if (!actor?.party) continue
      const words = actor.name.toLowerCase().split(' ')
      for (const name of new Set([actor.name.toLowerCase(), words.at(-1) ?? ''])) {
        if (name.length > 1) found.set(name, (found.get(name) ?? new Set()).add(actor.party))
      }
    }
  }
  const speakers = new Map(
    [...found].flatMap(([name, parties]) => (parties.size === 1 ? [[name, [...parties][0] ?? '']] : [])),
  )
  return { speakers, gazetteer }
}

/** Acts whose verb takes the party it is addressed to or directed against as its object. */
const addressed = new Set<ActKind>(['REQUEST', 'DEMAND', 'ACCUSE', 'THREATEN', 'SUPPORT', 'CONSULT'])
const reach = 8

/**
 * Whom an act is addressed to and whom it would serve.
 *
 * Only the object right behind the deciding verb is a target, only a name behind "for" a beneficiary: a party that is
 * merely spoken of is neither.
 */
export function targetOf(
  reading: Reading,
  words: readonly Word[],
  party: PartyId | null,
  names: PartyNames,
): { readonly target: PartyId | null; readonly beneficiary: PartyId | null } {
  const { act, cue } = reading
  if (!act || !cue) return { target: null, beneficiary: null }
  const behind = words.slice(cue.until, cue.until + reach)
  let target: PartyId | null = null
  if (cue.performs && addressed.has(act)) {
    const stop = behind.findIndex((_, i) => endsObject(behind, i, act))
    target = partyIn(without(stop < 0 ? behind : behind.slice(0, stop), act), names)
  }
  const preposition = words.findIndex((word, i) => i >= cue.until && word.lemma === 'for')
  const beneficiary = preposition < 0 ? null : partyIn(words.slice(preposition + 1, preposition + 4), names)
  return { target: target === party ? null : target, beneficiary }
}

/** Where the object ends: at a verb, a mark, "that", or a preposition that turns to something else ("guarantees against ..."). */
function endsObject(words: readonly Word[], i: number, act: ActKind): boolean {
  const word = words[i]
  if (!word || word.pos === 'VERB' || word.pos === 'PUNCT' || word.lemma === 'that') return true
  if (word.pos !== 'ADP' || words[i - 1]?.pos !== 'NOUN') return false
  return !toAddressee.has(word.lemma) && !byAct[act]?.has(word.lemma)
}

const toAddressee = new Set(['of', 'from', 'to', 'on', 'upon', 'by'])
/** Prepositions behind a noun that lead to the one addressed: "war against", "talks with", "support for". */
const byAct: Partial<Record<ActKind, ReadonlySet<string>>> = {
  THREATEN: new Set(['against', 'with']),
  ACCUSE: new Set(['against']),
  CONSULT: new Set(['with', 'between']),
  SUPPORT: new Set(['for', 'with']),
}

/** The object without names that only say what kind of thing it is: "Ostavian troops" are of Ostavia, "an Ostavian visa" is not. */
function without(words: readonly Word[], act: ActKind): readonly Word[] {
  // Whoever condemns a deed or praises one turns to those who did it.
  if (act === 'ACCUSE' || act === 'SUPPORT') return words
  return words.filter((word, i) => {
    const next = words[i + 1]
    return !(word.pos === 'PROPN' && next?.pos === 'NOUN' && !body.has(next.lemma))
  })
}

const body = new Set(
  'government authority official leader leadership president minister ministry envoy ambassador diplomat army military force troop soldier side delegation negotiator counterpart parliament cabinet people rebel fighter lawmaker premier chancellor representative team group movement party commander general spokesman spokeswoman administration junta regime'.split(
    ' ',
  ),
)

/**
 * The other party whose act the speaker merely reports: the subject right before the deciding words.
 *
 * "Officials noted that Putin had agreed": an acceptance by Russia, as others tell it.
 */
export function reportedParty(
  reading: Reading,
  words: readonly Word[],
  contentFrom: number,
  party: PartyId | null,
  names: PartyNames,
): PartyId | null {
  const { act, cue } = reading
  if (!act || !cue || !reportable.has(act) || cue.from < contentFrom) return null
  // "Would get nothing": refused to the subject, not by it.
  if (suffered.has(words[cue.from]?.lemma ?? '')) return null
  const before = words.slice(Math.max(contentFrom, cue.from - reach), cue.from)
  const lastVerb = before.findLastIndex(word => word.pos === 'VERB' || word.pos === 'PUNCT')
  const subject = partyIn(before.slice(lastVerb + 1), names)
  if (subject === null || subject === party) return null
  // Of a speaker whose party is unknown, only what is told as done is surely another's.
  const isDone = words.slice(Math.max(contentFrom, cue.from - 3), cue.from).some(({ lemma }) => lemma === 'have')
  return party !== null || isDone ? subject : null
}

const suffered = new Set(['get', 'receive'])

/** Acts that bind the party that does them: no other can do them for it. */
const reportable = new Set<ActKind>(['OFFER', 'ACCEPT', 'CONCEDE', 'REJECT'])

/** The first party that `words` name: a speaker of the case before all others; null where they name none. */
export function partyIn(words: readonly Word[], names: PartyNames): PartyId | null {
  for (const word of words) {
    if (word.pos !== 'PROPN') continue
    const party = names.speakers.get(word.text.toLowerCase())
    if (party) return party
  }
  if (!words.some(word => word.pos === 'PROPN')) return null
  return resolveActor(words.map(word => word.text).join(' '), names.gazetteer).party
}
