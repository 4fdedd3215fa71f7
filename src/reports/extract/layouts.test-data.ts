import { readdirSync, readFileSync } from 'node:fs'

/** An invented web page, with what of its words an extraction must give and what it must not. */
export interface Layout {
  readonly name: string
  readonly html: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

const folder = new URL('./layouts/', import.meta.url)

/** The pages in `layouts/`: `{+words+}` must be in the text, `{-words-}` must not; all else is free. */
export function layouts(): Layout[] {
  return readdirSync(folder)
    .sort()
    .map(file => {
      const marked = readFileSync(new URL(file, folder), 'utf8')
      return {
        name: file.replace('.html.txt', ''),
        html: marked.replace(/\{[+-]|[+-]\}/g, ''),
        must: segments(marked, /\{\+([^{}]*?)\+\}/g),
        mustNot: segments(marked, /\{-([^{}]*?)-\}/g),
      }
    })
}

function segments(marked: string, marks: RegExp): string[] {
  return [...marked.matchAll(marks)].map(([, words]) => words!.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'))
}

/** Which of the segments are lost, and which stand in the text that should not. White space counts for one space. */
export function faults({ must, mustNot }: Layout, text: string): { lost: string[]; kept: string[] } {
  const plain = text.replace(/\s+/gu, ' ')
  const has = (words: string) => plain.includes(words.replace(/\s+/gu, ' '))
  return { lost: must.filter(words => !has(words)), kept: mustNot.filter(has) }
}
