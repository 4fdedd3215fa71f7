/**
 * How well the article is told from its surroundings, how fast, in how much memory:
 *
 *     npx tsx bench/articles.ts DIR
 *
 * DIR holds `data/reports`. The models were trained on these documents: for honest figures see
 * `npx tsx training/article.ts --data DIR/data --check`, which cross-validates.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, cpuUsage, memoryUsage } from 'node:process'
import { gunzipSync } from 'node:zlib'
import { filter as cleanFilter } from '../src/cli/stages/clean.js'
import { slice } from '../src/language/span.js'
import { extract } from '../src/reports/extract/extract.js'
import { shingleScore } from '../training/marks.js'

const folder = join(argv[2] ?? '../shared', 'data/reports')
const truth: Record<string, { articleBody: string; url?: string }> = JSON.parse(
  readFileSync(join(folder, 'extraction/ground-truth.json'), 'utf8'),
)

const html = join(folder, 'extraction/html')
const pages = readdirSync(html)
  .sort()
  .map(file => ({
    id: file.replace('.html.gz', ''),
    html: gunzipSync(readFileSync(join(html, file))).toString('utf8'),
  }))
measure('pages', pages, ({ id, html }) => {
  const { text, body } = extract(html, truth[id]?.url ?? null)
  return [truth[id]!.articleBody, body.map(span => slice(text, span)).join('\n')]
})

const texts = gunzipSync(readFileSync(join(folder, 'cleanup.dev.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map(row => JSON.parse(row) as { id: string; lines: { t: string }[] })
measure('plain texts', texts, ({ id, lines }) => {
  if (!('each' in cleanFilter)) throw new Error('The clean stage answers line by line.')
  const { keep } = cleanFilter.each({ id, lines: lines.map(({ t }) => t) }) as { keep: (0 | 1)[] }
  return [truth[id]!.articleBody, lines.flatMap(({ t }, index) => (keep[index] ? [t] : [])).join('\n')]
})

function measure<T>(
  name: string,
  items: readonly T[],
  answer: (item: T) => readonly [wanted: string, found: string],
): void {
  // One pass first: the figure is that of a long run, when all code is compiled.
  for (const item of items) answer(item)
  let slowest = 0
  const start = cpuUsage().user
  const answers = items.map(item => {
    const before = cpuUsage().user
    const pair = answer(item)
    slowest = Math.max(slowest, (cpuUsage().user - before) / 1000)
    return pair
  })
  const seconds = (cpuUsage().user - start) / 1e6
  const scores = answers.map(([wanted, found]) => shingleScore(wanted, found))
  const mean = (values: readonly (number | null)[]) => {
    const known = values.filter(value => value !== null)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  const precision = mean(scores.map(score => score.precision))
  const recall = mean(scores.map(score => score.recall))
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${name}: F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}), ` +
      `${(items.length / seconds).toFixed(0)}/s a core, slowest ${slowest.toFixed(0)} ms, ${Math.round(memoryUsage().rss / 1e6)} MB`,
  )
}
