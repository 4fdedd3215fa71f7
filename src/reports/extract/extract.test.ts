import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import { againstSchema } from './against.js'
import against from './against.json' with { type: 'json' }
import { readPage } from './blocks.js'
import { extract } from './extract.js'
import places from './places.json' with { type: 'json' }

const paragraphs = [
  'Norland offers talks about the northern border, its foreign minister Ana Petrova said on Monday after a meeting with the envoys of Sudovia.',
  'She told reporters that safety guarantees for the villages along the river had to come first, and that observers could start their work in May.',
  'The government of Sudovia rejected the offer in the evening, because it leaves open who commands the observers, a spokesman said in the capital.',
  'Both sides have met four times since the winter, and each has accused the other of moving guns to the border while the talks went on.',
]

const page = `<!doctype html><html lang="en"><head><title>Norland offers talks</title>
<meta property="og:site_name" content="The Northern Herald"><meta property="article:published_time" content="2025-03-07T10:00:00Z">
<meta property="article:modified_time" content="2025-03-09T10:00:00Z"></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article class="story"><h1>Norland offers talks</h1><div class="body"><p>${paragraphs[0]}</p>
<figure><img src="a.jpg"><figcaption>Ana Petrova after the meeting. Photo: News Agency</figcaption></figure>
<p>${paragraphs[1]}</p><p>${paragraphs[2]}</p><p>${paragraphs[3]}</p></div></article>
<aside class="related"><h3>More stories</h3><ul><li><a href="/1">Ferry runs aground off the coast</a></li><li><a href="/2">Harvest is late this year</a></li></ul></aside>
<footer><p>Copyright 2025 The Northern Herald. All rights reserved.</p></footer><script>var x = "<p>no text</p>"</script></body></html>`

test('of a page the paragraphs of the article are kept, and the caption is put aside as one', () => {
  const { text, body, removed, isArticle } = extract(page)
  expect(body.map(span => slice(text, span))).toEqual(paragraphs)
  expect(isArticle).toBe(true)
  expect(removed.find(({ reason }) => reason === 'caption')).toBeDefined()
  expect(text).not.toContain('no text')
})

test('the date is that of publication, not of the last change', () => {
  expect(extract(page, 'https://www.herald.example/a')).toMatchObject({
    title: 'Norland offers talks',
    outlet: 'The Northern Herald',
    date: { value: '2025-03-07T10:00:00Z', from: 'meta' },
    language: 'en',
  })
})

test('comments, other stories and the footer of the page are put aside as such', () => {
  const more = page.replace(
    '</article>',
    `</article><div class="story-related"><p>Boats run aground off the northern coast, and nobody is hurt, the harbour says.</p></div>
    <section id="comments"><p>I think that the offer was never meant, and everybody in the capital knows that by now.</p></section>`,
  )
  const { text, body, removed } = extract(more)
  expect(body.map(span => slice(text, span))).toEqual(paragraphs)
  const why = new Map(removed.map(span => [slice(text, span).split(' ')[0], span.reason]))
  expect([why.get('Boats'), why.get('I')]).toEqual(['related', 'comment'])
})

test('an element that no browser knows stands within its line', () => {
  expect(readPage('<p>one (<x-note>two</x-note>) three</p>').blocks.map(block => block.text)).toEqual([
    'one (two) three',
  ])
})

test('the list of what speaks against a block has the shape that the code reads', () => {
  expect(againstSchema.parse(against)).toEqual(against)
})

test('a page of links is no article', () => {
  const links = Array.from({ length: 30 }, (_, at) => `<li><a href="/${at}">Story number ${at}</a></li>`).join('')
  expect(extract(`<html><body><ul>${links}</ul></body></html>`).isArticle).toBe(false)
})

test('words and paragraphs are kept apart as a browser sets them', () => {
  const { blocks } = readPage('<p>one <b>two</b><br>three</p><div>four<p>five</p>six</div><td>seven</td>')
  expect(blocks.map(block => block.text)).toEqual(['one two', 'three', 'four', 'five', 'six', 'seven'])
})

test('a head or a script that nobody closed does not hide the page', () => {
  expect(readPage('<html><head><title>a</title><body><p>words</p>').blocks.map(block => block.text)).toEqual(['words'])
})

test('elements nested by the ten thousand are read in reasonable depth', () => {
  const deep = `${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}`
  expect(extract(deep).text).toBe('words')
})

test('hostile pages are read in a time that grows with their length', () => {
  for (const piece of ['<div>', '<x></y>', '<b>a', '<title>', '?.', '<', '<!--', '&amp', ' a=b'])
    expect(() => extract(`<p ${piece.repeat(50_000)}`)).not.toThrow()
})

test('whatever the page, body and removed cover its text in order', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="x">',
      '</div>',
      '<a href="#">',
      '</a>',
      '<li>',
      '<br>',
      '<script>',
      '<!--',
      page,
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const { text, body, removed } = extract(pieces.join(''))
      let at = 0
      for (const { start, end } of [...body, ...removed].sort((a, b) => a.start - b.start)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(text.length)
    }),
    { numRuns: 60 },
  )
})

test('the list of names of places holds lower-case parts of names alone', () => {
  for (const [kind, parts] of Object.entries(places)) {
    if (kind === 'about') continue
    for (const part of parts) expect(part).toMatch(/^[\p{Ll}-]+$/u)
  }
})
