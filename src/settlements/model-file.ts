import { Document, visit } from 'yaml'
import type { z } from 'zod'
import { Fault } from '../fault.js'
import { type Path, readYaml } from '../yaml-file.js'
import { type Model, type ModelText, modelSchema } from './model.js'
import { misreferences } from './model-references.js'
import type { ConflictFile } from './stability/conflict-file.js'
import { checkedConflict } from './stability/conflict-report.js'

const mend = 'The fields are described by `parley settle --schema`; `parley settle --draft CASE` writes a valid model.'

/**
 * Reads the text of a `model.yaml`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong
 */
export function parseModel(text: string, place: string): Model {
  const { value, fault } = readYaml(text, { place, what: 'model', mend })
  const parsed = modelSchema.safeParse(value)
  if (!parsed.success) {
    const [path, message] = deepest(parsed.error.issues[0] as z.core.$ZodIssue)
    throw fault(path, message)
  }
  const [wrong] = misreferences(parsed.data)
  if (wrong) throw fault(wrong.path, wrong.message)
  const wrongConflict = parsed.data.conflict && conflictFault(parsed.data.conflict)
  if (wrongConflict) throw fault(['conflict'], wrongConflict)
  return parsed.data
}

/** Why the conflict cannot be analysed, or null. */
function conflictFault(file: ConflictFile): string | null {
  try {
    checkedConflict(file)
    return null
  } catch (error) {
    if (error instanceof Fault) return error.message.replace(/\.$/, '')
    throw error
  }
}

/**
 * A model as the text of a `model.yaml`. Reading it again gives the same model.
 *
 * @param schema where an editor finds the JSON Schema, from the file's folder; left out: the text names none
 * @param heading comment lines before the model
 */
export const modelText = (
  model: ModelText,
  { schema, heading = '' }: { readonly schema?: string | undefined; readonly heading?: string } = {},
): string => `${schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`}${heading}${written(model)}`

/** What is read at a glance stands in one line. */
function written(model: ModelText): string {
  const document = new Document(model)
  visit(document, {
    Collection: (_, node) => {
      if (node.items.length > 0 && JSON.stringify(node.toJS(document)).length < glance) node.flow = true
    },
  })
  return document.toString({ lineWidth: 110 })
}

/** In signs. */
const glance = 72

/** Of several ways in which a value is wrong, the one that goes deepest: it is the one the writer meant. */
function deepest(issue: z.core.$ZodIssue, before: Path = []): [Path, string] {
  const path = [...before, ...issue.path]
  if (issue.code === 'unrecognized_keys') return [[...path, issue.keys[0] ?? ''], issue.message]
  if (issue.code !== 'invalid_union') return [path, issue.message]
  const inner = issue.errors
    .flatMap(branch => branch.slice(0, 1))
    .map(one => deepest(one, path))
    .sort((a, b) => b[0].length - a[0].length)
  const [first] = inner
  if (!first || first[0].length <= path.length) {
    return [path, `expected ${[...new Set(inner.map(([, message]) => expected(message)))].join(', or ')}`]
  }
  return first
}

const expected = (message: string): string =>
  message
    .replace(/^Invalid input: /, '')
    .replace(/^expected /i, '')
    .replace(/, received .*$/, '')
    .replace(/^tuple$/, '[lowest, highest]')
