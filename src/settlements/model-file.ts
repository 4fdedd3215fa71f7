import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml'
import type { z } from 'zod'
import { Fault } from '../fault.js'
import { type Model, type ModelText, modelSchema } from './model.js'
import { misreferences } from './model-references.js'

const sizeLimit = 4 * 1024 * 1024
const mend = 'The fields are described by `parley settle --schema`; `parley settle --draft CASE` writes a valid model.'

/**
 * Reads the text of a `model.yaml`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong
 */
export function parseModel(text: string, place: string): Model {
  if (text.length > sizeLimit) {
    throw new Fault(`The model has ${text.length} characters; at most ${sizeLimit} are read.`, { place })
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const at = lines.linePos(problem.pos[0])
    throw new Fault(`This is not YAML: ${problem.message}`, { place: `${place}:${at.line}:${at.col}`, mend })
  }
  const fault = (path: Path, message: string) => {
    const line = lineOf(document.contents, path, lines)
    return new Fault(`Field \`${fieldName(path)}\`: ${message}.`, { place: line ? `${place}:${line}` : place, mend })
  }
  const parsed = modelSchema.safeParse(plainValue(document, place))
  if (!parsed.success) {
    const [path, message] = deepest(parsed.error.issues[0] as z.core.$ZodIssue)
    throw fault(path, message)
  }
  const [wrong] = misreferences(parsed.data)
  if (wrong) throw fault(wrong.path, wrong.message)
  return parsed.data
}

/** A model as the text of a `model.yaml`. Reading it again gives the same model. */
export const modelText = (model: ModelText): string =>
  `# yaml-language-server: $schema=./model.schema.json\n${stringify(model, { lineWidth: 110 })}`

function plainValue(document: Document, place: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {}
  } catch (cause) {
    throw new Fault('The aliases of this file expand to too much.', { place, mend: 'Write the values out.', cause })
  }
}

export type Path = readonly PropertyKey[]

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
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(key))
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
