import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { argv, memoryUsage } from 'node:process'
import { lineageMembers, lineageShelf } from '../src/reports/lineage.js'
import { stories } from '../src/reports/story.js'
import { seeded } from '../training/boosting.js'
import { agreement, reportOfRow, rowsOf } from '../training/data.js'
import { generatedReports } from './generated-reports.js'

// How well and how fast lineages and stories are told: `npm run bench:lineages -- FOLDER`, FOLDER/data/reports holding the
// labelled sets. The models were trained on the open data, so what is printed here is an upper bound;
// `tsx training/lineages.ts --data FOLDER/data --check` cross-validates. `npm run bench:lineages -- --size 100000` needs no
// data: it times that many invented reports.

const size = Number(argv[argv.indexOf('--size') + 1])
if (argv.includes('--size') && !(size > 0)) throw new Error('Say how many reports: --size 100000')
const folder = argv[2]
const data = join(folder ?? '', 'data')
if (argv.includes('--size')) figureSize(size)
else if (folder && existsSync(join(data, 'reports'))) {
  figureLineages()
  for (const source of ['allsides', 'ecb+', 'fnc1', 'basil']) figureStories(source)
} else throw new Error('Say where the data is: npm run bench:lineages -- FOLDER, with FOLDER/data/reports')

function figureLineages(): void {
  const rows = rowsOf(data, 'rewrites')
  const reports = rows.map(row => ({ ...reportOfRow(row), title: null, date: null }))
  const { result, seconds } = timed(() => lineageMembers(reports))
  const groups = numbered(
    rows.map(row => row.id),
    result,
  )
  const { pairwise, bcubed } = agreement(
    rows.map(row => row.origin!),
    groups,
  )
  const independent = rows.flatMap((row, a) =>
    rows
      .slice(0, a)
      .flatMap((other, b) =>
        row.story !== undefined && row.story === other.story && row.origin !== other.origin ? [[a, b] as const] : [],
      ),
  )
  const joined = independent.filter(([a, b]) => groups[a] === groups[b]).length / independent.length
  print(
    'lineages: pairwise F1',
    pairwise.f1.toFixed(3),
    `precision ${pairwise.p.toFixed(3)}, recall ${pairwise.r.toFixed(3)}`,
  )
  print('lineages: B-cubed F1', bcubed.f1.toFixed(3))
  print('lineages: independent pairs joined', joined.toFixed(3), `of ${independent.length}`)
  print('lineages: reports a second', (rows.length / seconds).toFixed(0), `${rows.length} in ${seconds.toFixed(1)} s`)
}

function figureStories(source: string): void {
  const rows = rowsOf(data, 'stories').filter(row => row.source === source)
  const { result, seconds } = timed(() => stories(rows.map(reportOfRow)))
  const { bcubed } = agreement(
    rows.map(row => row.story!),
    numbered(
      rows.map(row => row.id),
      result,
    ),
  )
  print(
    `stories: ${source}, B-cubed F1`,
    bcubed.f1.toFixed(3),
    `${(rows.length / seconds).toFixed(0)} reports a second`,
  )
}

/** A large case of invented reports: the same on every machine, and without the data. */
function figureSize(size: number): void {
  const reports = generatedReports(size)
  const random = seeded(11)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const { result, seconds } = timed(() => lineageShelf(reports))
  print(`lineages of ${size} reports`, `${seconds.toFixed(0)} s`, `${result.lineages.length} lineages`)
  const newcomers = Array.from({ length: 50 }, () => reportOfRow({ id: 'new', text: pick(reports).text.slice(200) }))
  const adding = timed(() => newcomers.map(result.lineageOf))
  print(
    `finding one's place among ${size}`,
    `${((1000 * adding.seconds) / newcomers.length).toFixed(1)} ms`,
    `${adding.result.filter(Boolean).length} of ${newcomers.length} found kin`,
  )
  const { rss, arrayBuffers } = memoryUsage()
  print('memory', `${(rss / 2 ** 20).toFixed(0)} MB`, `${(arrayBuffers / 2 ** 20).toFixed(0)} MB of it in arrays`)
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const start = performance.now()
  const result = work()
  return { result, seconds: (performance.now() - start) / 1000 }
}

function numbered(ids: readonly string[], groups: readonly { readonly members: readonly string[] }[]): number[] {
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map(member => [member, group] as const)))
  return ids.map(id => groupOf.get(id)!)
}

function print(name: string, value: string, note = ''): void {
  console.log(`${name.padEnd(42)} ${value.padStart(8)}  ${note}`)
}
