import type { Block, Element, Page } from '../src/reports/extract/blocks.js'

/** A page and which of its blocks are the article (1) or not (0). */
export interface Marked {
  readonly page: Page
  readonly labels: readonly number[]
}

/**
 * A marked page as other sites would set it: in a language whose words nobody knows, without telling names, without paragraphs,
 * with lists and subheads, with a short article among as much around it.
 *
 * The pages that there are to learn from are English news. What the trees learn from these holds of a page, not of its words
 * or its template. Same page, same disguises.
 */
export function disguises(marked: Marked): Marked[] {
  return [
    foreign(listed(marked)),
    nameless(shortened(marked)),
    withoutParagraphs(foreign(marked)),
    nameless(listed(marked)),
    withoutParagraphs(shortened(foreign(marked))),
  ]
}

const vowels = 'aeiou'
const consonants = 'bcdfghjklmnpqrstvwxyz'

/** Each letter exchanged for another of its kind, as many capitals as a language with capital nouns has, no word of the page on itself. */
export function foreign({ page, labels }: Marked): Marked {
  return {
    page: {
      blocks: page.blocks.map(block => ({ ...block, text: inNoLanguage(block.text) })),
      said: { ...page.said, linkedData: [], meta: new Map() },
    },
    labels,
  }
}

function inNoLanguage(text: string): string {
  return text.replace(/[a-z]+/gi, word => {
    const other = word.replace(/[a-z]/gi, letter => {
      const lower = letter.toLowerCase()
      const kind = vowels.includes(lower) ? vowels : consonants
      const turned = kind[(kind.indexOf(lower) + 2) % kind.length]!
      return lower === letter ? turned : turned.toUpperCase()
    })
    return word.length > 4 && hash(word) % 4 === 0 ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
}

/** No class, no id, and a `div` for each element that HTML has for a part of a page. */
export function nameless({ page, labels }: Marked): Marked {
  const telling = new Set(['article', 'main', 'section', 'aside', 'nav', 'header', 'footer'])
  return {
    page: reset(page, element => ({ ...element, names: '', tag: telling.has(element.tag) ? 'div' : element.tag })),
    labels,
  }
}

/** Text with line breaks straight in what held the paragraphs. */
export function withoutParagraphs({ page, labels }: Marked): Marked {
  return {
    page: {
      ...page,
      blocks: page.blocks.map(block =>
        block.element.tag === 'p' && block.element.parent ? { ...block, element: block.element.parent } : block,
      ),
    },
    labels,
  }
}

/** The first paragraphs of the article alone. */
export function shortened({ page, labels }: Marked): Marked {
  let left = 3
  const keep = page.blocks.map(({ text }, index) => labels[index] === 0 || (text.length > 0 && left-- > 0))
  return {
    page: { blocks: page.blocks.filter((_, index) => keep[index]), said: { ...page.said, linkedData: [] } },
    labels: labels.filter((_, index) => keep[index]),
  }
}

/** Some paragraphs of the article as a list of their clauses, some with their first words as a subhead. */
export function listed({ page, labels }: Marked): Marked {
  const blocks: Block[] = []
  const marks: number[] = []
  let paragraph = 0
  for (const [index, block] of page.blocks.entries()) {
    const parts = labels[index] === 1 && block.element.tag === 'p' ? pieces(block, paragraph++) : [block]
    blocks.push(...parts)
    marks.push(...parts.map(() => labels[index]!))
  }
  return { page: { blocks, said: { ...page.said, linkedData: [] } }, labels: marks }
}

function pieces(block: Block, nth: number): Block[] {
  const { parent } = block.element
  if (nth % 4 === 2) {
    const clauses = block.text.split(/[,;:.]\s+/).filter(clause => clause !== '')
    const [list, item] = nth % 8 === 2 ? ['ul', 'li'] : ['table', 'td']
    const around = within(list!, parent)
    return clauses.map(text => ({ ...block, text: capital(text.replace(/[.]$/, '')), element: within(item!, around) }))
  }
  if (nth % 4 === 0 && nth > 0) {
    const words = block.text.split(' ')
    const text = capital(words.splice(0, 2 + (nth % 3)).join(' '))
    return [
      { ...block, text, element: within(nth % 8 === 0 ? 'h2' : 'h3', parent) },
      { ...block, text: capital(words.join(' ')) },
    ].filter(({ text }) => text !== '')
  }
  return [block]
}

function within(tag: string, parent: Element | null): Element {
  return { tag, names: '', parent, depth: (parent?.depth ?? 0) + 1, hidden: false }
}

function reset(page: Page, change: (element: Element) => Element): Page {
  const known = new Map<Element, Element>()
  const changed = (element: Element): Element => {
    const found = known.get(element)
    if (found) return found
    const own = { ...change(element), parent: element.parent ? changed(element.parent) : null }
    known.set(element, own)
    return own
  }
  return { ...page, blocks: page.blocks.map(block => ({ ...block, element: changed(block.element) })) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function hash(word: string): number {
  let value = 0
  for (let at = 0; at < word.length; at++) value = (value * 31 + word.charCodeAt(at)) >>> 0
  return value
}
