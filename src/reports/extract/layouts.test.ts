import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import { extract } from './extract.js'

/** Of the marked words, that many in a hundred are told rightly: no page may lose its text, few may lose a line. */
const enough = 0.96

test('pages of many kinds and languages keep their text and little else', () => {
  let right = 0
  let wrong = 0
  for (const layout of layouts()) {
    const { lost, kept } = faults(layout, textOf(layout.html))
    right += layout.must.length - lost.length
    wrong += lost.length + kept.length
    expect(lost.length, `${layout.name} loses ${lost.join(' | ')}`).toBeLessThanOrEqual(layout.must.length / 2)
  }
  expect((2 * right) / (2 * right + wrong)).toBeGreaterThan(enough)
})

test('a page keeps its text where the names of its elements say nothing', () => {
  let all = 0
  let missed = 0
  for (const layout of layouts()) {
    const bare = layout.html.replace(/ (?:class|id|role)=(?:"[^"]*"|[\w-]+)/g, '')
    const { lost } = faults(layout, textOf(bare))
    all += layout.must.length
    missed += lost.length
  }
  expect(missed / all).toBeLessThan(0.15)
})

const teasers = Array.from(
  { length: 14 },
  (_, at) => `<div class="teaser"><h3><a href="/${at}">Ferry number ${at} is late again this week</a></h3>
  <p>The harbour says that ferry number ${at} will leave two hours later than planned, because of the ice.</p></div>`,
)
const results = Array.from(
  { length: 10 },
  (_, at) =>
    `<li><a href="/${at}">Result ${at}: talks in Teskel</a><span>... the envoys met again on day ${at} ...</span></li>`,
)

test('a front page, a list of results and a form are no articles', () => {
  const pages = [
    `<html><body><nav><a href="/">Home</a></nav><main>${teasers.join('')}</main></body></html>`,
    `<html><body><h1>Search</h1><ol>${results.join('')}</ol></body></html>`,
    '<html><body><h1>Sign in</h1><form><label>Name</label><input><label>Password</label><input><p>Forgot your password?</p></form></body></html>',
  ]
  expect(pages.map(page => extract(page).isArticle)).toEqual([false, false, false])
})

test('what is too short for an article is given all the same', () => {
  const { text, body, isArticle } = extract(
    '<nav><a href="/">Home</a></nav><main><h1>Bridge</h1><p>The bridge over the sluice is closed this weekend.</p></main>',
  )
  expect(isArticle).toBe(false)
  expect(body.map(span => slice(text, span))).toContain('The bridge over the sluice is closed this weekend.')
})

test('an article that a page carries for machines alone is read from there, and once', () => {
  const paragraphs = layouts().find(({ name }) => name === 'json-ld-only')!
  expect(textOf(paragraphs.html).split('\n')).toHaveLength(3)
  const shown = paragraphs.html.replace(
    '<div id="app"></div>',
    '<main><p>The strike of the lock keepers on the Marrow canal ended on Wednesday, and boats began to move again at noon.</p></main>',
  )
  expect(textOf(shown).split('\n')).toHaveLength(3)
})

test('a page of more blocks than anyone reads is read in order, and none comes twice', () => {
  const many = Array.from(
    { length: 30_000 },
    (_, at) => `<div><p>Line ${at} of the record says that all is well.</p></div>`,
  )
  const { body } = extract(`<body><main>${many.join('')}</main></body>`)
  expect(body.length).toBeGreaterThan(1000)
  for (const [index, { start }] of body.entries()) if (index > 0) expect(start).toBeGreaterThan(body[index - 1]!.end)
})

function textOf(html: string): string {
  const { text, body } = extract(html)
  return body.map(span => slice(text, span)).join('\n')
}

/** An invented web page, with what of its words an extraction must give and what it must not. */
interface Layout {
  readonly name: string
  readonly html: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

const folder = new URL('./layouts/', import.meta.url)

/** The pages in `layouts/`: `{+words+}` must be in the text, `{-words-}` must not; all else is free. */
function layouts(): Layout[] {
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
function faults({ must, mustNot }: Layout, text: string): { lost: string[]; kept: string[] } {
  const plain = text.replace(/\s+/gu, ' ')
  const has = (words: string) => plain.includes(words.replace(/\s+/gu, ' '))
  return { lost: must.filter(words => !has(words)), kept: mustNot.filter(has) }
}
