import { modeOf, type NormFile } from '../agreement/norm.js'
import type { Setting } from './conditions.js'
import { later } from './durations.js'
import type { Finding } from './finding.js'
import { fulfils, round } from './incidents.js'
import type { LogEntry } from './log.js'
import type { Change } from './norm-life.js'
import { isSeen, type Watched } from './observation.js'
import rules from './rules.json' with { type: 'json' }

interface Judged {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** When somebody first said that it is done, without its being established. */
  readonly claimedAt: number | null
}

interface Given {
  readonly setting: Setting
  readonly own: readonly LogEntry[]
  readonly start: number
  readonly until: number
  readonly due: number | null
  readonly sight: readonly Watched[] | null
}

/** Most periods of a periodic norm that are judged one by one. */
const mostPeriods = 5000

/** Whether what was to be done was done, by each bearer, and in time; nothing where the norm is one that is kept. */
export function judged(norm: NormFile, given: Given): Judged {
  const mode = modeOf(norm)
  if (norm.modality === 'permission' || norm.modality === 'power' || mode === 'maintain') {
    return { changes: [], findings: [], claimedAt: null }
  }
  return mode === 'periodic' ? eachPeriod(norm, given) : once(norm, given)
}

function once(norm: NormFile, given: Given): Judged {
  const { due, until } = given
  const each = norm.bearers.map(bearer => ({ bearer, ...doneBy(norm, bearer, given) }))
  const findings = each.flatMap(one => findingOnce(norm, one, given))
  const claims = each.flatMap(({ claimed }) => claimed?.to ?? [])
  const changes: Change[] = []
  const isDone = each.every(({ done }) => done !== null)
  const doneAt = isDone ? Math.max(...each.map(({ done }) => (done as LogEntry).to)) : null
  if (due !== null && due < until && (doneAt === null || doneAt > due)) {
    changes.push({ at: due + 1, state: 'overdue', because: 'the day has passed', evidence: [] })
  }
  if (doneAt !== null) {
    const evidence = each.map(({ done }) => (done as LogEntry).id)
    changes.push({ at: doneAt, state: 'fulfilled', because: 'done', evidence: [...new Set(evidence)] })
  }
  return { changes, findings, claimedAt: claims.length > 0 ? Math.min(...claims) : null }
}

/** The first entry that fulfils the norm for a bearer, and the first that only claims so; a later denial opens it again. */
function doneBy(norm: NormFile, bearer: string, { setting, own, start, until }: Given) {
  let done: LogEntry | null = null
  let claimed: LogEntry | null = null
  let denied: LogEntry | null = null
  for (const entry of own) {
    if (entry.to > until || entry.to < start) continue
    const isDenied = entry.norm === norm.id && entry.says === 'not-fulfilled' && entry.verification !== 'refuted'
    const isOf = entry.by.length === 0 || setting.matching.share(entry, [bearer]) > 0
    if (isDenied && isOf && (denied === null || entry.to < denied.to)) denied = entry
    const is = fulfils(norm, entry, bearer, setting)
    if (is === 'yes' && (done === null || entry.to < done.to)) done = entry
    if (is === 'unknown' && (claimed === null || entry.to < claimed.to)) claimed = entry
  }
  return { done, claimed, denied }
}

function findingOnce(
  norm: NormFile,
  { bearer, done, claimed, denied }: { bearer: string } & ReturnType<typeof doneBy>,
  { due, until, sight }: Given,
): Finding[] {
  const make = (
    result: Finding['result'],
    rule: Finding['rule'],
    entries: readonly LogEntry[],
    confidence: number | null,
    at: number,
  ): Finding => ({
    norm: norm.id,
    result,
    party: result === 'cannot assess' ? null : bearer,
    from: entries[0]?.from ?? at,
    to: at,
    rule,
    confidence,
    evidence: entries.map(({ id }) => id),
    next: null,
  })
  const weight = (entry: LogEntry) => round(rules.weights[entry.verification])
  if (done) {
    const isInTime = due === null || done.to <= due
    if (isInTime) return [make('compliant', 'done-in-time', [done], weight(done), done.to)]
    if (due !== null && done.from <= due) return [make('cannot assess', 'date-imprecise', [done], null, done.to)]
    return norm.strength === 'result'
      ? [make('violation', 'done-late', [done], weight(done), done.to)]
      : [make('compliant', 'best-effort', [done], weight(done), done.to)]
  }
  if (claimed && denied)
    return [make('disputed', 'contradicted', [claimed, denied], weight(claimed), Math.max(claimed.to, denied.to))]
  if (claimed) return [make('cannot assess', 'claimed-not-verified', [claimed], null, claimed.to)]
  if (due === null || due >= until) return []
  if (norm.strength !== 'result') return [make('cannot assess', 'best-effort', denied ? [denied] : [], null, due)]
  const isEstablished = denied && denied.verification !== 'alleged' && denied.to > due
  if (isEstablished) return [make('violation', 'missed', [denied], weight(denied), due)]
  const isWatched = norm.verifiedBy !== undefined && sight !== null && isSeen(sight, { from: due, to: due })
  if (isWatched && !denied) return [make('violation', 'missed', [], rules.missed, due)]
  if (denied && denied.verification === 'alleged')
    return [make('disputed', 'alleged-only', [denied], weight(denied), due)]
  return [make('cannot assess', 'due-and-silent', [], null, due)]
}

function eachPeriod(norm: NormFile, given: Given): Judged {
  const { setting, own, start, until, sight } = given
  const changes: Change[] = []
  const findings: Finding[] = []
  const every = norm.every ?? 'P1D'
  const fulfilled = norm.bearers.map(bearer => ({
    bearer,
    entries: own.filter(entry => fulfils(norm, entry, bearer, setting) === 'yes'),
  }))
  let from = start
  for (let n = 0; n < mostPeriods; n++) {
    const next = later(from, every)
    if (next === null || next <= from || next - 1 > until) break
    const to = next - 1
    let isMissed = false
    for (const { bearer, entries } of fulfilled) {
      const entry = entries.find(one => one.from >= from && one.to <= to)
      const base = { norm: norm.id, from, to, next: null, party: bearer }
      if (entry) {
        const confidence = round(rules.weights[entry.verification])
        findings.push({ ...base, result: 'compliant', rule: 'done-in-time', confidence, evidence: [entry.id] })
        continue
      }
      isMissed = true
      const isWatched = sight !== null && isSeen(sight, { from, to })
      findings.push(
        isWatched && norm.strength === 'result'
          ? { ...base, result: 'violation', rule: 'period-missed', confidence: rules.missed, evidence: [] }
          : { ...base, result: 'cannot assess', party: null, rule: 'due-and-silent', confidence: null, evidence: [] },
      )
    }
    changes.push({
      at: to + 1,
      state: isMissed ? 'overdue' : 'active',
      because: isMissed ? 'a period passed' : 'done',
      evidence: [],
    })
    from = next
  }
  return { changes, findings, claimedAt: null }
}
