import { z } from 'zod'
import { Fault } from '../fault.js'
import { type Path, readYaml } from '../yaml-file.js'

const partyId = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'expected capitals, digits and underscores: RUS, EUROPEAN_ALLIES')
  .describe('ISO 3166-1 alpha-3 for a state, a name in capitals for a body or group')

const partySchema = z.strictObject({
  id: partyId,
  name: z.string().min(1).describe('as the pages show it'),
  role: z.enum(['party', 'mediator', 'guarantor', 'outside', 'unknown']).default('unknown'),
  aliases: z.array(z.string().min(1)).default([]).describe('other names: capitals, palaces, demonyms'),
  actors: z.array(z.string().min(1)).default([]).describe('persons and bodies that speak for it'),
})

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens: security-guarantees')

const optionSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).describe('as the pages show it'),
  wordings: z
    .array(z.string().min(1))
    .default([])
    .describe('words that mean it, `*` standing for any ending, or ids of options that Parley found'),
})

const issueSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).optional().describe('needed for an issue of your own'),
  terms: z.array(z.string().min(1)).default([]).describe('words that speak of it; `*` stands for any ending'),
  options: z
    .array(optionSchema)
    .default([])
    .describe('what exactly is wanted or refused: merges, splits and names what was found'),
})

const outletSchema = z.strictObject({
  name: z.string().min(1),
  match: z.string().min(1).describe('part of the file name or of the host'),
})

const proposalSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens: nine-point-plan'),
  name: z.string().min(1).describe('as the pages show it; reports that use it speak of this proposal'),
  aliases: z.array(z.string().min(1)).default([]).describe('other names that reports give it'),
  by: z.array(partyId).default([]).describe('who put it forward; none named: as the reports say'),
  versionOf: z
    .string()
    .optional()
    .describe('the id of the proposal that it is a version of; versions stand in their order'),
  text: z
    .string()
    .regex(
      /^(?!\/)(?!.*(?:^|[\\/])\.\.(?:[\\/]|$))[^\\:]+\.(?:md|txt)$/i,
      'expected a .md or .txt file within the case folder',
    )
    .optional()
    .describe('the file that holds its text, within the case folder: proposals/nine-points.md'),
})

/** What `case.yaml` may hold. Every field but `name` may be left out. */
export const caseSchema = z.strictObject({
  name: z.string().min(1).default('Unnamed case'),
  parties: z.array(partySchema).default([]),
  issues: z.array(issueSchema).default([]).describe('the issues at stake; none named: all that are found'),
  outlets: z.array(outletSchema).default([]),
  proposals: z.array(proposalSchema).default([]).describe('proposals to name, join, part or compare by their texts'),
})

export type CaseFile = z.infer<typeof caseSchema>

/** A case with no file: nothing is known beforehand. */
export const emptyCase: CaseFile = caseSchema.parse({})

/**
 * Reads the text of a `case.yaml`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong; aliases and tags that would expand are refused
 */
export function parseCase(text: string, place: string): CaseFile {
  const { value, fault } = readYaml(text, {
    place,
    what: 'case file',
    mend: 'The fields are listed in docs/reference.md; `parley init` drafts a valid file.',
  })
  const parsed = caseSchema.safeParse(value)
  if (parsed.success) {
    const twice = optionTwice(parsed.data)
    if (twice) throw fault(twice.path, twice.message)
    return withDistinctIds(parsed.data, place)
  }
  const issue = parsed.error.issues[0]
  throw fault(issue ? fieldPath(issue) : [], issue?.message ?? 'is wrong')
}

function withDistinctIds(file: CaseFile, place: string): CaseFile {
  for (const [field, ids] of [
    ['parties', file.parties.map(party => party.id)],
    ['issues', file.issues.map(issue => issue.id)],
    ['proposals', file.proposals.map(proposal => proposal.id)],
  ] as const) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice)
      throw new Fault(`Field \`${field}\`: the id "${twice}" stands twice.`, { place, mend: 'Join the two entries.' })
  }
  const known = new Set(file.proposals.map(({ id }) => id))
  const stray = file.proposals.find(({ versionOf }) => versionOf !== undefined && !known.has(versionOf))
  if (stray)
    throw new Fault(`Field \`proposals\`: "${stray.id}" is a version of "${stray.versionOf}", which is not listed.`, {
      place,
      mend: 'List it, too, or leave `versionOf` out.',
    })
  return file
}

/** An option's id, or words that two options of one issue claim: the first place where that is so. */
function optionTwice({ issues }: CaseFile): { readonly path: Path; readonly message: string } | undefined {
  for (const [i, { options }] of issues.entries()) {
    const ids = new Map<string, number>()
    const words = new Map<string, string>()
    for (const [n, { id, wordings }] of options.entries()) {
      const path = ['issues', i, 'options', n]
      if (ids.has(id)) return { path: [...path, 'id'], message: `the option "${id}" stands twice; join the two` }
      ids.set(id, n)
      for (const [w, wording] of wordings.entries()) {
        const other = words.get(wording.toLowerCase())
        if (other !== undefined && other !== id)
          return { path: [...path, 'wordings', w], message: `"${wording}" already belongs to the option "${other}"` }
        words.set(wording.toLowerCase(), id)
      }
    }
  }
  return undefined
}

/** An unknown key is reported by zod at its parent: the key itself is what the reader has to find. */
function fieldPath(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
}
