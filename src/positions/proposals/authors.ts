import type { PartyId } from '../../actors/actor.js'
import type { Span } from '../../language/span.js'
import type { Place } from '../../reports/independence.js'
import { breaks, lexicon, submit } from './lexicon.js'
import type { Phrase } from './mentions.js'
import type { Line, PartyHit, Reader, Word } from './reader.js'

/** Who put a proposal forward and to whom, as its sentence tells it. */
export interface Authors {
  readonly by: readonly { readonly party: PartyId; readonly place: Place }[]
  readonly to: readonly { readonly party: PartyId; readonly place: Place }[]
  /** A place that it is called by: "the Paris text". */
  readonly label: string | null
}

/**
 * Authors by the words around a mention: its owner ("Norrholm's plan", "the Egyptian proposal"), who put it forward,
 * by whom it was. A state that it is only about ("the Ukraine plan") is not its author.
 */
export function authorsOf(line: Line, phrase: Phrase, reader: Reader): Authors {
  const { words } = line
  const inside = span(words, phrase.from, phrase.head)
  const modifiers = inside ? reader.parties(inside) : []
  const owners = modifiers.filter(hit => owns(hit, reader.text))
  const named = owners.length > 0 ? owners : (behindBy(line, phrase, reader) ?? putForward(line, phrase, reader))
  const by = distinct(named, reader)
  const place = modifiers.find(({ kind, start }) => kind === 'place' && !owners.some(owner => owner.start === start))
  return { by, to: addressed(line, phrase, reader), label: place ? reader.text.slice(place.start, place.end) : null }
}

/** "Norrholm's", "Egyptian", "US", "Witkoff": it owns; "Ukraine plan", "Paris text" do not. */
function owns({ kind, start, end }: PartyHit, text: string): boolean {
  const words = text.slice(start, end)
  if (/['’]s?$/.test(words) || /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3))) return true
  if (/^-(?:backed|brokered|mediated|supported)/.test(text.slice(end, end + 12))) return false
  if (kind === 'place') return false
  if (kind === 'state' || kind === 'case') return /^[A-Z.]{2,5}$|(?:an|er|ers|ish|ese|[^aeou]i|ic|ch|ss)$/.test(words)
  return true
}

/** "a plan by Egypt", "a plan drafted by Egypt", "was laid before the delegations this week by Solvang". */
function behindBy({ words }: Line, { to }: Phrase, reader: Reader): PartyHit[] | undefined {
  const reach = words.slice(to + 1, to + 22)
  const by = reach.findIndex(({ lower }) => lower === 'by')
  if (by < 0) return undefined
  const between = reach.slice(0, by)
  const isPassive = between.some((word, n) => isSubmission(between, n) && !/ing$|s$/.test(word.lower))
  if (by > 0 && !isPassive) return undefined
  if (between.some(({ text, lower }) => /^[.;]$/.test(text) || lower === 'would')) return undefined
  const behind = reach.slice(by + 1, by + 8)
  const end = behind.findIndex(({ lower }, n) => n > 0 && agentEnds.test(lower))
  const agent = end < 0 ? behind : behind.slice(0, end)
  const from = agent[0]
  const last = agent.at(-1)
  return from && last ? joint(reader.parties({ start: from.start, end: last.end }), reader.text) : undefined
}

/** "by Dermer in Washington last week": where and when say nothing of who. */
const agentEnds = /^(?:in|at|on|during|to|last|this|next|after|before|as|for|[;.])$/

/** The subject of a verb that puts it forward, before it ("Solvang tabled a plan") or behind it ("a plan Solvang tabled"). */
function putForward(line: Line, phrase: Phrase, reader: Reader): PartyHit[] {
  const { words } = line
  for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - 5); at--) {
    // "suggested that a paper might do": that speaks of one, it puts none forward.
    if (breaks.has(words[at]!.lower)) break
    if (!isSubmission(words, at) || isNegated(words, at)) continue
    const isPassive = /^(?:was|were|been|be|being)$/.test(words[at - 1]?.lower ?? '')
    if (!isPassive) return subjectBefore(line, at, 0, reader)
  }
  for (let at = phrase.to + 1; at < Math.min(words.length, phrase.to + 10); at++) {
    const { text } = words[at]!
    if (/^[.;:]$/.test(text)) break
    if (!isSubmission(words, at) || /^(?:was|were|been|be|being)$/.test(words[at - 1]?.lower ?? '')) continue
    if (at > phrase.to + 1) return subjectBefore(line, at, phrase.to + 1, reader)
    break
  }
  return []
}

function subjectBefore({ words }: Line, verb: number, from: number, reader: Reader): PartyHit[] {
  const clause = clauseStart(words, verb, from)
  const last = words[verb - 1]
  const first = words[clause]
  if (!first || !last || clause >= verb) return []
  const pronoun = words.slice(clause, verb).find(({ lower }) => /^(?:he|she|they|we|i)$/.test(lower))
  if (pronoun) {
    const act = reader.acts.find(
      ({ statement }) =>
        statement.start <= pronoun.end && pronoun.start <= statement.end && statement.speaker.party !== null,
    )
    const party = act?.statement.speaker.party
    return party ? [{ start: pronoun.start, end: pronoun.end, party, kind: 'speaker' }] : []
  }
  return joint(reader.parties({ start: first.start, end: last.end }), reader.text)
}

/** Where the clause of the verb begins: behind the last word that opens one. */
function clauseStart(words: readonly Word[], verb: number, from: number): number {
  for (let at = verb - 1; at >= from; at--) {
    const { lower, text } = words[at]!
    // "the envoy who put forward", "Norrholm, which tabled": the subject stands before.
    if (at >= verb - 2 && /^(?:who|which|that)$/.test(lower)) continue
    if (breaks.has(lower) || /^[;:—–]$/.test(text)) return at + 1
  }
  return from
}

/** "The U.S. and Ukraine": several parties joined by "and" act together; of others, the nearest to the verb does. */
function joint(hits: readonly PartyHit[], text: string): PartyHit[] {
  const last = hits.at(-1)
  if (!last) return []
  const found = [last]
  for (let n = hits.length - 2; n >= 0; n--) {
    const hit = hits[n]!
    const between = text.slice(hit.end, found[0]!.start)
    if (
      !/^(?:['’]s)?,? ?(?:and|&|together with|along with)? ?(?:the )?$/.test(between) ||
      !/and|,|&|with/.test(between)
    )
      break
    found.unshift(hit)
  }
  return found
}

const bare =
  /^(?:present|table|float|hand|outline|suggest|submit|propose|circulate|introduce|unveil|publish|lay|set|draft)$/
const governs = /^(?:to|will|would|shall|should|could|can|may|might|must|and|they|we|i|you|\p{L}+s)$/u

export function isSubmission(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.lower ?? ''
  if (!submit.has(verb)) return false
  // "at present", "on the table": a bare form is a verb behind what governs one.
  if (bare.test(verb) && !governs.test(words[at - 1]?.lower ?? '')) return false
  const particles = lexicon.particles[verb]
  return !particles || words.slice(at + 1, at + 5).some(({ lower }) => particles.includes(lower))
}

function isNegated(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:not|never|n['’]t|no)$/.test(lower))
}

/** "to NATO", "put to the council": the party behind the first "to" that follows it closely. */
function addressed({ words }: Line, { head }: Phrase, reader: Reader): Authors['to'] {
  const at = words.findIndex(({ lower }, i) => i > head && i <= head + 2 && lower === 'to')
  if (at < 0) return []
  const until = words[Math.min(words.length - 1, at + 3)]
  if (!until) return []
  const [hit] = reader.parties({ start: words[at]!.end, end: until.end })
  const isNear = hit && /^\s(?:the )?$/.test(reader.text.slice(words[at]!.end, hit.start))
  return isNear ? distinct([hit], reader) : []
}

function distinct(hits: readonly PartyHit[], { report }: Reader): Authors['by'] {
  return [...new Map(hits.map(hit => [hit.party, hit])).values()].map(({ party, start, end }) => ({
    party,
    place: { report, start, end },
  }))
}

function span(words: readonly Word[], from: number, to: number): Span | null {
  const first = words[from]
  const last = words[to]
  return first && last && from < to ? { start: first.start, end: last.start } : null
}
