import { readPage } from './blocks.js'

/** The text of a piece of HTML (a feed's entry, a mail's body), one block a line. */
export function fragmentText(html: string): string {
  return readPage(html)
    .blocks.map(block => block.text)
    .join('\n')
}
