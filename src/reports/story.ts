import type { Span } from '../language/span.js'
import { groupId, groupsOf, inOrder } from './grouping.js'
import type { Lineage } from './lineage.js'
import { collect } from './lineages/collection.js'
import { comparisons } from './lineages/comparisons.js'
import { judge } from './lineages/judgement.js'
import { type Reading, read } from './lineages/reading.js'
import { bodySpans, type Report, type ReportId } from './report.js'
import { storyRow } from './stories/likeness.js'
import model from './stories/model.json' with { type: 'json' }

/** Reports of one event, of any lineage. */
export interface Story {
  /** Made from its members' ids. */
  readonly id: string
  /** Of its earliest member that has one; null where none has. */
  readonly title: string | null
  /** In order of date, then of id. */
  readonly members: readonly ReportId[]
  /** Dates of its first and last dated members, as precise as they are known; null where none is dated. */
  readonly from: string | null
  readonly to: string | null
  /** The lineages that have a member in it: how many hands the story comes from. */
  readonly lineages: readonly Lineage['id'][]
  /** In alphabetical order. */
  readonly outlets: readonly string[]
}

/** A story has more members than a lineage. */
export const storyReach = { neighbours: 40, similarity: 0.03, few: 0 } as const

/**
 * The stories of `reports`: each report is in exactly one, in the order of their first members.
 *
 * Two reports tell one story if what they share, their titles and their dates make it likely; stories are joined while
 * their pairs are, on average. The order of `reports` does not matter. `lineages` are only counted, not compared.
 */
export function stories(reports: readonly Report[], lineages: readonly Lineage[] = []): Story[] {
  const ordered = inOrder(reports)
  const compared = comparisons(collect(ordered.map(storyReading)), storyReach)
  const { groups } = judge(ordered.length, compared.pairs, storyRow(ordered, compared), model)
  const lineageOf = new Map(lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  return groupsOf(ordered, groups).map(places =>
    storyOf(
      places.map(place => ordered[place]!),
      lineageOf,
    ),
  )
}

/** The title is read as the first sentence, where the text does not begin with it. */
export function storyReading(report: Report): Reading {
  const { title, text } = report
  const spans = bodySpans(report)
  if (title === null || text.slice(spans[0]?.start ?? 0).startsWith(title)) return read(text, spans)
  const lead = `${title}.\n`
  const shift = ({ start, end }: Span) => ({ start: start + lead.length, end: end + lead.length })
  return read(lead + text, [{ start: 0, end: lead.length }, ...spans.map(shift)])
}

function storyOf(members: readonly Report[], lineageOf: ReadonlyMap<ReportId, Lineage['id']>): Story {
  const dates = members.flatMap(({ date }) => (date === null ? [] : [date.value]))
  const lineages = members.flatMap(({ id }) => lineageOf.get(id) ?? [])
  const outlets = members.flatMap(({ outlet }) => outlet ?? [])
  return {
    id: groupId(members.map(({ id }) => id)),
    title: members.find(({ title }) => title !== null)?.title ?? null,
    members: members.map(({ id }) => id),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    lineages: [...new Set(lineages)].sort(),
    outlets: [...new Set(outlets)].sort(),
  }
}
