import { expect, test } from 'vitest'
import { slice } from '../language/span.js'
import { makeReport } from './report.js'
import { readHtml } from './sources/html.js'

const paragraph =
  'Norland offers talks about the border, its foreign minister Ana Petrova said after a meeting with the envoys.'

test('a report takes title, byline and day of publication from the lines around the article', () => {
  const report = makeReport({
    place: 'a.txt',
    text: `Norland offers talks about border\nBy Mira Holt\nPublished 7 March 2025\nUpdated 9 March 2025\n\n${paragraph}\n`,
  })
  expect(report).toMatchObject({
    title: 'Norland offers talks about border',
    byline: 'Mira Holt',
    date: { value: '2025-03-07', precision: 'day', from: 'byline' },
    language: 'en',
  })
  expect(report.body.map(span => slice(report.text, span))).toEqual([paragraph])
})

test('an agency tells the day of publication in its dateline; a day that the story tells of is another', () => {
  const date = (opening: string) => makeReport({ place: 'a.txt', text: `${opening}${paragraph}\n` }).date
  expect(date('NORD HAVEN, 7 March 2025 (Northern Wire) - ')).toEqual({
    value: '2025-03-07',
    precision: 'day',
    from: 'text',
  })
  expect(date('NORD HAVEN, March 7, 2025 — ')?.value).toBe('2025-03-07')
  expect(date('NORD HAVEN, 7 March (Northern Wire) - ')).toBeNull()
  expect(date('Norland, at peace since 7 March 2020 - or so it says - waits. ')).toBeNull()
})

test('what the source knows outweighs what the text states, and the outlet is the host where no other is known', () => {
  const report = makeReport({ place: 'a.txt', text: paragraph, url: 'https://www.herald.example/a', title: 'Talks' })
  expect(report).toMatchObject({ title: 'Talks', outlet: 'herald.example', headline: null, date: null })
})

test('the id is made from place and words', () => {
  const id = (place: string, text: string) => makeReport({ place, text }).id
  expect(id('a.txt', paragraph)).toMatch(/^[0-9a-f]{12}$/)
  expect(id('a.txt', paragraph)).toBe(id('a.txt', paragraph))
  expect(id('a.txt', paragraph)).not.toBe(id('b.txt', paragraph))
})

test('the language of a few words is unknown', () => {
  expect(makeReport({ place: 'a.txt', text: 'The talks have failed.' }).language).toBeNull()
})

test('wrapped lines are joined to paragraphs and every offset stays', () => {
  const wrapped = `The two delegations met for the third time this month in the\nport town, and agreed that observers may watch the northern\nroad from April on, provided that both armies withdraw their\nheavy guns, the mediator said in a statement after the talks\nhad ended.\n\nA date for the next round of talks has not been agreed on by\nthe two sides, which blame each other for the delay of it.\n`
  const report = makeReport({ place: 'a.txt', text: wrapped })
  expect(report.text).toHaveLength(wrapped.length)
  expect(report.body).toHaveLength(2)
})

test('a page that is no article keeps its words, all of them put aside', () => {
  const links = Array.from({ length: 20 }, (_, at) => `<li><a href="/${at}">Ferry ${at} is late again</a></li>`).join(
    '',
  )
  const { text, parts } = readHtml(`<body><ul>${links}</ul><p>All ferries are late this week.</p></body>`, 'a.html')
  expect(parts?.body).toEqual([])
  expect(parts?.removed.at(-1)).toEqual({ start: text.indexOf('All'), end: text.length, reason: 'no-article' })
})
