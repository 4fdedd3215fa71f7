import pc from 'picocolors'
import type { Share } from '../settlements/draws.js'
import type { Model, Package } from '../settlements/model.js'
import type { NoZone } from '../settlements/no-zone.js'
import type { PartyShare } from '../settlements/party-share.js'
import { named, type Settlement, type Settlements } from '../settlements/settlement.js'

/** The answer as a person reads it in a terminal. */
export function settlementText(
  model: Model,
  answer: Settlements,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string {
  const ink = pc.createColors(color)
  const name = new Map(answer.parties.map(party => [party.id, party.name]))
  const sections = [
    `${ink.bold(answer.model)}\n${scope(answer)}`,
    answer.noZone
      ? noZoneText(model, answer.noZone)
      : answer.settlements
          .map((one, i) => settlementLines(one, i, answer, id => name.get(id) ?? id, ink.bold))
          .join('\n\n'),
    tradesText(model, answer),
    sensitivityText(model, answer),
  ]
  return `${sections
    .filter(section => section !== '')
    .map(section => wrapped(section, Math.max(40, columns)))
    .join('\n\n')}\n`
}

function scope(answer: Settlements): string {
  const lines = [
    `${answer.packages} of ${answer.allPackages} packages cross no red line; ${answer.frontierPoints} different outcomes are on the frontier: better for one means worse for another.`,
  ]
  if (answer.within.some(by => by > 0)) {
    lines.push(
      `The frontier is too large to list. What is listed stands for all of it: nothing is better for everyone by more than ${answer.within.map(number).join(', ')}.`,
    )
  }
  lines.push(
    `Without an agreement: ${answer.parties.map(({ name, reserve }) => `${name} ${number(reserve)}`).join(', ')}.`,
  )
  return lines.join('\n')
}

function settlementLines(
  settlement: Settlement,
  i: number,
  answer: Settlements,
  partyName: (id: string) => string,
  bold: (text: string) => string,
): string {
  const { acceptable, best } = answer.robustness.packages[i] as Settlements['robustness']['packages'][number]
  return [
    bold(`${i + 1}. ${packageText(settlement.package)}`),
    ...settlement.bestBy.map(standard => `   best by ${standard}`),
    ...settlement.shares.map(share => `   ${shareText(share, partyName(share.party))}`),
    `   acceptable to all in ${shareOfDraws(acceptable)}; Nash point in ${shareOfDraws(best)}`,
    ...(settlement.alike > 0
      ? [
          `   ${settlement.alike === 1000 ? '1000 or more' : settlement.alike} other packages give everyone exactly as much`,
        ]
      : []),
  ].join('\n')
}

function shareText({ utility, gain, gets, gives, swallows, unknown }: PartyShare, party: string): string {
  return [
    `${party}: ${number(utility)} (${gain >= 0 ? '+' : ''}${number(gain)})`,
    gets.length > 0 ? `gets its way on ${gets.join(', ')}` : '',
    gives.length > 0 ? `gives ${concessions(gives)}` : '',
    swallows.length > 0 ? `must swallow ${concessions(swallows)}` : '',
    unknown.length > 0 ? `unknown what it wants on ${unknown.join(', ')}` : '',
  ]
    .filter(part => part !== '')
    .join('; ')
}

const concessions = (of: PartyShare['gives']): string =>
  of.map(({ issue, cost }) => `${issue} (-${number(cost)})`).join(', ')

function noZoneText(model: Model, noZone: NoZone): string {
  const party = (p: number) => model.parties[p]?.name ?? model.parties[p]?.id ?? ''
  const line = ({ party: p, line: l }: { party: number; line: number }) => {
    const never = model.parties[p]?.redLines[l]?.never ?? {}
    return `${party(p)}'s red line "never ${packageText(never)}"`
  }
  const relaxations = noZone.relaxations.map(({ redLines, reserves, package: chosen }) => {
    const parts = [...redLines.map(line), ...reserves.map(p => `what ${party(p)} has without an agreement`)]
    return `- ${parts.join(' and ')}: ${packageText(named(model, chosen))} becomes possible`
  })
  const concessions = noZone.concessions.map(({ party: p, below, package: chosen }) =>
    below === null || chosen === null
      ? `- ${party(p)} alone: no concession of its own is enough`
      : `- ${party(p)} alone: would have to accept ${number(below)} less than it has without an agreement (${packageText(named(model, chosen))})`,
  )
  return [
    'There is no zone of agreement: no package crosses no red line and leaves every party what it has without one.',
    relaxations.length > 0
      ? 'The least that would have to give way, any one of these:'
      : 'No set of red lines and reserves that was tried opens one.',
    ...relaxations,
    ...(noZone.complete ? [] : ['Not every set was tried: there are too many.']),
    'The least concession, with all red lines kept:',
    ...concessions,
  ].join('\n')
}

function tradesText(model: Model, { trades, parties }: Settlements): string {
  if (trades.length === 0) return ''
  const issue = (i: number) => model.issues[i]?.id ?? ''
  return [
    'Trades: each has its way on one of two issues.',
    ...trades
      .slice(0, 5)
      .map(
        ({ parties: [p, q], issues: [i, j], gains }) =>
          `- ${parties[p]?.name} on ${issue(i)} (+${number(gains[0])}), ${parties[q]?.name} on ${issue(j)} (+${number(gains[1])}), against the other way round`,
      ),
  ].join('\n')
}

function sensitivityText(model: Model, { robustness, flip, parties }: Settlements): string {
  const lines: string[] = []
  if (robustness.draws > 1) {
    lines.push(
      `Some package is acceptable to all in ${shareOfDraws(robustness.zone)} (${robustness.draws} draws over what is uncertain, seed ${robustness.seed}).`,
    )
    const matters = robustness.unknowns.filter(one => Math.abs(one.zone) + Math.abs(one.acceptable) >= 0.05).slice(0, 3)
    if (matters.length > 0) lines.push('To know would matter most:')
    for (const { party, about, zone, acceptable } of matters) {
      lines.push(
        `- ${party}, ${about}: high instead of low changes the chance of any agreement by ${points(zone)}, of package 1 by ${points(acceptable)}`,
      )
    }
  }
  if (flip) {
    lines.push(
      `The least change of one weight that makes another package the Nash point: ${parties[flip.party]?.name} on ${model.issues[flip.issue]?.id}, from ${number(flip.from)} to ${number(flip.to)} (then ${packageText(named(model, flip.package))}).`,
    )
  }
  return lines.join('\n')
}

const packageText = (of: Package | Readonly<Record<string, string | string[]>>): string =>
  Object.entries(of)
    .map(([issue, option]) => `${issue}: ${[option].flat().join(' or ')}`)
    .join(', ')

const shareOfDraws = ({ share, low, high, of }: Share): string =>
  of === 1
    ? share === 1
      ? 'every case: nothing is uncertain'
      : 'no case: nothing is uncertain'
    : `${percent(share)} (95 % interval ${percent(low)} to ${percent(high)})`

/** Never rounded to all or nothing. */
const percent = (share: number): string => {
  const shown = share > 0 && share < 1 ? Math.min(99.9, Math.max(0.1, 100 * share)) : 100 * share
  return `${shown.toFixed(1)} %`
}
const points = (by: number): string => `${by >= 0 ? '+' : ''}${(100 * by).toFixed(0)} points`
/** At most four digits after the point, none that say nothing. */
const number = (value: number): string => String(Number(value.toFixed(4)))

/** Lines broken at spaces, the rest indented below its beginning. */
function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap(line => {
      const indent = `${/^\s*/.exec(line)?.[0] ?? ''}  `
      const lines: string[] = []
      let rest = line
      while (rest.length > columns) {
        const space = rest.lastIndexOf(' ', columns)
        if (space <= indent.length) break
        lines.push(rest.slice(0, space))
        rest = indent + rest.slice(space + 1)
      }
      return [...lines, rest]
    })
    .join('\n')
}
