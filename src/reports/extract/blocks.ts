/** A run of a page's text that a browser sets as one block: a paragraph, a heading, a list item, a cell. */
export interface Block {
  readonly text: string
  /** Tag of the element whose text it is, in lower case. */
  readonly tag: string
  /** Mark left on that element, by which it is found again after the page was taken apart. */
  readonly mark: string
  /** Share of its characters that are link text, 0 to 1. */
  readonly linked: number
  /** Tags, classes and ids from the body down to the element, in lower case. */
  readonly path: readonly string[]
}

/** The part of the DOM that Parley reads; the parser's own types need the browser's. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
  getAttribute?(name: string): string | null
  setAttribute?(name: string, value: string): void
}

const unseen = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'CANVAS',
  'HEAD',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'MATH',
  'AUDIO',
  'VIDEO',
  'MAP',
  'DATALIST',
])
const inline = new Set([
  'A',
  'ABBR',
  'ACRONYM',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DATA',
  'DEL',
  'DFN',
  'EM',
  'FONT',
  'I',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'Q',
  'RUBY',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
  'IMG',
])
/** Elements within elements; what is nested deeper is left out. */
const deepest = 200

export const markName = 'data-parley'

/** The blocks of a page, in order. Leaves a mark on every element that has text of its own. */
export function blocks(body: PageNode): Block[] {
  const found: Block[] = []
  let text = ''
  let linkedCharacters = 0
  let owner: { node: PageNode; path: readonly string[] } = { node: body, path: [] }
  let marks = 0

  const flush = () => {
    const words = text.replace(/[\s\u00a0]+/gu, ' ').trim()
    const linked = words.length > 0 ? Math.min(1, linkedCharacters / words.length) : 0
    text = ''
    linkedCharacters = 0
    if (words === '') return
    const mark = owner.node.getAttribute?.(markName) ?? String(marks++)
    owner.node.setAttribute?.(markName, mark)
    found.push({ text: words, tag: owner.node.nodeName.toLowerCase(), mark, linked, path: owner.path })
  }

  const visit = (node: PageNode, path: readonly string[], inLink: boolean, depth: number) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const words = child.textContent ?? ''
        text += words
        if (inLink) linkedCharacters += words.replace(/\s+/gu, ' ').trim().length
      } else if (child.nodeType === 1) {
        const name = child.nodeName.toUpperCase()
        if (unseen.has(name) || depth > deepest || isHidden(child)) continue
        if (name === 'BR') {
          flush()
          continue
        }
        const isInline = inline.has(name)
        const step = isInline ? path : [...path, nameOf(child)]
        if (!isInline) {
          flush()
          owner = { node: child, path: step }
        }
        visit(child, step, inLink || name === 'A', depth + 1)
        if (!isInline) {
          flush()
          owner = { node, path }
        }
      }
    }
  }
  visit(body, [], false, 0)
  flush()
  return found
}

function isHidden(node: PageNode): boolean {
  return (
    node.getAttribute?.('hidden') != null ||
    node.getAttribute?.('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(node.getAttribute?.('style') ?? '')
  )
}

function nameOf(node: PageNode): string {
  const parts = [node.nodeName, node.getAttribute?.('class'), node.getAttribute?.('id'), node.getAttribute?.('role')]
  return parts.filter(Boolean).join(' ').toLowerCase()
}
