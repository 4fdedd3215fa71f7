import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import type { Refusal, Report } from '../report.js'
import { type ReadOptions, readReports } from './read.js'

const words =
  'Norland offers talks about the border, its foreign minister Ana Petrová said after a meeting with the envoys.'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-read-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

async function read(places: readonly string[] = [folder], options: ReadOptions = {}) {
  const reports: Report[] = []
  const refusals: Refusal[] = []
  for await (const reading of readReports(places, options))
    if (reading.kind === 'report') reports.push(reading.report)
    else refusals.push(reading.refusal)
  return { reports, refusals }
}
const body = (report: Report | undefined) => report?.body.map(span => slice(report.text, span)).join('\n')

test('a folder is read with all folders in it, in order of paths, without hidden files', async () => {
  mkdirSync(join(folder, 'b'))
  mkdirSync(join(folder, '.parley'))
  put('c.txt', words)
  put('b/z.md', words)
  put('a.txt', words)
  put('.hidden.txt', words)
  put('.parley/record.txt', words)
  put('case.yaml', 'parties: []')
  put('incidents.csv', 'date')
  const { reports, refusals } = await read()
  expect(reports.map(report => report.place)).toEqual(['a.txt', 'b/z.md', 'c.txt'])
  expect(refusals).toEqual([])
})

test('of a case folder only its reports are read', async () => {
  mkdirSync(join(folder, 'reports'))
  put('notes.txt', words)
  put('reports/a.txt', words)
  expect((await read()).reports.map(report => report.place)).toEqual(['reports/a.txt'])
})

test('one text comes out of every encoding', async () => {
  const utf16 = Buffer.from(words, 'utf16le')
  put('a-utf8-mark.txt', `\ufeff${words}`)
  put('b-latin1.txt', Buffer.from(words, 'latin1'))
  put('c-utf16le.txt', utf16)
  put('d-utf16le-mark.txt', Buffer.from(`\ufeff${words}`, 'utf16le'))
  put('e-utf16be.txt', Buffer.from(utf16).swap16())
  const { reports } = await read()
  expect(reports).toHaveLength(5)
  for (const report of reports) expect(report.text).toBe(words)
})

test('what cannot be read is refused with the way out, and the rest is read', async () => {
  put('a.txt', words)
  put('binary.txt', Buffer.from([0, 1, 2, 3, 255, 0, 9, 8, 0]))
  put('empty.txt', '')
  put('huge.txt', '')
  truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024)
  put('photo.jpg', Buffer.from([255, 216]))
  put('sheet.xlsx', 'x')
  put('broken.pdf', 'not a pdf')
  put('broken.docx', 'not a docx')
  put('broken.xml', '<not><a feed')
  const { reports, refusals } = await read([folder, join(folder, 'gone.txt')])
  expect(reports.map(report => report.place)).toEqual(['a.txt'])
  expect(refusals.map(({ place }) => place.split('/').at(-1)).sort()).toEqual([
    'binary.txt',
    'broken.docx',
    'broken.pdf',
    'broken.xml',
    'empty.txt',
    'gone.txt',
    'huge.txt',
    'photo.jpg',
    'sheet.xlsx',
  ])
  for (const { reason, mend } of refusals) expect([reason, mend]).not.toContain('')
  expect(refusals.find(({ place }) => place === 'huge.txt')?.reason).toContain('200 MB')
})

test('an empty folder is refused as one', async () => {
  expect((await read()).refusals).toMatchObject([{ place: folder, reason: 'The folder is empty.' }])
})

test('a link out of the folder is not followed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'parley-outside-'))
  writeFileSync(join(outside, 'secret.txt'), words)
  mkdirSync(join(folder, 'in'))
  put('in/own.txt', words)
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'a.txt'))
  symlinkSync(outside, join(folder, 'b'))
  symlinkSync(join(folder, 'in/own.txt'), join(folder, 'c.txt'))
  const { reports, refusals } = await read()
  expect(reports.map(report => report.place)).toEqual(['c.txt', 'in/own.txt'])
  expect(refusals.map(refusal => refusal.place)).toEqual(['a.txt', 'b'])
  rmSync(outside, { recursive: true })
})

test('a header names outlet, date and title and is no part of the text', async () => {
  put(
    'a.md',
    `---\noutlet: The Northern Herald\ndate: 2025-03-07\ntitle: Talks\nbyline: Mira Holt\nlanguage: en\n---\n${words}`,
  )
  const [report] = (await read()).reports
  expect(report).toMatchObject({
    outlet: 'The Northern Herald',
    title: 'Talks',
    byline: 'Mira Holt',
    date: { value: '2025-03-07', precision: 'day', from: 'header' },
    text: words,
  })
})

test('a saved page keeps its article and what it says of itself', async () => {
  put(
    'a.html',
    `<html lang="en"><head><title>Talks - Herald</title><meta property="og:site_name" content="The Northern Herald">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Norland offers talks","datePublished":"2025-03-07","dateModified":"2025-03-09","author":{"name":"Mira Holt"}}</script></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <article><h1>Norland offers talks</h1><p>${words}</p><p>${words} It was the third such offer.</p><p>${words} Sudovia rejected it.</p></article>
    <footer><p>Copyright 2025</p></footer></body></html>`,
  )
  const [report] = (await read()).reports
  expect(report).toMatchObject({
    title: 'Norland offers talks',
    outlet: 'The Northern Herald',
    byline: 'Mira Holt',
    date: { value: '2025-03-07', from: 'json-ld' },
  })
  expect(body(report)).toBe(
    [words, `${words} It was the third such offer.`, `${words} Sudovia rejected it.`].join('\n'),
  )
})

test('JSON lines give one report each; a line that cannot be read is refused by its number', async () => {
  put(
    'a.jsonl',
    `${JSON.stringify({ content: words, when: '2025-03-07', outlet: 'Herald' })}\n{oops\n{"title":"no text"}\n`,
  )
  const { reports, refusals } = await read([folder], { fields: { text: 'content', date: 'when' } })
  expect(reports).toMatchObject([
    { place: 'a.jsonl#1', outlet: 'Herald', date: { value: '2025-03-07', from: 'given' } },
  ])
  expect(refusals.map(refusal => refusal.place)).toEqual(['a.jsonl#2', 'a.jsonl#3'])
})

test('a feed gives one report an entry', async () => {
  put(
    'a.xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The Northern Herald</title><item><title>Talks</title><link>https://herald.example/1</link><pubDate>Fri, 07 Mar 2025 14:05:00 GMT</pubDate><description>&lt;p&gt;${words}&lt;/p&gt;</description></item><item><title>Only a title</title></item></channel></rss>`,
  )
  const { reports, refusals } = await read()
  expect(reports).toMatchObject([
    {
      place: 'a.xml#1',
      outlet: 'The Northern Herald',
      title: 'Talks',
      url: 'https://herald.example/1',
      date: { value: '2025-03-07T14:05:00Z', precision: 'minute', from: 'feed' },
      text: words,
    },
  ])
  expect(refusals).toMatchObject([{ place: 'a.xml#2' }])
})

test('a mail gives its text, its subject as the title', async () => {
  put(
    'a.eml',
    `From: Herald <news@herald.example>\r\nSubject: Talks\r\nDate: Fri, 07 Mar 2025 14:05:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`,
  )
  const [report] = (await read()).reports
  expect(report).toMatchObject({
    title: 'Talks',
    outlet: 'Herald',
    date: { value: '2025-03-07T14:05:00Z', from: 'header' },
  })
  expect(body(report)).toBe(words)
})

test('a web archive gives one report a page', async () => {
  const page = `<html><body><article><p>${words}</p><p>${words} Sudovia rejected it at once.</p></article></body></html>`
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
  const length = Buffer.byteLength(http)
  put(
    'a.warc',
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/1\r\nWARC-Date: 2025-03-07T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`,
  )
  const { reports, refusals } = await read()
  expect(refusals).toEqual([])
  expect(reports).toMatchObject([{ place: 'a.warc#1', url: 'https://herald.example/1', outlet: 'herald.example' }])
})

test('standard input is read as what it looks like', async () => {
  const { reports } = await read(['-'], { input: Readable.from([words]) })
  expect(reports).toMatchObject([{ place: '-', text: words }])
  expect((await read(['-'], { input: Readable.from([]) })).refusals).toHaveLength(1)
})
