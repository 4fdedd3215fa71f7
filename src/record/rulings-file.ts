import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type DiscrepancyRuling,
  noRulings,
  type Rulings,
  rulingsSchema,
  type StatementRuling,
} from '../positions/rulings/ruling.js'
import { edited } from '../settlements/model-edit.js'
import { type Path, readYaml, type YamlFile } from '../yaml-file.js'
import type { CaseFile } from './case-file.js'
import { issuesOfCase } from './issues-of-case.js'

/** The name of the file in a case folder. */
export const rulingsFile = 'rulings.yaml'

/** What `rulings.yaml` says where one folder is named that holds one; otherwise nothing is ruled. */
export async function rulingsAt(places: readonly string[], file: CaseFile): Promise<Rulings> {
  const [place, ...others] = places
  if (place === undefined || place === '-' || others.length > 0) return noRulings
  const path = join(place, rulingsFile)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // A place that is a file, or an address, holds none either.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return text === null ? noRulings : parseRulings(text, path, file)
}

/**
 * Reads the text of a `rulings.yaml`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong, an issue that the case does not know included
 */
export function parseRulings(text: string, place: string, file: CaseFile): Rulings {
  const { value, fault } = readFileOfRulings(text, place)
  const known = new Set(issuesOfCase(file).map(({ id }) => id))
  for (const [n, { issues = [] }] of value.statements.entries()) {
    const stray = issues.findIndex(id => !known.has(id))
    if (stray >= 0) {
      const path = ['statements', n, 'issues', stray]
      throw fault(path, `the case knows no issue "${issues[stray]}"; name it in case.yaml`)
    }
  }
  return value
}

/** The rulings of a text, whatever issues the case knows; throws as `parseRulings` does. */
export const rulingsIn = (text: string): Rulings => readFileOfRulings(text, rulingsFile).value

function readFileOfRulings(text: string, place: string): { value: Rulings; fault: YamlFile['fault'] } {
  const { value, fault } = readYaml(text, {
    place,
    what: 'file of rulings',
    mend: 'The fields are described by `parley rulings --schema` and in docs/reference.md.',
  })
  const parsed = rulingsSchema.safeParse(value)
  if (parsed.success) return { value: parsed.data, fault }
  const issue = parsed.error.issues[0]
  throw fault(issue ? fieldPath(issue) : [], issue?.message ?? 'is wrong')
}

/** One ruling to be added. */
export type NewRuling =
  | { readonly of: 'statement'; readonly ruling: StatementRuling }
  | { readonly of: 'discrepancy'; readonly ruling: DiscrepancyRuling }

/** The text of a `rulings.yaml` with one ruling added at the end; all that stands in it stays as it is. */
export function withRulingAdded(text: string, before: Rulings, { of, ruling }: NewRuling): string {
  const list = of === 'statement' ? 'statements' : 'discrepancies'
  return edited(text, [{ path: [list, before[list].length], value: ruling }])
}

/** Describes `rulings.yaml` to editors. */
export const rulingsJsonSchema = () => z.toJSONSchema(rulingsSchema, { io: 'input' })

/** An unknown key is reported by zod at its parent: the key itself is what the reader has to find. */
function fieldPath(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
}
