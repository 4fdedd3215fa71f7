import type { NormState } from './agreement/condition.js'
import type { NormFile } from './agreement/norm.js'
import { type Agreement, normsOf } from './agreement.js'
import { evaluate, never, type Setting } from './compliance/conditions.js'
import { later } from './compliance/durations.js'
import type { Finding, NextStep } from './compliance/finding.js'
import { incidentFindings, incidentsOf, isKept } from './compliance/incidents.js'
import { daysKnown, knownBy, type LogEntry } from './compliance/log.js'
import { Matching } from './compliance/matching.js'
import { type Change, type Life, life } from './compliance/norm-life.js'
import { type Watched, watched } from './compliance/observation.js'
import { quietFindings } from './compliance/quiet.js'
import { constant, firstHeld, type Steps } from './compliance/steps.js'
import { moment } from './sequence/times.js'

/** How an agreement is kept, as far as it was known on a day. */
export interface Compliance {
  /** The day at whose end things are looked at, ISO. */
  readonly asOf: string
  /** First and last minute of the agreement; null: not known, not yet, or open. */
  readonly inForce: { readonly from: number | null; readonly to: number | null }
  readonly norms: readonly NormCompliance[]
  /** In the order in which things happened. */
  readonly findings: readonly Finding[]
  /** The log as it was known: of each entry the version that was the last. */
  readonly known: readonly LogEntry[]
}

export interface NormCompliance {
  readonly norm: string
  readonly state: NormState
  /** From `pending` on; the last is the state at the end of the day. */
  readonly timeline: readonly Change[]
  readonly due: number | null
}

/**
 * The state of each norm over time, and what each incident, each day that was due and each quiet stretch means for it.
 *
 * Only what was known at the end of the day counts: the same log asked for an earlier day answers as it would have then.
 * Who did it is named only where the attribution does; what nobody could observe is not found to be anything. The order of
 * the log makes no difference. O(norms · log), apart from conditions that wait for each other.
 *
 * @param asOf ISO day; the last on which anything became known where left out
 */
export function compliance(agreement: Agreement, log: readonly LogEntry[], asOf?: string): Compliance {
  const day = asOf ?? daysKnown(log).at(-1) ?? agreement.signed?.slice(0, 10) ?? '1970-01-01'
  const horizon = moment(day.slice(0, 10), 0)?.to ?? 0
  const known = knownBy(log, horizon)
  const view = known.filter(({ from }) => from <= horizon)
  const matching = new Matching(agreement)
  const norms = normsOf(agreement)
  const base = { view, matching, reached: () => never, clock: () => null }
  const incidents = new Map(norms.map(norm => [norm.id, incidentsOf(norm, base)]))
  const findingsOf = incidentFindings(norm => incidents.get(norm) ?? [])
  const own = new Map(norms.map(norm => [norm.id, entriesOf(norm, view, matching)]))
  const sights = new Map(norms.map(norm => [norm.id, sightOf(norm)]))
  const ends = view
    .filter(
      ({ norm, says, verification }) => norm === agreement.id && says === 'terminated' && verification !== 'alleged',
    )
    .map(({ to }) => to)
  const { lives, span } = settle()
  const quiet = norms.flatMap(norm => {
    const one = lives.get(norm.id)
    return one && isKept(norm) && norm.modality !== 'permission' && norm.modality !== 'power'
      ? quietFindings(one, sights.get(norm.id) ?? null, horizon)
      : []
  })
  const steps = new Map<string, NextStep | null>()
  const findings = [...[...lives.values()].flatMap(one => one.findings), ...quiet]
    .map(finding => ({ finding: { ...finding, next: next(finding) }, key: keyOf(finding) }))
    .sort(({ finding: a, key }, { finding: b, key: other }) => a.from - b.from || a.to - b.to || compare(key, other))
    .map(({ finding }) => finding)
  return {
    asOf: day,
    inForce: span,
    norms: norms.map(({ id }) => {
      const { changes, due } = lives.get(id) as Life
      return { norm: id, state: changes.at(-1)?.state ?? 'pending', timeline: changes, due }
    }),
    findings,
    known,
  }

  /** The same for all findings of one result on one norm. */
  function next(finding: Finding): NextStep | null {
    const key = `${finding.norm} ${finding.result}`
    const known = steps.get(key)
    if (known !== undefined) return known
    const step = nextStep(finding, agreement, lives)
    steps.set(key, step)
    return step
  }

  function sightOf(norm: NormFile): Watched[] | null {
    if (agreement.observed.length === 0) return null
    const days = agreement.observed.map(one => moment(one.from, 0)?.from ?? 0)
    const signed = moment(agreement.signed ?? '', 0)?.from
    const first = Math.min(...days, ...(signed === undefined ? [] : [signed]), ...(view[0] ? [view[0].from] : []))
    return watched(agreement, { zone: norm.zone }, { from: first, to: horizon }, horizon)
  }

  /** Norms wait for each other: their lives are found again until none changes. */
  function settle() {
    let lives = new Map<string, Life>()
    let span: Compliance['inForce'] = { from: null, to: null }
    const answers = new Map(norms.flatMap(norm => norm.onViolation.map(one => [one, norm.id] as const)))
    let before = ''
    for (let round = 0; round <= norms.length + 1; round++) {
      const last = lives
      const signed = agreement.signed === undefined ? null : (moment(agreement.signed, 0)?.from ?? null)
      const setting: Setting = {
        ...base,
        reached: (norm, state) => last.get(norm)?.reached(state) ?? never,
        clock: name => (name === 'signed' ? signed : name === 'entry' ? span.from : null),
      }
      const inForce = inForceOf(setting, signed)
      span = spanOf(inForce)
      lives = new Map(
        norms.map(norm => [
          norm.id,
          life(boundOf(norm, last.get(answers.get(norm.id) ?? '')), {
            setting: { ...setting, clock: name => (name === 'entry' ? span.from : setting.clock(name)) },
            inForce,
            endOfAll: span.to,
            horizon,
            incidents: findingsOf,
            own: own.get(norm.id) as LogEntry[],
            sight: sights.get(norm.id) ?? null,
            answers: answers.get(norm.id) ?? null,
          }),
        ]),
      )
      const now = JSON.stringify(
        [...lives.values()].map(({ changes, due }) => [changes.map(({ at, state }) => [at, state]), due]),
      )
      if (now === before) break
      before = now
    }
    return { lives, span }
  }

  function inForceOf(setting: Setting, signed: number | null): Steps {
    if (agreement.entryIntoForce) return evaluate(agreement.entryIntoForce, setting)
    return signed === null ? constant('unknown') : [...constant('no'), { at: signed, holds: 'yes' }]
  }

  function spanOf(inForce: Steps): Compliance['inForce'] {
    const from = firstHeld(inForce)
    const runsOut =
      agreement.duration && agreement.renewal !== 'automatic' && from !== null ? later(from, agreement.duration) : null
    const all = [...ends, ...(runsOut === null ? [] : [runsOut])]
    return { from, to: all.length > 0 ? Math.min(...all) : null }
  }
}

/** The entries that say something of a norm, or may fulfil it. */
function entriesOf(norm: NormFile, view: readonly LogEntry[], matching: Matching): LogEntry[] {
  const acts = norm.fulfilledBy?.acts ?? (norm.modality === 'obligation' ? matching.actsOf(norm) : [])
  return view.filter(
    entry =>
      entry.norm === norm.id || (entry.norm === null && acts.length > 0 && matching.isAct(acts, entry.act) === 'yes'),
  )
}

/** The first norm of the ladder that is not yet done; else, where it is open who did what, a mechanism that may find out. */
function nextStep(finding: Finding, agreement: Agreement, lives: ReadonlyMap<string, Life>): NextStep | null {
  if (finding.result === 'compliant') return null
  const stateOf = (id: string) => lives.get(id)?.changes.at(-1)?.state
  const ladder = (id: string, seen: ReadonlySet<string>): NextStep | null => {
    const norm = lives.get(id)?.norm
    for (const one of norm?.onViolation ?? []) {
      const state = stateOf(one)
      if (seen.has(one) || state === 'terminated' || state === 'fulfilled' || state === 'remedied') continue
      if (state === 'violated' || state === 'overdue') {
        const further = ladder(one, new Set([...seen, one]))
        if (further) return further
      }
      return { kind: 'norm', id: one }
    }
    return null
  }
  if (finding.result === 'violation') return ladder(finding.norm, new Set([finding.norm]))
  const tasks =
    finding.result === 'disputed' ? ['resolve-dispute', 'investigate'] : ['investigate', 'attribute', 'verify']
  const mechanism = agreement.mechanisms.find(({ tasks: own }) => own.some(task => tasks.includes(task)))
  return mechanism ? { kind: 'mechanism', id: mechanism.id } : null
}

/** A norm that answers a violation binds those who are found to have broken the other, where they are named. */
function boundOf(norm: NormFile, answered: Life | undefined): NormFile {
  const broke =
    answered?.findings.flatMap(({ result, party }) => (result === 'violation' && party ? [party] : [])) ?? []
  const bearers = norm.bearers.filter(one => broke.includes(one))
  return bearers.length > 0 ? { ...norm, bearers } : norm
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = ({ norm, party, rule, evidence }: Finding): string =>
  `${norm}\n${party ?? ''} ${rule} ${evidence.join(' ')}`
