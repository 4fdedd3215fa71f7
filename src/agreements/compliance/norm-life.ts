import type { Condition, NormState } from '../agreement/condition.js'
import type { NormFile } from '../agreement/norm.js'
import { moment } from '../sequence/times.js'
import { evaluate, type Reached, type Setting } from './conditions.js'
import type { Finding } from './finding.js'
import { type Bearing, exceptionsOf, saidFindings } from './incidents.js'
import { judged } from './judged.js'
import type { LogEntry } from './log.js'
import type { Stretch, Watched } from './observation.js'
import { both, firstHeld, firstPossible, type Steps } from './steps.js'

/** From one minute on a norm is in a state, because of something. */
export interface Change {
  readonly at: number
  readonly state: NormState
  readonly because: string
  /** Ids of the log; empty where a date or a condition alone decides. */
  readonly evidence: readonly string[]
}

export interface Life {
  readonly norm: NormFile
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** The last minute in which it can be done in time; null: none is set, or it is not known yet. */
  readonly due: number | null
  readonly reached: (state: NormState) => Reached
}

/** What the life of a norm is read from, besides its setting. */
export interface Ground {
  readonly setting: Setting
  /** When the agreement as a whole is in force. */
  readonly inForce: Steps
  readonly endOfAll: number | null
  readonly horizon: number
  /** What the incidents mean for the norm, as it is bound. */
  readonly incidents: (norm: NormFile, bearing: Bearing) => readonly Finding[]
  /** The entries that say something of this norm, or may fulfil it. */
  readonly own: readonly LogEntry[]
  readonly sight: readonly Watched[] | null
  /** The norm whose violation this one answers; it then binds from there on. */
  readonly answers: string | null
}

/** The states of one norm over time up to the horizon, with what was found of it. */
export function life(norm: NormFile, ground: Ground): Life {
  const { setting, horizon } = ground
  const trigger: Condition =
    ground.answers !== null && norm.trigger.op === 'always'
      ? { op: 'after', norm: ground.answers, state: 'violated' }
      : norm.trigger
  const active = both([ground.inForce, evaluate(trigger, setting)])
  const start = firstHeld(active)
  const perhaps = firstPossible(active)
  const changes: Change[] = [
    { at: Number.NEGATIVE_INFINITY, state: 'pending', because: 'not yet triggered', evidence: [] },
  ]
  const lapse = (changed: readonly Change[], findings: readonly Finding[], due: number | null): Life => ({
    norm,
    changes: changed,
    findings,
    due,
    reached: state => reachedOf(state, changed, { perhaps, claimed: claimedAt }),
  })
  let claimedAt: number | null = null
  if (start === null || start > horizon) return lapse(changes, [], null)

  const own: Setting = {
    ...setting,
    clock: name => (name === 'trigger' ? Math.max(start, setting.clock('entry') ?? start) : setting.clock(name)),
  }
  const end = endOf(norm, ground, own)
  const until = Math.min(horizon, end ?? horizon)
  const bound = stretches(start, until, ground.own, norm.id)
  changes.push({ at: start, state: 'active', because: 'triggered', evidence: [] })
  for (const entry of ground.own) {
    if (entry.norm !== norm.id || entry.to < start || entry.to > until) continue
    if (entry.says === 'suspended') changes.push(said(entry, 'suspended'))
    if (entry.says === 'resumed') changes.push(said(entry, 'active'))
  }
  const due = dueOf(norm, own)
  const exceptions = exceptionsOf(norm, own)
  const reached = {
    binds: bound,
    exceptions,
    sight: ground.sight,
    matching: setting.matching,
  }
  const found = [
    ...ground.incidents(norm, reached),
    ...saidFindings(norm, { ...own, view: ground.own }).filter(({ from, to }) => from <= until && to >= start),
  ]
  const done = judged(norm, { setting: own, own: ground.own, start, until, due, sight: ground.sight })
  claimedAt = done.claimedAt
  const broken = breaches(
    [...found, ...done.findings.filter(({ rule }) => rule !== 'done-late' && rule !== 'period-missed')],
    norm,
    ground.own,
    until,
  )
  changes.push(...done.changes, ...broken)
  if (end !== null && end <= horizon) changes.push({ at: end, state: 'terminated', because: 'it ended', evidence: [] })
  return lapse(inOrder(changes), [...found, ...done.findings], due)
}

/** The minute of the sunset, of a termination that the log reports, or of the end of the agreement. */
function endOf(norm: NormFile, ground: Ground, own: Setting): number | null {
  const said_ = ground.own.filter(
    ({ norm: of, says, verification }) => of === norm.id && says === 'terminated' && verification !== 'alleged',
  )
  const sunset = norm.sunset ? firstHeld(evaluate(norm.sunset, own)) : null
  const all = [sunset, ground.endOfAll, ...said_.map(({ to }) => to)].filter(at => at !== null)
  return all.length > 0 ? Math.min(...all) : null
}

/** A date without an hour is the whole of its day. */
function dueOf(norm: NormFile, setting: Setting): number | null {
  if (!norm.due) return null
  if (norm.due.op === 'date') return moment(norm.due.at, 0)?.to ?? null
  const at = firstHeld(evaluate(norm.due, setting))
  if (at === null || !Number.isFinite(at)) return null
  return at % 1440 === 0 ? at + 1439 : at
}

/** The time in which a norm binds, without that in which it is suspended. */
function stretches(start: number, until: number, own: readonly LogEntry[], id: string): Stretch[] {
  const found: Stretch[] = []
  let from: number | null = start
  for (const entry of [...own].sort((a, b) => a.to - b.to)) {
    if (entry.norm !== id || entry.to < start || entry.to > until) continue
    if (entry.says === 'suspended' && from !== null) {
      found.push({ from, to: entry.to })
      from = null
    } else if (entry.says === 'resumed' && from === null) from = entry.to
  }
  return from === null ? found : [...found, { from, to: until }]
}

/** The first violation, or before it the first dispute; and that it was made good, where the log says so. */
function breaches(findings: readonly Finding[], norm: NormFile, own: readonly LogEntry[], until: number): Change[] {
  const changes: Change[] = []
  const sorted = [...findings].sort((a, b) => a.to - b.to)
  const remedies = own
    .filter(({ norm: of, says, verification }) => of === norm.id && says === 'remedied' && verification !== 'alleged')
    .filter(({ to }) => to <= until)
  let state: 'kept' | 'disputed' | 'violated' = 'kept'
  const isAfterRemedy = (at: number) => {
    const healed = remedies.find(({ to }) => to <= at && changes.some(one => one.state === 'violated' && one.at <= to))
    if (healed && state === 'violated' && !changes.some(({ evidence }) => evidence.includes(healed.id))) {
      changes.push(said(healed, 'remedied'))
      state = 'kept'
    }
  }
  for (const finding of sorted) {
    isAfterRemedy(finding.to)
    if (finding.result === 'violation' && state !== 'violated') {
      changes.push({ at: finding.to, state: 'violated', because: finding.rule, evidence: finding.evidence })
      state = 'violated'
    } else if (finding.result === 'disputed' && state === 'kept') {
      changes.push({ at: finding.to, state: 'disputed', because: finding.rule, evidence: finding.evidence })
      state = 'disputed'
    }
  }
  isAfterRemedy(until)
  return changes
}

const said = (entry: LogEntry, state: NormState): Change => ({
  at: entry.to,
  state,
  because: entry.text || entry.act,
  evidence: [entry.id],
})

/** Later changes win; of two at one minute the graver, so that the order in which they were found cannot. */
const gravity: readonly NormState[] = [
  'pending',
  'active',
  'suspended',
  'fulfilled',
  'overdue',
  'disputed',
  'remedied',
  'violated',
  'terminated',
]

function inOrder(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.at - b.at || gravity.indexOf(a.state) - gravity.indexOf(b.state))
  return sorted.filter((one, i) => i === 0 || one.state !== sorted[i - 1]?.state)
}

function reachedOf(
  state: NormState,
  changes: readonly Change[],
  { perhaps, claimed }: { perhaps: number | null; claimed: number | null },
): Reached {
  const at = changes.find(one => one.state === state)?.at ?? null
  if (state === 'active') return { at, perhaps }
  if (state === 'fulfilled') return { at, perhaps: claimed }
  if (state === 'violated') return { at, perhaps: changes.find(one => one.state === 'disputed')?.at ?? null }
  return { at, perhaps: null }
}
