/**
 * Trains the models that tell an article from what stands around it, in plain text and on web pages:
 *
 *     npx tsx training/article.ts --data DIR [--check]
 *
 * DIR holds `reports/cleanup.dev.jsonl.gz` (lines marked keep or drop) and `reports/extraction` (pages with their articles).
 * `--check` prints the figures of six-fold cross-validation by document instead of writing the models.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import * as lineFeatures from '../src/reports/clean/features.js'
import { type Line, line } from '../src/reports/clean/line.js'
import { looks } from '../src/reports/clean/look.js'
import { articleRun, type LineModel } from '../src/reports/clean/run.js'
import { readPage } from '../src/reports/extract/blocks.js'
import { featuresOf, linesOf, nudges, placesOf } from '../src/reports/extract/extract.js'
import * as blockFeatures from '../src/reports/extract/features.js'
import type { Trees } from '../src/reports/lineages/trees.js'
import { boost, usual } from './boosting.js'
import { markArticle, shingleScore } from './marks.js'

interface Document {
  readonly id: string
  readonly lines: readonly Line[]
  readonly texts: readonly string[]
  readonly rows: readonly Float64Array[]
  readonly labels: readonly number[]
  /** What the model is corrected by, in log-odds. */
  readonly nudges?: readonly number[]
  readonly article: string
}

type Settings = Pick<LineModel, 'about' | 'bias' | 'change'>

const seeds = [7, 20, 33]
const how = { ...usual, rounds: 80, rate: 0.08, leaf: 1, rowShare: 0.7, featureShare: 0.3 }
const folds = 6

const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean' } } })
if (!values.data) throw new Error('Say where the data is: --data DIR.')
const folder = join(values.data, 'reports')
const truth: Record<string, { articleBody: string }> = JSON.parse(
  readFileSync(join(folder, 'extraction/ground-truth.json'), 'utf8'),
)

run('src/reports/clean/model.json', plainTexts(), lineFeatures.featureNames, {
  about: 'Which lines of a text are the article. Trained by training/article.ts.',
  bias: 0.3,
  change: 0.3,
})
run('src/reports/extract/model.json', pages(), blockFeatures.featureNames, {
  about: 'Which blocks of a web page are the article. Trained by training/article.ts.',
  bias: 0.8,
  change: 0.3,
})

function run(file: string, documents: readonly Document[], names: readonly string[], settings: Settings): void {
  if (values.check) console.log(file, crossValidated(documents, names, settings))
  else
    writeFileSync(
      new URL(`../${file}`, import.meta.url),
      `${JSON.stringify({ ...settings, trees: trained(documents, names) })}\n`,
    )
}

function crossValidated(documents: readonly Document[], names: readonly string[], settings: Settings) {
  const scores = Array.from({ length: folds }, (_, fold) => {
    const trees = trained(
      documents.filter((_, index) => index % folds !== fold),
      names,
    )
    return documents
      .filter((_, index) => index % folds === fold)
      .map(({ rows, nudges, texts, article }) => {
        const kept = articleRun({ ...settings, trees }, rows, nudges)
        return shingleScore(article, texts.filter((_, index) => kept[index]).join('\n'))
      })
  }).flat()
  const mean = (of: (score: (typeof scores)[number]) => number | null) => {
    const known = scores.map(of).filter(value => value !== null)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  const precision = mean(score => score.precision)
  const recall = mean(score => score.recall)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Trees of several seeds, each with an equal say: one tree's whims cancel out. */
function trained(documents: readonly Document[], names: readonly string[]): Trees {
  const rows = documents.flatMap(({ rows }) => rows)
  const labels = documents.flatMap(({ labels }) => labels)
  const weights = documents.flatMap(weightsOf)
  const parts = seeds.map(seed => boost(names, rows, labels, weights, { ...how, seed }))
  const joined = { roots: [] as number[], feature: [] as number[], value: [] as number[], left: [] as number[] }
  for (const part of parts) {
    const from = joined.feature.length
    joined.roots.push(...part.roots.map(root => root + from))
    joined.left.push(...part.left.map(left => left + from))
    for (const [node, feature] of part.feature.entries()) {
      joined.feature.push(feature)
      joined.value.push(feature < 0 ? Math.round((part.value[node]! / parts.length) * 1e6) / 1e6 : part.value[node]!)
    }
  }
  return { features: [...names], base: parts.reduce((sum, { base }) => sum + base, 0) / parts.length, ...joined }
}

/** Every document counts alike, in it a line by the root of its words. */
function weightsOf({ lines }: Document): number[] {
  const weights = lines.map(({ words }) => Math.sqrt(Math.max(1, words.length)))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map(weight => (weight / sum) * 170)
}

function plainTexts(): Document[] {
  const rows = gunzipSync(readFileSync(join(folder, 'cleanup.dev.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  return rows
    .map(row => JSON.parse(row) as { id: string; lines: { t: string; keep: number }[] })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, lines: given }) => {
      const texts = given.map(({ t }) => t)
      const text = texts.join('\n')
      let at = 0
      const lines = texts.map(words => {
        const span = { start: at, end: at + words.length }
        at = span.end + 1
        return line(span, words)
      })
      return {
        id,
        lines,
        texts,
        rows: lineFeatures.features(lines, looks(text, lines)),
        labels: given.map(({ keep }) => keep),
        article: truth[id]!.articleBody,
      }
    })
}

function pages(): Document[] {
  const html = join(folder, 'extraction/html')
  return readdirSync(html)
    .sort()
    .map(file => {
      const id = file.replace('.html.gz', '')
      const page = readPage(gunzipSync(readFileSync(join(html, file))).toString('utf8'))
      const { text, lines } = linesOf(page.blocks)
      const texts = page.blocks.map(block => block.text)
      const article = truth[id]!.articleBody
      const seen = looks(text, lines)
      return {
        id,
        lines,
        texts,
        rows: featuresOf(page, lines, seen),
        nudges: nudges(seen, placesOf(page.blocks)),
        labels: markArticle(texts, article),
        article,
      }
    })
}
