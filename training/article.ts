/**
 * Trains the models that tell an article from what stands around it, in plain text and on web pages:
 *
 *     npx tsx training/article.ts --data DIR [--check] [--only texts|pages]
 *
 * DIR holds `reports/cleanup.dev.jsonl.gz` (lines marked keep or drop) and `reports/extraction` (pages with their articles).
 * `--check` prints the figures of six-fold cross-validation by document instead of writing the models: of runs of four words,
 * of segments (words of the article that must be in the text, words around it that must not), and of segments on the pages
 * as other sites would set them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import * as lineFeatures from '../src/reports/clean/features.js'
import { type Line, line } from '../src/reports/clean/line.js'
import { looks } from '../src/reports/clean/look.js'
import { articleRun, type LineModel } from '../src/reports/clean/run.js'
import { type Page, readPage } from '../src/reports/extract/blocks.js'
import { featuresOf, linesOf, placesOf } from '../src/reports/extract/extract.js'
import * as blockFeatures from '../src/reports/extract/features.js'
import type { Read } from '../src/reports/extract/fill.js'
import { mainText } from '../src/reports/extract/main-text.js'
import type { Trees } from '../src/reports/lineages/trees.js'
import { boost, usual } from './boosting.js'
import { disguises } from './disguises.js'
import { markArticle, shingleScore } from './marks.js'

interface Document {
  readonly id: string
  readonly lines: readonly Line[]
  readonly texts: readonly string[]
  readonly rows: readonly Float64Array[]
  readonly labels: readonly number[]
  readonly article: string
  /** Of a page alone. */
  readonly read?: Read
  /** The same page as other sites would set it. */
  readonly disguised?: readonly Omit<Document, 'disguised'>[]
}

type Settings = Pick<LineModel, 'about' | 'bias' | 'change'>

const seeds = [7, 20, 33]
const how = {
  ...usual,
  rounds: 80,
  rate: 0.08,
  leaf: 1,
  rowShare: 0.7,
  featureShare: 0.3,
}
const folds = 6
/** What a page in disguise counts against the page itself. */
const disguisedWeight = 0.3

const { values } = parseArgs({
  options: { data: { type: 'string' }, check: { type: 'boolean' }, only: { type: 'string' } },
})
if (!values.data) throw new Error('Say where the data is: --data DIR.')
const folder = join(values.data, 'reports')
const truth: Record<string, { articleBody: string }> = JSON.parse(
  readFileSync(join(folder, 'extraction/ground-truth.json'), 'utf8'),
)

run('texts', 'src/reports/clean/model.json', plainTexts, lineFeatures.featureNames, {
  about: 'Which lines of a text are the article. Trained by training/article.ts.',
  bias: 0.3,
  change: 0.3,
})
run('pages', 'src/reports/extract/model.json', pages, blockFeatures.featureNames, {
  about: 'Which blocks of a web page are the article. Trained by training/article.ts.',
  bias: 0.9,
  change: 0.3,
})

function run(
  part: string,
  file: string,
  read: () => readonly Document[],
  names: readonly string[],
  settings: Settings,
): void {
  if (values.only && values.only !== part) return
  const documents = read()
  if (values.check) console.log(file, crossValidated(documents, names, settings))
  else
    writeFileSync(
      new URL(`../${file}`, import.meta.url),
      `${JSON.stringify({ ...settings, trees: trained(documents, names) })}\n`,
    )
}

function crossValidated(documents: readonly Document[], names: readonly string[], settings: Settings) {
  const tested = Array.from({ length: folds }, (_, fold) => {
    const trees = trained(
      documents.filter((_, index) => index % folds !== fold),
      names,
    )
    const model = { ...settings, trees }
    const keptOf = ({ rows, read }: Document) => (read ? mainText(model, rows, read).kept : articleRun(model, rows))
    return documents
      .filter((_, index) => index % folds === fold)
      .map(document => ({
        words: shingleScore(document.article, keptText(document, keptOf(document))),
        segments: segmentCounts(document, keptOf(document)),
        disguised: (document.disguised ?? []).map(other => segmentCounts(other, keptOf(other))),
      }))
  }).flat()
  const mean = (values: readonly (number | null)[]) => {
    const known = values.filter(value => value !== null)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  const precision = mean(tested.map(({ words }) => words.precision))
  const recall = mean(tested.map(({ words }) => words.recall))
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    segments: f1(tested.map(({ segments }) => segments)),
    disguised: (tested[0]?.disguised ?? []).map((_, index) => f1(tested.map(({ disguised }) => disguised[index]!))),
  }
}

function keptText({ texts }: Document, kept: readonly boolean[]): string {
  return texts.filter((_, index) => kept[index]).join('\n')
}

interface Counts {
  readonly right: number
  readonly lost: number
  readonly wrong: number
}

/** Of a few blocks of the article and around it, those nearest to its ends among them, how many are told rightly. */
function segmentCounts({ labels, texts }: Document, kept: readonly boolean[]): Counts {
  const those = (label: number) =>
    labels.flatMap((own, index) => (own === label && texts[index]!.length > 5 ? [index] : []))
  const inside = those(1)
  const start = inside[0] ?? 0
  const end = inside.at(-1) ?? 0
  const around = those(0)
  const near = [around.filter(index => index < start).at(-1), around.find(index => index > end)]
  const wanted = new Set([0, 1 / 3, 2 / 3, 1].map(share => inside[Math.round(share * (inside.length - 1))]))
  const unwanted = new Set([...near, ...[1 / 3, 2 / 3].map(share => around[Math.round(share * (around.length - 1))])])
  const keptOf = (all: ReadonlySet<number | undefined>) =>
    [...all].filter(index => index !== undefined && kept[index]).length
  const right = keptOf(wanted)
  return { right, lost: [...wanted].filter(index => index !== undefined).length - right, wrong: keptOf(unwanted) }
}

function f1(all: readonly Counts[]): number {
  const sum = (of: (counts: Counts) => number) => all.reduce((total, counts) => total + of(counts), 0)
  const right = sum(({ right }) => right)
  return Math.round((2000 * right) / (2 * right + sum(({ lost }) => lost) + sum(({ wrong }) => wrong))) / 1000
}

/** Trees of several seeds, each with an equal say: one tree's whims cancel out. */
function trained(documents: readonly Document[], names: readonly string[]): Trees {
  const all = documents.flatMap(document => [document, ...(document.disguised ?? [])])
  const rows = all.flatMap(({ rows }) => rows)
  const labels = all.flatMap(({ labels }) => labels)
  const weights = documents.flatMap(document => [
    ...weightsOf(document),
    ...(document.disguised ?? []).flatMap(other => weightsOf(other).map(weight => weight * disguisedWeight)),
  ])
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
      const article = truth[id]!.articleBody
      const labels = markArticle(
        page.blocks.map(({ text }) => text),
        article,
      )
      return {
        ...measured(id, page, labels, article),
        disguised: disguises({ page, labels }).map(other => measured(id, other.page, other.labels)),
      }
    })
}

/** `article`: its words where they are known otherwise than by the labels. */
function measured(id: string, page: Page, labels: readonly number[], article?: string): Document {
  const { text, lines } = linesOf(page.blocks)
  const texts = page.blocks.map(block => block.text)
  const seen = looks(text, lines)
  const places = placesOf(page.blocks)
  return {
    id,
    lines,
    texts,
    rows: featuresOf(page, lines, seen),
    read: { blocks: page.blocks, lines, seen, places },
    labels,
    article: article ?? texts.filter((_, index) => labels[index] === 1).join('\n'),
  }
}
