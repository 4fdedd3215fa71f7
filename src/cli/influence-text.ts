import type { Influence } from '../settlements/influence.js'
import { type Ratio, ratioText, toNumber } from '../settlements/ratio.js'

/** Where the weight of the actors lies, as a person reads it. */
export function influenceText(found: Influence): string {
  const [from, to] = found.median
  const rows = [...found.stakeholders].sort((a, b) => toNumber(b.share) - toNumber(a.share))
  return [
    'Where the weight of the actors lies (capability times salience); a description, not a forecast.',
    `Mean ${short(found.mean)}; median ${ratioText(from) === ratioText(to) ? short(from) : `between ${short(from)} and ${short(to)}`}.`,
    ...rows.map(
      ({ name, share, without, pivotal }) =>
        `  ${name}: ${(100 * toNumber(share)).toFixed(1)} % of the weight; without it the mean ${without === null ? 'is nowhere' : `moves by ${short(without)}`}${pivotal ? ', and the median moves too' : ''}`,
    ),
    '',
  ].join('\n')
}

/** The same as plain numbers, with the exact fractions where a decimal would not end. */
export const influenceJson = (found: Influence) => ({
  mean: ratioText(found.mean),
  median: found.median.map(ratioText),
  stakeholders: found.stakeholders.map(({ name, share, without, pivotal }) => ({
    name,
    share: ratioText(share),
    without: without && ratioText(without),
    pivotal,
  })),
})

const short = (value: Ratio): string => String(Number(toNumber(value).toFixed(4)))
