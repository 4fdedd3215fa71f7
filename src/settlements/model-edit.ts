import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { Path } from '../yaml-file.js'

/** One change of a file: the value that a field is to have; undefined takes the field away. */
export interface Edit {
  readonly path: Path
  readonly value: unknown
}

/**
 * The text of a YAML file with some fields changed; comments, order, and the writing of all other lines stay as they are.
 *
 * Fields on the way that are not there are made. A number at the end of a path that is the length of a list adds to it. A
 * comment within a field that changes stays beside what it stood at, or above the field where that is gone.
 */
export const edited = (text: string, edits: readonly Edit[]): string => edits.reduce(editedOnce, text)

function editedOnce(text: string, edit: Edit): string {
  const document = parseDocument(text, { keepSourceTokens: false })
  const before = written(document)
  apply(document, edit)
  const after = written(document)
  const spliced = withOtherLines(text, before, after)
  // Where the lines of the file cannot be told apart the whole file is written anew: it says the same.
  return spliced !== null && said(spliced) === said(after) ? spliced : after
}

const written = (document: Document): string => document.toString({ lineWidth: 0, flowCollectionPadding: true })
const said = (text: string): string => JSON.stringify(parseDocument(text).toJS())

/** The text with the lines that differ between `before` and `after`, its own rewriting by the library; null: its lines are others. */
function withOtherLines(text: string, before: string, after: string): string | null {
  const [own, old, next] = [text, before, after].map(of => of.split('\n')) as [string[], string[], string[]]
  if (own.length !== old.length) return null
  let head = 0
  while (head < Math.min(old.length, next.length) && old[head] === next[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, next.length) - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++
  return [...own.slice(0, head), ...next.slice(head, next.length - tail), ...own.slice(own.length - tail)].join('\n')
}

function apply(document: Document, { path, value }: Edit): void {
  if (value === undefined) {
    document.deleteIn(path)
    return
  }
  for (let depth = 1; depth < path.length; depth++) {
    const above = path.slice(0, depth)
    if (!isCollection(document.getIn(above, true)))
      document.setIn(above, document.createNode(typeof path[depth] === 'number' ? [] : {}))
  }
  const node = merged(document, document.getIn(path, true), value)
  document.setIn(path, node)
  // A map written in braces holds no comment of its own lines: what is put into it stays in braces.
  if (isCollection(node) && inFlow(document, path)) node.flow = true
}

/** A node of the value, made of what was there as far as it says the same. */
function merged(document: Document, before: unknown, value: unknown): Node {
  if (isMap(before) && isRecord(value)) {
    before.items = [
      ...before.items.filter(({ key }) => String(isScalar(key) ? key.value : key) in value),
      ...Object.keys(value)
        .filter(key => !before.has(key))
        .map(key => document.createPair(key, null)),
    ]
    for (const pair of before.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      pair.value = merged(document, pair.value, value[key])
    }
    return before
  }
  if (isSeq(before) && Array.isArray(value)) {
    const left = before.items.filter(isNode)
    before.items = value.map(item => {
      const at = left.findIndex(one => JSON.stringify(one.toJS(document)) === JSON.stringify(item))
      return at < 0 ? document.createNode(item) : left.splice(at, 1)[0]
    })
    return before
  }
  if (isNode(before) && JSON.stringify(before.toJS(document)) === JSON.stringify(value)) return before
  const node = document.createNode(value) as Node
  if (isCollection(node)) node.flow = isShort(value)
  if (isNode(before)) {
    const within = commentsWithin(before)
    node.comment = before.comment ?? null
    node.commentBefore = [before.commentBefore, ...within].filter(one => one != null).join('\n') || null
    node.spaceBefore = before.spaceBefore ?? false
  }
  return node
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The comments at the parts of a node, which go with them. */
function commentsWithin(node: Node): string[] {
  const found: string[] = []
  visit(node, (_, part) => {
    if (part === node || isPair(part) || !isNode(part)) return
    for (const comment of [part.commentBefore, part.comment]) if (comment) found.push(comment)
  })
  return found
}

const inFlow = (document: Document, path: Path): boolean =>
  path.some((_, depth) => {
    const above = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    return isCollection(above) && above.flow === true
  })

/** What is read at a glance in one line. */
const isShort = (value: unknown): boolean => JSON.stringify(value).length < 100
