import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { read, wordHash } from '../src/reports/lineages/reading.js'

// How common English words are in news: the share of reports that have each. Run: tsx training/common-words.ts --data DIR

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (!values.data) throw new Error('Say where the data is: --data DIR')
const rows = ['rewrites', 'stories'].flatMap(name =>
  gunzipSync(readFileSync(join(values.data!, 'reports', `${name}.dev.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { text: string; kind?: string }),
)
const texts = rows
  .filter(row => row.text.length > 300 && (row.kind ?? 'original').match(/original|independent/))
  .map(row => row.text)
const reports = new Map<number, number>()
const spellings = new Map<number, Map<string, number>>()
for (const text of texts) {
  for (const hash of new Set(read(text, [{ start: 0, end: text.length }]).words)) {
    reports.set(hash, (reports.get(hash) ?? 0) + 1)
  }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const hash = wordHash(word)
    const counts = spellings.get(hash) ?? new Map<string, number>()
    spellings.set(hash, counts.set(word, (counts.get(word) ?? 0) + 1))
  }
}
const common = [...reports]
  .filter(([hash, count]) => count / texts.length >= 0.01 && spellings.has(hash))
  .map(([hash, count]) => {
    const [word] = [...spellings.get(hash)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    return [word, Math.round((1000 * count) / texts.length) / 1000] as const
  })
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
writeFileSync('src/reports/lineages/common-words.json', `${JSON.stringify(Object.fromEntries(common), null, 1)}\n`)
console.log(texts.length, 'reports,', common.length, 'words')
