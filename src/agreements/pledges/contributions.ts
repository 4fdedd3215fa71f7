import type { PartyId } from '../../actors/actor.js'
import type { Gazetteer } from '../../actors/gazetteer.js'
import { slice } from '../../language/span.js'
import type { Act, ActKind } from '../../positions/act.js'
import type { Report } from '../../reports/report.js'
import type { PledgeEvidence } from '../pledges.js'
import { namedBefore } from './contributors.js'
import { type ContributionKind, earliest, kindIn } from './kinds.js'
import lexicon from './lexicon.json' with { type: 'json' }

export type Standing = 'pledged' | 'considered' | 'claimed' | 'refused'

/** What one statement says of one party's contribution. */
export interface Contribution {
  readonly party: PartyId
  readonly kind: ContributionKind
  readonly standing: Standing | 'rejected'
  readonly by: PartyId | null
  /** Of a rejection: whose contribution. */
  readonly whose: readonly PartyId[]
  readonly act: ActKind | null
  readonly redLine: boolean
  readonly condition: string | null
  readonly evidence: PledgeEvidence
}

/** What the statements of a case say of contributions, in their order. */
export function contributionsIn(
  acts: readonly Act[],
  reports: readonly Report[],
  gazetteer: Gazetteer,
): Contribution[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  return acts.flatMap((act, i) => {
    const text = texts.get(act.statement.report)
    if (text === undefined || act.party === null || act.mode === 'hypothetical') return []
    const before = acts[i - 1]
    const after = acts[i + 1]
    const place = placeOf(text, act, after?.statement.report === act.statement.report ? after : undefined)
    const earlier = before?.statement.report === act.statement.report ? before : undefined
    return read({ act, party: act.party, text, place, earlier, gazetteer })
  })
}

interface Reading {
  readonly act: Act
  readonly party: PartyId
  /** The report's. */
  readonly text: string
  readonly place: { readonly start: number; readonly end: number }
  /** The statement before it in the same report. */
  readonly earlier: Act | undefined
  readonly gazetteer: Gazetteer
}

const offering: ReadonlySet<ActKind | null> = new Set(['OFFER', 'ACCEPT', 'CONCEDE', 'SUPPORT', 'PROPOSE'])

function read(reading: Reading): Contribution[] {
  const { act, party, text, place, earlier } = reading
  const words = ownWords(reading)
  const low = words.toLowerCase()
  const own = kindIn(words)
  // "... may take on that role": which role, the statement before says.
  const kind = own && !isWeak(own.kind, low) ? own : (carriedOver(low, earlier) ?? own)
  if (!kind) return []
  const refusal = earliest(low, lexicon.doubleNegation) === null ? earliest(low, lexicon.refusal) : null
  const made = (
    more: Pick<Contribution, 'party' | 'standing' | 'by'> & { whose?: readonly PartyId[] },
  ): Contribution => ({
    whose: [],
    ...more,
    kind: kind.kind,
    act: act.act,
    redLine: act.redLine,
    condition: act.condition?.text ?? conditionIn(words),
    evidence: {
      statement: act.statement.id,
      report: act.statement.report,
      start: act.statement.start,
      end: Math.max(place.end, act.statement.end),
      quote: text.slice(act.statement.start, Math.max(place.end, act.statement.end)),
    },
  })
  if (act.act === 'REJECT' || act.act === 'THREATEN') {
    if (act.act === 'THREATEN' && kind.kind === 'guarantee') return []
    const { parties } = namedBefore(reading, words, words.length)
    const isOwn =
      parties.includes(party) ||
      (parties.length === 0 && (refusal === null ? refusesToGive(text, act, low) : gives(low.slice(refusal))))
    if (isOwn && act.act === 'REJECT') return [made({ party, standing: 'refused', by: party })]
    const whose = parties.filter(one => one !== party).slice(0, 1)
    // "NATO troops": theirs; "troops to Ostrel": Ostrel is where they would go.
    const isTheirs = whose.length > 0 && namedBefore(reading, words, kind.at + 12).parties.includes(whose[0] ?? '')
    return [made({ party, standing: 'rejected', by: party, whose: isTheirs ? whose : [] })]
  }
  const firm = earliest(low, lexicon.firm)
  const hedged = earliest(low, lexicon.hedged)
  const isInCue = offering.has(act.act) && firmCue(text, act)
  if (firm === null && hedged === null && !isInCue) return []
  const willing = Math.min(firm ?? Number.POSITIVE_INFINITY, hedged ?? Number.POSITIVE_INFINITY)
  const { parties } = namedBefore(reading, words, Number.isFinite(willing) ? Math.max(willing, 1) : 0)
  const isPlain = isInCue || (firm !== null && firm === willing)
  const others = parties.filter(one => one !== party)
  if (others.length > 0) return others.map(other => made({ party: other, standing: 'claimed', by: party }))
  if (!offering.has(act.act) && act.act !== null) return []
  return [
    made({
      party,
      standing: isPlain && act.act !== null && act.strength !== 'hedged' ? 'pledged' : 'considered',
      by: party,
    }),
  ]
}

/** What is said, of the same length as it stands, without the condition and without the name of who says it. */
function ownWords({ act, text, place }: Reading): string {
  const blank = (words: string, start: number, end: number) =>
    words.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + words.slice(Math.max(start, end))
  let words = slice(text, place)
  for (const { start, end } of [...act.statement.source, ...(act.condition ? [act.condition] : [])])
    if (start >= place.start && end <= place.end) words = blank(words, start - place.start, end - place.start)
  return words
}

/** The words from the content's beginning to the end of its sentence, or to where the next statement begins. */
function placeOf(text: string, { statement }: Act, after: Act | undefined): { start: number; end: number } {
  const content = statement.content[0]?.start ?? statement.start
  // "Conveyed Ostrel's readiness": the willing stands in the attribution.
  const willing = statement.cue.find(
    cue => cue.start < content && earliest(slice(text, cue).toLowerCase(), lexicon.firm) !== null,
  )
  const start = willing?.start ?? content
  const limit = Math.min(text.length, statement.end + 300)
  const next = after && after.statement.start >= statement.end ? after.statement.start : limit
  const rest = text.slice(statement.end, Math.min(limit, next))
  const isEnded = /[.!?]["”’']?$/.test(text.slice(start, statement.end).trimEnd())
  const stop = isEnded ? 0 : (/[.!?]["”’']?(?=\s|$)|\n/.exec(rest)?.index ?? (next < limit ? rest.trimEnd().length : 0))
  return { start, end: Math.max(statement.end, statement.end + stop) }
}

const weak = (kind: ContributionKind): readonly string[] => lexicon.kinds.find(({ id }) => id === kind)?.weak ?? []

const isWeak = (kind: ContributionKind, low: string): boolean =>
  earliest(low, lexicon.kinds.find(({ id }) => id === kind)?.terms ?? []) === null && earliest(low, weak(kind)) !== null

function carriedOver(low: string, earlier: Act | undefined): { kind: ContributionKind; at: number } | null {
  const at = earliest(low, ['that role', 'such a role', 'that task', 'such a deployment', 'this idea', 'such a force'])
  const kind = at === null || earlier === undefined ? null : kindIn(earlier.said)
  return kind && at !== null ? { kind: kind.kind, at } : null
}

/** Whether a verb of giving follows: "will not send troops" is said of one's own. */
const gives = (low: string): boolean => earliest(low.slice(0, 60), lexicon.ownGive) !== null

/** "Ruled out sending troops", not "ruled out the idea of sending troops". */
function refusesToGive(text: string, act: Act, low: string): boolean {
  const opening = low.trimStart().slice(0, 40)
  return (
    earliest(cueOf(text, act), lexicon.refusalCues) !== null &&
    gives(opening) &&
    earliest(opening, lexicon.asks) === null
  )
}

const cueOf = (text: string, { statement }: Act): string =>
  statement.cue
    .map(span => slice(text, span))
    .join(' ')
    .toLowerCase()

/** "offered", "pledged": the attribution itself is what promises. */
const firmCue = (text: string, act: Act): boolean =>
  earliest(cueOf(text, act), ['offer', 'pledge', 'promise', 'commit', 'volunteer', 'vow']) !== null

/** "should a ceasefire be reached", where the record has no condition of the statement. */
function conditionIn(words: string): string | null {
  const low = words.toLowerCase()
  const at = earliest(low, lexicon.conditions)
  if (at === null || at === 0) return null
  const clause = /^[^,;.!?"”]*/u.exec(words.slice(at))?.[0].trim() ?? ''
  return clause === '' ? null : clause
}
