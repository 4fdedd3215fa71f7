import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import type { Refusal, Report } from '../report.js'
import { type ReadOptions, readReports } from './read.js'

const words =
  'Norland offers talks about the border, its foreign minister Ana Petrova said after a meeting with the envoys.'
const page = `<html><body><article><p>${words}</p><p>${words} Sudovia rejected it at once.</p></article></body></html>`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-formats-'))
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
const body = (report: Report | undefined) => report?.body.map(span => slice(report.text, span))

test('packed files are read as what they hold: text, JSON lines, a web archive', async () => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
  const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/1\r\nWARC-Date: 2025-03-07T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
  put('a.txt.gz', gzipSync(words))
  put('b.jsonl.gz', gzipSync(`${JSON.stringify({ text: words })}\n${JSON.stringify({ text: `${words} Again.` })}\n`))
  put('c.warc.gz', gzipSync(record))
  put('d.html.gz', gzipSync(page))
  const { reports, refusals } = await read()
  expect(refusals).toEqual([])
  expect(reports.map(({ place }) => place)).toEqual([
    'a.txt.gz',
    'b.jsonl.gz#1',
    'b.jsonl.gz#2',
    'c.warc.gz#1',
    'd.html.gz',
  ])
  expect(reports[3]).toMatchObject({ url: 'https://herald.example/1' })
  expect((await read(['-'], { input: Readable.from([gzipSync(words)]) })).reports).toMatchObject([{ text: words }])
})

test('a packed file that is damaged or unpacks to too much is refused', async () => {
  put('cut.txt.gz', gzipSync(words).subarray(0, 40))
  put('bomb.txt.gz', gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a')))
  const { refusals } = await read()
  expect(refusals.map(({ reason }) => reason)).toEqual([
    'It unpacks to more than 32 MB.',
    'The packed file is damaged: unexpected end of file.',
  ])
})

test('a Word document gives its paragraphs', async () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  put(
    'a.docx',
    zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(words)}${paragraph('Sudovia rejected the offer at once.')}</w:body></w:document>`,
    }),
  )
  const { reports, refusals } = await read()
  expect(refusals).toEqual([])
  expect(body(reports[0])).toEqual([words, 'Sudovia rejected the offer at once.'])
})

test('a PDF gives its lines joined to paragraphs', async () => {
  const [first, second] = words.split(/(?<=foreign) /)
  put('a.pdf', pdf([first ?? '', second ?? ''], ['Sudovia rejected the offer at once.']))
  const { reports, refusals } = await read()
  expect(refusals).toEqual([])
  expect(body(reports[0])).toEqual([words, 'Sudovia rejected the offer at once.'])
})

test('a list of addresses is read from the web, line by line; what is no address is refused', async () => {
  const server: Server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else if (request.url === '/feed')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>The Herald</title><item><title>Talks</title><description>${words}</description></item></channel></rss>`,
        )
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from(page.replace('Petrova', 'Petrová'), 'latin1'))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const site = `http://herald.example:${(server.address() as AddressInfo).port}`
  put('links.urls', `# today\n${site}/news/1\n\nnot an address\nftp://herald.example/2\n${site}/feed\n`)
  const network = { lookup: async () => ['127.0.0.1'], mayReach: () => true, wait: async () => {} }
  const { reports, refusals } = await read([folder], { network })
  await new Promise(done => server.close(done))
  expect(reports.map(({ place, url, outlet }) => [place, url, outlet])).toEqual([
    [`${site}/news/1`, `${site}/news/1`, 'herald.example'],
    [`${site}/feed#1`, null, 'The Herald'],
  ])
  expect(reports[0]?.text).toContain('Petrová')
  expect(refusals.map(({ place }) => place)).toEqual(['links.urls#4', 'ftp://herald.example/2'])
})

test('an address of this machine is refused without being asked', async () => {
  const { refusals } = await read(['http://127.0.0.1:9/a', 'file:///etc/passwd'])
  expect(refusals.map(({ reason }) => reason)).toEqual([
    'The address leads into a private network or to this machine.',
    'Only http and https addresses are read.',
  ])
})

/** A zip archive without compression. */
function zip(files: Record<string, string>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]))
    local.push(header, data)
    at += header.length + data.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}

/** A PDF of one page with paragraphs of lines. */
function pdf(...paragraphs: string[][]): string {
  const lines = paragraphs.flatMap((own, paragraph) =>
    own.map((line, index) => ({ line, below: index === 0 && paragraph > 0 ? 34 : 14 })),
  )
  const shown = `BT /F1 11 Tf 50 760 Td ${lines.map(({ line, below }) => `0 -${below} Td (${line}) Tj`).join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let out = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = out.length
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${out}xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF`
}
