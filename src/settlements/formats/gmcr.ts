import { z } from 'zod'
import { Fault } from '../../fault.js'
import type { ConflictFile } from '../stability/conflict-file.js'

const condition = z.array(z.tuple([z.number().int().min(0), z.enum(['Y', 'N'])])).min(1)
const preference = z.union([condition, z.object({ compound: z.literal(true), members: z.array(condition).min(1) })])
const ranking = z.array(z.union([z.number().int().min(1), z.array(z.number().int().min(1))]))

/** The fields of a `.gmcr` file (the JSON of gmcr-py) that say what the conflict is; older files call the ranking a vector. */
const fileSchema = z.object({
  title: z.string().optional(),
  useManualPreferenceRanking: z.boolean().optional(),
  useManualPreferenceVectors: z.boolean().optional(),
  options: z
    .array(z.object({ name: z.string(), permittedDirection: z.enum(['both', 'fwd', 'back', 'none']).default('both') }))
    .max(20),
  decisionMakers: z
    .array(
      z.object({
        name: z.string(),
        options: z.array(z.number().int().min(0)),
        preferences: z.array(preference).default([]),
        preferenceRanking: ranking.optional(),
        preferenceVector: ranking.optional(),
      }),
    )
    .min(1)
    .max(12),
  infeasibles: z.array(condition).default([]),
})

/**
 * Reads a `.gmcr` file. States are the feasible combinations of options, numbered from 1 in binary order, as the file's
 * rankings count them. Preferences are the rankings where the file says so, its prioritised conditions otherwise.
 *
 * @throws Fault naming the file and field that is wrong
 */
export function readGmcr(text: string, place: string): ConflictFile {
  const parsed = fileSchema.safeParse(parseJson(text, place))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault(`Field \`${issue?.path.join('.')}\`: ${issue?.message}.`, { place })
  }
  const file = parsed.data
  const rankings = file.decisionMakers.map(dm => dm.preferenceRanking ?? dm.preferenceVector)
  const byHand = file.useManualPreferenceRanking ?? file.useManualPreferenceVectors ?? rankings.every(of => of)
  return {
    name: file.title ?? place,
    decisionMakers: file.decisionMakers.map(({ name, options }) => ({ name, options })),
    options: file.options.map(({ name, permittedDirection }) => ({ name, direction: permittedDirection })),
    infeasible: file.infeasibles,
    states: [],
    ...(byHand
      ? { ranking: rankings.map(of => of ?? []) }
      : { statements: file.decisionMakers.map(dm => dm.preferences.map(statementText)) }),
  }
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Fault('This is not a .gmcr file: it is not JSON.', { place, cause })
  }
}

type Condition = z.infer<typeof condition>

const statementText = (of: z.infer<typeof preference>): string =>
  'members' in of ? of.members.map(conditionText).join(' | ') : conditionText(of)

const conditionText = (of: Condition): string =>
  of.map(([option, is]) => `${is === 'N' ? '-' : ''}${option + 1}`).join(' & ')

/**
 * A conflict of options as a `.gmcr` file, which `readGmcr` reads back the same.
 *
 * @throws Fault when a statement is more than alternatives of conditions: the format has no `if` and no brackets
 */
export function writeGmcr(conflict: ConflictFile): string {
  const file: z.input<typeof fileSchema> & { program: string } = {
    program: 'gmcr-py',
    title: conflict.name,
    useManualPreferenceRanking: conflict.ranking !== undefined,
    options: conflict.options.map(option =>
      typeof option === 'string' ? { name: option } : { name: option.name, permittedDirection: option.direction },
    ),
    decisionMakers: conflict.decisionMakers.map((dm, i) => ({
      ...(typeof dm === 'string' ? { name: dm, options: [] } : { name: dm.name, options: dm.options }),
      preferences: (conflict.statements?.[i] ?? []).map(preferenceOf),
      ...(conflict.ranking ? { preferenceRanking: conflict.ranking[i] ?? [] } : {}),
    })),
    infeasibles: conflict.infeasible,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function preferenceOf(statement: string): z.infer<typeof preference> {
  const members = statement.split('|').map(part =>
    part.split('&').map((term): Condition[number] => {
      const match = /^\s*(-?)\s*(\d{1,3})\s*$/.exec(term)
      if (!match) throw new Fault(`A .gmcr file cannot hold the statement "${statement}".`)
      return [Number(match[2]) - 1, match[1] === '-' ? 'N' : 'Y']
    }),
  )
  return members.length === 1 ? (members[0] as Condition) : { compound: true, members }
}
