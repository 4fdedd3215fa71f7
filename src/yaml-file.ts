import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { Fault } from './fault.js'

/** Where a value stands in a file: keys and places in lists, from the outside. */
export type Path = readonly PropertyKey[]

/** A YAML file as a plain value, and what names a place in it. */
export interface YamlFile {
  readonly value: unknown
  /** The fault that `message` (without a full stop) is of the field at `path`, with its line where it has one. */
  readonly fault: (path: Path, message: string) => Fault
}

const sizeLimit = 4 * 1024 * 1024

/**
 * Reads the text of a YAML file that a person writes.
 *
 * @param about `place`: the file's name, for messages; `what`: how the file is called; `mend`: how a fault is mended
 * @throws Fault where it is too long, no YAML, or its aliases expand to too much
 */
export function readYaml(text: string, about: { place: string; what: string; mend: string }): YamlFile {
  const { place, what, mend } = about
  if (text.length > sizeLimit)
    throw new Fault(`The ${what} has ${text.length} characters; at most ${sizeLimit} are read.`, { place })
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const at = lines.linePos(problem.pos[0])
    // The library gives up on deep nesting by running out of stack.
    const reason = /call stack/i.test(problem.message)
      ? 'Its lists and fields nest too deep.'
      : `This is not YAML: ${problem.message}`
    throw new Fault(reason, { place: `${place}:${at.line}:${at.col}`, mend })
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {}
  } catch (cause) {
    throw new Fault('The aliases of this file expand to too much.', { place, mend: 'Write the values out.', cause })
  }
  return {
    value,
    fault: (path, message) => {
      const line = lineOf(document.contents, path, lines)
      return new Fault(`Field \`${fieldName(path)}\`: ${message}.`, { place: line ? `${place}:${line}` : place, mend })
    },
  }
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
