import type { PartyId } from '../../actors/actor.js'
import type { Independence } from '../../reports/independence.js'
import type { Act, ActKind, IssueId } from '../act.js'
import { type Moment, stanceBefore, standingOf } from '../history.js'
import type { OptionPosition } from '../position.js'
import { movements, type Told } from './movements.js'
import type { Option } from './option.js'

type MomentOf = (act: Act, kind: ActKind | null, awaited?: boolean) => Moment | undefined

/**
 * Where a party stands on each option of an issue that it spoke of, in the order of the options.
 *
 * An act of `options` that is not among `acts` does not count: so the same options serve for any day. O(acts).
 */
export function optionPositions(
  options: readonly Option[],
  acts: readonly Act[],
  momentOf: MomentOf,
  standing: Independence,
): (party: PartyId, issue: IssueId) => OptionPosition[] {
  const known = new Map(acts.map(act => [act.statement.id, act]))
  const told = new Map<string, Told[]>()
  for (const option of options) {
    const byParty = new Map<PartyId, Moment[]>()
    for (const { statement, act: kind, awaited } of option.acts) {
      const act = known.get(statement)
      const moment = act && momentOf(act, kind, awaited)
      if (moment) byParty.set(moment.party, [...(byParty.get(moment.party) ?? []), moment])
    }
    for (const [party, moments] of byParty) {
      const found = standingOf(moments, standing)
      const key = `${party}\0${option.issue}`
      if (found) told.set(key, [...(told.get(key) ?? []), { option, moments, ...found }])
    }
  }
  return (party, issue) => {
    const all = told.get(`${party}\0${issue}`) ?? []
    return all.map(one => position(one, all, standing))
  }
}

function position(one: Told, all: readonly Told[], standing: Independence): OptionPosition {
  const { option, latest, history, moments, reports, contestedBy } = one
  const carrying = moments.filter(({ act }) => latest.statements.includes(act.statement.id))
  return {
    option: option.id,
    latest: latest.act,
    awaited: carrying.every(({ awaited }) => awaited),
    conditional: latest.conditional,
    redLine: latest.redLine,
    sources: latest.sources,
    restsOn: latest.restsOn,
    reports,
    contested: contestedBy?.act ?? null,
    movements: movements(one, stanceBefore(latest, history), all, standing),
    history,
  }
}
