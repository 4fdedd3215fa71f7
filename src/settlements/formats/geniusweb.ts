import { z } from 'zod'
import { Fault } from '../../fault.js'
import type { Scenario } from '../scenario.js'

const numeric = z.union([z.number(), z.string()]).transform(String)
const valueSet = z.union([
  z.object({ values: z.array(z.union([z.string(), z.number()]).transform(String)).min(1) }),
  z.object({ range: z.tuple([numeric, numeric, numeric]) }),
])
const domain = z.object({ name: z.string(), issuesValues: z.record(z.string(), valueSet) })
const discrete = z.object({ DiscreteValueSetUtilities: z.object({ valueUtilities: z.record(z.string(), numeric) }) })
const numbered = z.object({
  NumberValueSetUtilities: z.object({
    lowValue: numeric,
    lowUtility: numeric,
    highValue: numeric,
    highUtility: numeric,
  }),
})
const profile = z.object({
  LinearAdditiveUtilitySpace: z.object({
    name: z.string(),
    domain,
    issueUtilities: z.record(z.string(), z.union([discrete, numbered])),
    issueWeights: z.record(z.string(), numeric),
    reservationBid: z
      .object({ issuevalues: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)) })
      .nullish(),
  }),
})

/**
 * Reads GeniusWeb profiles of one domain. Utilities count as they stand: convention `raw`.
 *
 * A reserve is given as a bid: the package that the party falls back on.
 *
 * @param texts JSON; numbers keep their digits
 * @throws Fault naming the file and field that is wrong
 */
export function readGeniusWeb(
  name: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Scenario {
  const profiles = files.map(file => profileOf(file.text, file.name))
  const first = profiles[0]
  if (!first) throw new Fault('There is no profile to read.')
  const issues = Object.entries(first.domain.issuesValues).map(([issue, of]) => {
    if (!('values' in of))
      throw new Fault(`The issue "${issue}" is a range of numbers; discrete ones are read.`, {
        place: files[0]?.name ?? '',
      })
    return { name: issue, type: 'discrete' as const, values: of.values }
  })
  return {
    name,
    issues,
    parties: profiles.map(one => ({
      name: one.name,
      weights: issues.map(issue => one.issueWeights[issue.name] ?? '0'),
      evaluations: issues.map(issue => {
        const of = one.issueUtilities[issue.name]
        const given = of && 'DiscreteValueSetUtilities' in of ? of.DiscreteValueSetUtilities.valueUtilities : {}
        return issue.values.map(value => given[value] ?? null)
      }),
      ...(one.reservationBid ? { reservationBid: one.reservationBid.issuevalues } : {}),
    })),
  }
}

function profileOf(text: string, file: string) {
  const parsed = profile.safeParse(parseJson(text, file))
  if (parsed.success) return parsed.data.LinearAdditiveUtilitySpace
  const [issue] = parsed.error.issues
  throw new Fault(`Field \`${issue?.path.join('.')}\`: ${issue?.message}.`, { place: file })
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(withDigits(text.replace(/^\uFEFF/, '')))
  } catch (cause) {
    throw new Fault('This is not JSON.', { place: file, cause })
  }
}

/** Numbers as strings of their digits, so that none is rounded. Strings are left as they are. */
const withDigits = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, part =>
    part.startsWith('"') ? part : `"${part}"`,
  )

/** One party's profile as GeniusWeb reads it. */
export function writeGeniusWeb(scenario: Scenario, party: number): string {
  const of = scenario.parties[party]
  if (!of) throw new RangeError(`There is no party ${party}.`)
  const issues = scenario.issues.map((issue, i) => {
    const given = of.evaluations[i]
    if (issue.type !== 'discrete' || !Array.isArray(given)) {
      throw new Fault(`The issue "${issue.name}" is not a list of values; GeniusWeb files are written for those.`)
    }
    return { issue, given }
  })
  const raw = (digits: string) => `\u0000${digits}\u0000`
  const space = {
    LinearAdditiveUtilitySpace: {
      name: of.name,
      domain: {
        name: scenario.name,
        issuesValues: Object.fromEntries(issues.map(({ issue }) => [issue.name, { values: issue.values }])),
      },
      issueUtilities: Object.fromEntries(
        issues.map(({ issue, given }) => [
          issue.name,
          {
            DiscreteValueSetUtilities: {
              valueUtilities: Object.fromEntries(
                issue.values.flatMap((value, option) => (given[option] == null ? [] : [[value, raw(given[option])]])),
              ),
            },
          },
        ]),
      ),
      issueWeights: Object.fromEntries(issues.map(({ issue }, i) => [issue.name, raw(of.weights[i] ?? '0')])),
      ...(of.reservationBid ? { reservationBid: { issuevalues: of.reservationBid } } : {}),
    },
  }
  return `${JSON.stringify(space, null, 2).replace(/"\\u0000([^"]*?)\\u0000"/g, '$1')}\n`
}
