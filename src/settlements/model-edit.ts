import { type Document, isCollection, isMap, isNode, parseDocument } from 'yaml'
import type { Path } from '../yaml-file.js'

/** One change of a file: the value that a field is to have; undefined takes the field away. */
export interface Edit {
  readonly path: Path
  readonly value: unknown
}

/**
 * The text of a YAML file with some fields changed; comments, order and everything else stay as they are.
 *
 * Fields on the way that are not there are made. A number at the end of a path that is the length of a list adds to it.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text, { keepSourceTokens: false })
  for (const edit of edits) apply(document, edit)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
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
  const before = document.getIn(path, true)
  const node = document.createNode(value)
  if (isCollection(node)) node.flow = isShort(value)
  if (isNode(before) && isNode(node)) {
    node.comment = before.comment ?? null
    node.commentBefore = before.commentBefore ?? null
    node.spaceBefore = before.spaceBefore ?? false
  }
  document.setIn(path, node)
  // A map written in braces holds no comment of its own lines: what is put into it stays in braces.
  if (isCollection(node) && inFlow(document, path)) node.flow = true
}

const inFlow = (document: Document, path: Path): boolean =>
  path.some((_, depth) => {
    const above = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    return (isMap(above) || isCollection(above)) && above.flow === true
  })

/** What is read at a glance in one line. */
const isShort = (value: unknown): boolean => JSON.stringify(value).length < 100
