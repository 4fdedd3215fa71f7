import { parseHTML } from 'linkedom'
import { blocks, type PageNode } from './blocks.js'

/** The text of a piece of HTML (a feed's entry, a mail's body), one block a line. */
export function fragmentText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return blocks(document.body as unknown as PageNode)
    .map(block => block.text)
    .join('\n')
}
