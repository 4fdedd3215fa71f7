import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { Fault } from '../fault.js'

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

const issueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens: security-guarantees'),
  name: z.string().min(1).optional().describe('needed for an issue of your own'),
  terms: z.array(z.string().min(1)).default([]).describe('words that speak of it; `*` stands for any ending'),
})

const outletSchema = z.strictObject({
  name: z.string().min(1),
  match: z.string().min(1).describe('part of the file name or of the host'),
})

/** What `case.yaml` may hold. Every field but `name` may be left out. */
export const caseSchema = z.strictObject({
  name: z.string().min(1).default('Unnamed case'),
  parties: z.array(partySchema).default([]),
  issues: z.array(issueSchema).default([]).describe('the issues at stake; none named: all that are found'),
  outlets: z.array(outletSchema).default([]),
})

export type CaseFile = z.infer<typeof caseSchema>

/** A case with no file: nothing is known beforehand. */
export const emptyCase: CaseFile = caseSchema.parse({})

const sizeLimit = 4 * 1024 * 1024

/**
 * Reads the text of a `case.yaml`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong; aliases and tags that would expand are refused
 */
export function parseCase(text: string, place: string): CaseFile {
  if (text.length > sizeLimit) {
    throw new Fault(`The case file has ${text.length} characters; at most ${sizeLimit} are read.`, { place })
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const at = lines.linePos(problem.pos[0])
    throw new Fault(`This is not YAML: ${problem.message}`, {
      place: `${place}:${at.line}:${at.col}`,
      mend: 'Mend the line, or draft a new file with `parley init`.',
    })
  }
  const parsed = caseSchema.safeParse(plainValue(document, place))
  if (parsed.success) return withDistinctIds(parsed.data, place)
  const issue = parsed.error.issues[0]
  const path = issue ? fieldPath(issue) : []
  const line = lineOf(document.contents, path, lines)
  throw new Fault(`Field \`${fieldName(path)}\`: ${issue?.message ?? 'is wrong'}.`, {
    place: line ? `${place}:${line}` : place,
    mend: 'The fields are listed in docs/reference.md; `parley init` drafts a valid file.',
  })
}

function withDistinctIds(file: CaseFile, place: string): CaseFile {
  for (const [field, ids] of [
    ['parties', file.parties.map(party => party.id)],
    ['issues', file.issues.map(issue => issue.id)],
  ] as const) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice)
      throw new Fault(`Field \`${field}\`: the id "${twice}" stands twice.`, { place, mend: 'Join the two entries.' })
  }
  return file
}

function plainValue(document: Document, place: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {}
  } catch (cause) {
    throw new Fault('The aliases of this file expand to too much.', { place, mend: 'Write the values out.', cause })
  }
}

type Path = readonly PropertyKey[]

/** An unknown key is reported by zod at its parent: the key itself is what the reader has to find. */
function fieldPath(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
}

function fieldName(path: Path): string {
  return (
    path.map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('') ||
    'the whole file'
  )
}

function lineOf(contents: unknown, path: Path, lines: LineCounter): number | undefined {
  let node = contents
  let line: number | undefined
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && item.key.value === key)
      if (!pair) break
      const at = isScalar(pair.key) ? pair.key.range?.[0] : undefined
      if (at !== undefined) line = lines.linePos(at).line
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      const at = (node as { range?: [number, number, number] } | undefined)?.range?.[0]
      if (at !== undefined) line = lines.linePos(at).line
    } else break
  }
  return line
}
