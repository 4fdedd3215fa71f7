import { Fault } from '../../fault.js'
import { lineageMembers } from '../../reports/lineage.js'
import type { Report } from '../../reports/report.js'
import type { StageFilter, StageLine } from './filter.js'
import { reportOfLine } from './report-line.js'

/** `{id, text, date?, title?}` in, `{id, cluster}` out, in the order of the input; all lines are one collection. */
export const filter: StageFilter = { all: lines => clustersOf(lines, lineageMembers) }

/** The cluster of each line: the id of the group that `group` puts it in. */
export function clustersOf(
  lines: readonly StageLine[],
  group: (
    reports: ReturnType<typeof reportOfLine>[],
  ) => readonly { readonly id: string; readonly members: readonly string[] }[],
): object[] {
  const reports = lines.map((line, number) => {
    try {
      return reportOfLine(line, `${line.id}#${number}`)
    } catch (error) {
      if (error instanceof Fault) return error
      throw error
    }
  })
  const clusters = new Map(
    group(reports.filter((report): report is Report => !(report instanceof Fault))).flatMap(({ id, members }) =>
      members.map(member => [member, id] as const),
    ),
  )
  return reports.map((report, number) => {
    const { id } = lines[number]!
    return report instanceof Fault ? { id, error: report.message } : { id, cluster: clusters.get(report.id) }
  })
}
