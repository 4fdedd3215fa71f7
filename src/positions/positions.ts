import { independence } from '../reports/independence.js'
import type { Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import type { Act } from './act.js'
import { type Moment, momentMaker, movementBetween, stanceBefore, standingOf } from './history.js'
import type { Option } from './options/option.js'
import { optionPositions } from './options/option-positions.js'
import type { Position } from './position.js'

/**
 * Where each party stands on each issue: its latest act with all that came before, sorted by party, then issue; within an
 * issue, the same of each of the `options` that it spoke of.
 *
 * Sources are lineages, never reports: a rewrite adds none, and its later date does not make the act later; nor does a
 * lineage add one that credits the outlet of another. Undated acts
 * come first in the history and are the latest only where none is dated; among acts of one day, or of no known day, the
 * one with the most sources stands for the position, then the firmest. Reported contacts are no positions, and a comment
 * never displaces a stance. O(acts log acts).
 */
export function positions(
  acts: readonly Act[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
  options: readonly Option[] = [],
): Position[] {
  const standing = independence(reports, lineages)
  const momentOf = momentMaker(reports, standing)
  const byCell = new Map<string, Moment[]>()
  for (const act of acts) {
    const moment = momentOf(act, act.act)
    if (!moment) continue
    for (const issue of act.issues) {
      const key = `${moment.party}\0${issue}`
      byCell.set(key, [...(byCell.get(key) ?? []), moment])
    }
  }
  const ofOptions = optionPositions(options, acts, momentOf, standing)
  return [...byCell]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, moments]): Position[] => {
      const found = standingOf(moments, standing)
      if (!found) return []
      const [party = '', issue = ''] = key.split('\0')
      const { latest, history } = found
      return [
        {
          party,
          issue,
          latest: latest.act,
          conditional: latest.conditional,
          redLine: latest.redLine,
          sources: latest.sources,
          restsOn: latest.restsOn,
          reports: found.reports,
          contested: found.contestedBy?.act ?? null,
          movement: movementBetween(stanceBefore(latest, history), latest),
          history,
          options: ofOptions(party, issue),
        },
      ]
    })
}
