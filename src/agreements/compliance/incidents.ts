import { modeOf, type NormFile } from '../agreement/norm.js'
import { and, or, type Truth } from '../coverage/truth.js'
import { evaluate, type Setting } from './conditions.js'
import type { Finding } from './finding.js'
import type { LogEntry } from './log.js'
import { isSeen, type Stretch, type Watched } from './observation.js'
import rules from './rules.json' with { type: 'json' }
import { holdsAt, type Steps } from './steps.js'

type Verdict = Omit<Finding, 'norm' | 'next' | 'evidence' | 'from' | 'to'>

/** What bears on a norm as a possible breach, whatever its time: kept, because it does not change while states are found. */
export interface Incident {
  readonly entry: LogEntry
  readonly act: Truth
  readonly zone: Truth
}

/** The entries of the log that may break a norm. O(entries). */
export function incidentsOf(norm: NormFile, { view, matching }: Setting): Incident[] {
  const own = norm.modality === 'prohibition' ? matching.actsOf(norm) : []
  const acts = norm.breachedBy?.acts ?? own
  if (acts.length === 0) return []
  return view.flatMap(entry => {
    if (entry.verification === 'refuted' || entry.duplicateOf !== null || entry.says === 'fulfilled') return []
    const act = matching.isAct(acts, entry.act)
    if (act === 'no' || matching.isAgainst(entry, norm.breachedBy?.target ?? norm.towards) === 'no') return []
    const zone = norm.breachedBy?.area === undefined ? matching.isInZone(entry, norm.zone) : areaOf(norm, entry)
    return zone === 'no' ? [] : [{ entry, act, zone }]
  })

  function areaOf({ breachedBy }: NormFile, entry: LogEntry): Truth {
    const pattern = { acts: [entry.act], area: breachedBy?.area, exceptArea: breachedBy?.exceptArea }
    return entry.verification === 'alleged' ? 'unknown' : matching.isEvent(entry, pattern)
  }
}

/** The exceptions of a norm, over time. */
export const exceptionsOf = (norm: NormFile, setting: Setting): Steps[] =>
  norm.exceptions.map(one => evaluate(one, setting))

/** What decides whether an incident is a breach, besides the incident. */
export interface Bearing extends Pick<Setting, 'matching'> {
  readonly binds: readonly Stretch[]
  readonly exceptions: readonly Steps[]
  readonly sight: readonly Watched[] | null
}

/**
 * What the incidents mean for their norms, found anew only where what bears on them has changed: states are settled in
 * rounds, and most rounds change nothing for most norms.
 */
export function incidentFindings(incidents: (norm: string) => readonly Incident[]) {
  const last = new Map<string, { readonly key: string; readonly findings: readonly Finding[] }>()
  return (norm: NormFile, bearing: Bearing): readonly Finding[] => {
    const key = JSON.stringify([norm.bearers, bearing.binds, bearing.exceptions])
    const before = last.get(norm.id)
    if (before?.key === key) return before.findings
    const findings = incidents(norm.id).flatMap(one => findingOf(norm, one, bearing) ?? [])
    last.set(norm.id, { key, findings })
    return findings
  }
}

/**
 * What an incident means for a norm; null: nothing, as the norm did not bind then, or somebody else is named for it.
 *
 * @param binds the stretches of time in which the norm bound
 * @param sight what could be observed; null: nothing is said of it in the whole agreement
 */
function findingOf(
  norm: NormFile,
  incident: Incident,
  { binds, exceptions, sight, matching }: Bearing,
): Finding | null {
  const { entry } = incident
  const isOver = (one: Stretch) => entry.from <= one.to && entry.to >= one.from
  const isInside = (one: Stretch) => entry.from >= one.from && entry.to <= one.to
  if (!binds.some(isOver)) return null
  const shares = norm.bearers.map(party => ({ party, share: matching.share(entry, [party]) }))
  const all = matching.share(entry, norm.bearers)
  if (all + matching.unknown(entry) < matching.threshold) return null
  const verdict = verdictOf()
  return { norm: norm.id, from: entry.from, to: entry.to, evidence: [entry.id], next: null, ...verdict }

  function verdictOf(): Verdict {
    const none = (rule: Verdict['rule']): Verdict => ({ result: 'cannot assess', party: null, rule, confidence: null })
    const weight = rules.weights[entry.verification]
    const [most] = [...shares].sort((a, b) => b.share - a.share || (a.party < b.party ? -1 : 1))
    const named = most && most.share >= matching.threshold ? most : null
    const disputed = (rule: Verdict['rule']): Verdict => ({
      result: 'disputed',
      party: named?.party ?? null,
      rule,
      confidence: round(all * weight),
    })
    if (!binds.some(isInside)) return none('date-imprecise')
    const excepted = or(exceptions.map(one => holdsAt(one, entry.to)))
    if (excepted === 'yes') return { ...disputed('excepted'), result: 'compliant' }
    if (incident.zone === 'unknown') return none('place-unknown')
    const isSeenByAny =
      entry.verification === 'observed' || entry.verification === 'corroborated' || entry.verification === 'verified'
    if (!isSeenByAny && sight && !isSeen(sight, entry)) return none('unobserved')
    if (!named) return all >= matching.threshold ? disputed('attribution-contested') : none('unattributed')
    if (excepted === 'unknown') return disputed('exception-open')
    if (entry.exempt) {
      const isEstablished = entry.verification === 'verified' && entry.exempt !== 'self-defence-claimed'
      return isEstablished ? { ...disputed('excepted'), result: 'compliant' } : disputed('exemption-claimed')
    }
    if (incident.act === 'unknown') return disputed('act-disputed')
    if (entry.verification === 'alleged') return disputed('alleged-only')
    const confidence = round(named.share * weight)
    return { result: 'violation', party: named.party, rule: 'attributed-breach', confidence }
  }
}

/** What the log says of a norm outright: broken, or fulfilled as well as not. */
export function saidFindings(norm: NormFile, { view, matching }: Setting): Finding[] {
  return view
    .filter(({ norm: of, says, verification }) => of === norm.id && says === 'breached' && verification !== 'refuted')
    .map(entry => {
      const [party] = norm.bearers.filter(one => matching.share(entry, [one]) >= matching.threshold)
      const isAlleged = entry.verification === 'alleged'
      return {
        norm: norm.id,
        result: isAlleged ? ('disputed' as const) : ('violation' as const),
        party: party ?? (norm.bearers.length === 1 && entry.by.length === 0 ? (norm.bearers[0] ?? null) : null),
        from: entry.from,
        to: entry.to,
        rule: isAlleged ? ('alleged-only' as const) : ('said-to-be-broken' as const),
        confidence: round(rules.weights[entry.verification]),
        evidence: [entry.id],
        next: null,
      }
    })
}

/**
 * Whether an entry fulfils a norm, for one of its bearers: what only its own side says, or the mechanism that must verify
 * it has not found, is not known.
 */
export function fulfils(norm: NormFile, entry: LogEntry, bearer: string, { matching }: Setting): Truth {
  if (entry.verification === 'refuted' || entry.duplicateOf !== null) return 'no'
  const isSaid = entry.norm === norm.id && entry.says === 'fulfilled'
  if (!isSaid && (entry.norm !== null || entry.says !== null)) return 'no'
  const isNamed = entry.by.length > 0 || Object.keys(entry.attribution).length > 0
  const acts = norm.fulfilledBy?.acts ?? (norm.modality === 'obligation' ? matching.actsOf(norm) : [])
  const is = isSaid
    ? 'yes'
    : and([
        matching.isAct(acts, entry.act) === 'yes' ? 'yes' : 'no',
        matching.isInZone(entry, norm.zone) === 'no' ? 'no' : 'yes',
        matching.isAgainst(entry, norm.fulfilledBy?.target ?? []),
      ])
  const by = isSaid && !isNamed ? 'yes' : matching.isBy(entry, [bearer])
  const isVerified =
    norm.verifiedBy === undefined || entry.foundBy === norm.verifiedBy || entry.verification === 'verified'
  return and([is, by, isVerified && entry.verification !== 'alleged' ? 'yes' : 'unknown'])
}

export const isKept = (norm: NormFile): boolean => modeOf(norm) === 'maintain'

export const round = (value: number): number => Math.round(value * 1000) / 1000
