import { latestOf, movementBetween, stanceBefore } from '../positions/history.js'
import type { OptionPosition, Position, Step } from '../positions/position.js'
import { positions } from '../positions/positions.js'
import type { CaseRecord } from '../record/record.js'
import type { ApiOptionPosition, ApiPosition } from './api.js'

export interface AsOf {
  /** Day up to which reports count, `YYYY-MM-DD`; left out: all do. Reports without a date always count. */
  readonly at?: string | undefined
  /** Day to compare with; left out: each position is compared with the stance before it. */
  readonly since?: string | undefined
}

/** The positions of a case as they were known on a day: made from the reports that were out by then, by the rules that made the record's. */
export function positionsAsOf(record: CaseRecord, { at, since }: AsOf): ApiPosition[] {
  const now = knownOn(record, at)
  if (since === undefined) return now.map(position => positionAnswer(position))
  const then = new Map(knownOn(record, since).map(position => [`${position.party} ${position.issue}`, position]))
  return now.map(position => {
    const before = then.get(`${position.party} ${position.issue}`)
    return positionAnswer(position, before ? latestOf(before.history) : undefined, true, before)
  })
}

/** One position with the step that stands for it and the act it moved from: from the stance before it, or from `compared`. */
export function positionAnswer(position: Position, compared?: Step, isCompared = false, then?: Position): ApiPosition {
  const latest = latestOf(position.history)
  const before = isCompared ? compared : latest && stanceBefore(latest, position.history)
  return {
    ...position,
    restsOn: [...position.restsOn],
    movement: isCompared && latest ? movementBetween(before, latest) : position.movement,
    movedFrom: before?.act ?? null,
    standing: latest ? position.history.indexOf(latest) : position.history.length - 1,
    history: steps(position.history),
    options: position.options.map(option =>
      optionAnswer(option, isCompared ? (then?.options.find(one => one.option === option.option) ?? null) : undefined),
    ),
  }
}

/** One option's position; `compared`: the same on the day compared with, null where nothing was said by then. */
function optionAnswer(option: OptionPosition, compared?: OptionPosition | null): ApiOptionPosition {
  const latest = latestOf(option.history)
  const before = compared ? latestOf(compared.history) : undefined
  const [moved, ...others] = option.movements
  const since = compared !== undefined && latest && moved
  const isSame = before?.date === latest?.date && before?.act === latest?.act
  const measured = since
    ? {
        ...moved,
        kind: movementBetween(before, latest),
        before: isSame ? moved.before : (before?.statements[0] ?? null),
      }
    : moved
  return {
    ...option,
    restsOn: [...option.restsOn],
    movements: measured ? [measured, ...others] : [],
    standing: latest ? option.history.indexOf(latest) : option.history.length - 1,
    history: steps(option.history),
  }
}

function steps(history: readonly Step[]) {
  return history.map(step => ({
    ...step,
    lineages: [...step.lineages],
    restsOn: [...step.restsOn],
    statements: [...step.statements],
  }))
}

function knownOn(record: CaseRecord, day: string | undefined): readonly Position[] {
  if (day === undefined) return record.positions
  const out = new Set(
    record.reports.filter(({ date }) => date === null || date.value.slice(0, 10) <= day).map(({ id }) => id),
  )
  return positions(
    record.acts.filter(act => out.has(act.statement.report)),
    record.reports.filter(({ id }) => out.has(id)),
    record.lineages,
    record.options,
  )
}
