import type { ApiSequence, ApiWait } from '../../src/server/api.js'
import { plural, showDate } from '../state/case.js'

type Bound = NonNullable<ApiSequence['chosen']['timetable']['contradiction']>['bounds'][number]

/** The label of a step as a reader knows it, its id where it has none. */
export const labelsOf = ({ steps }: ApiSequence): ReadonlyMap<string, string> =>
  new Map(steps.map(({ id, label }) => [id, label ?? id]))

/** "the text", "Dorvania's reading" */
export const readingName = (reading: string): string => (reading === 'text' ? 'the text' : reading)

/** "the text alone", "the text as A and B read it" */
export function setName(readings: readonly string[]): string {
  const parties = readings.filter(reading => reading !== 'text')
  return parties.length === 0 ? 'The text alone' : `As ${joined(parties)} read${parties.length === 1 ? 's' : ''} it`
}

/** "A", "A and B", "A, B and C" */
export const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** "B waits for A", by the kind of the wait. */
export function waitText(
  { from, to, kind }: Pick<ApiWait, 'from' | 'to' | 'kind'>,
  labels: ReadonlyMap<string, string>,
): string {
  const [a, b] = [labels.get(from) ?? from, labels.get(to) ?? to]
  if (kind === 'simultaneous') return `${b} together with ${a}`
  return kind === 'start-start' ? `${b} not before ${a} begins` : `${b} after ${a}`
}

export function boundText(bound: Bound, labels: ReadonlyMap<string, string>): string {
  const node = labels.get(bound.node) ?? bound.node
  const after = bound.after === undefined ? '' : (labels.get(bound.after) ?? bound.after)
  if (bound.notBefore !== undefined) return `${node} not before ${showDate(bound.notBefore)}`
  if (bound.notAfter !== undefined) return `${node} no later than ${showDate(bound.notAfter)}`
  if (bound.atLeastDays !== undefined) return `${node} at least ${plural(bound.atLeastDays, 'day')} after ${after}`
  return `${node} at most ${plural(bound.atMostDays ?? 0, 'day')} after ${after}`
}
