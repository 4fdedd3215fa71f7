import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sparseModel } from '../src/language/model/sparse.js'
import { taggerModel } from '../src/record/tagger-model.js'
import type { Attribution } from '../src/statements/statement.js'
import { tagger } from '../src/statements/tagger/tagger.js'
import { type Article, articles, random, shuffled } from '../training/corpus.js'
import { dataFolder } from './data-folder.js'
import { added, type Counts, compared, f1, interval } from './quality-statements.js'
import { errorsOf } from './statement-errors.js'

/**
 * Measures quality on labelled data outside the repository and writes it to `docs/quality.md`:
 * `npm run bench:quality -- DIR`, DIR (or its folder `data`) with `attribution/dev.jsonl.gz`. Only figures are written, no words of the texts.
 */
const data = process.argv[2] && dataFolder(process.argv[2])
if (!data || !existsSync(join(data, 'attribution', 'dev.jsonl.gz'))) {
  console.error('Name the folder that holds attribution/dev.jsonl.gz: npm run bench:quality -- DIR')
  process.exit(2)
}
const dev = articles(join(data, 'attribution'), 'dev')
const measures = [
  'content tokens',
  'source tokens',
  'cue tokens',
  'attribution',
  'with source',
  'exact',
  'direct',
  'indirect',
]

interface Run {
  readonly name: string
  readonly found: readonly (readonly Attribution[])[]
  readonly counts: readonly Counts[]
}

function run(name: string, read: (text: string) => readonly Attribution[]): Run {
  const found = dev.map(({ text }) => read(text))
  return { name, found, counts: dev.map((article, i) => compared(article, found[i]!)) }
}

const full = taggerModel()
const fast = taggerModel(true)
const nothing = sparseModel(1, 1, new Int32Array(0), new Int32Array(1), new Uint8Array(0), new Int8Array(0))
const runs = [
  run('full model', tagger(full)),
  run("without the comparison of readings (the second chain's best)", tagger({ ...full, choice: nothing })),
  run('without the judges (every reading kept)', tagger({ ...full, threshold: 0 })),
  run('`--fast`: without trees', tagger(fast)),
]

const best = runs[0]!
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const scores = (counts: readonly Counts[]) => measures.map(measure => f1(added(counts)[measure]!).toFixed(1))
const heading = (first: string) => [row([first, ...measures]), row(['---', ...measures.map(() => '---')])]

const part = [
  '## Statements',
  '',
  `Attributions on the dev part of PolNeAR (${dev.length} articles of seven US publishers), F1 in percent. Tokens: per part of`,
  'the relation. Attribution: contents share at least half of their union; with source: and the sources touch.',
  '',
  ...heading(''),
  ...runs.map(({ name, counts }) => row([name, ...scores(counts)])),
  row([
    '95 % interval of the full model',
    ...measures.map(measure =>
      interval(best.counts, measure)
        .map(value => value.toFixed(1))
        .join(' to '),
    ),
  ]),
  '',
  'By publisher (full model):',
  '',
  ...heading('publisher'),
  ...[...new Set(dev.map(({ publisher }) => publisher))]
    .sort()
    .map(publisher => row([publisher, ...scores(best.counts.filter((_, i) => dev[i]!.publisher === publisher))])),
  '',
  ...calibration(dev, best),
  '',
  ...errors(dev, best),
  '',
  'Two human annotators against each other reach 91.6, 81.5, 69.2, 79.5, 75.3, 67.9, 96.5 and 72.0 on 20 articles.',
]

/** Of the attributions of each step of confidence, how many are right. */
function calibration(dev: readonly Article[], { found }: Run): string[] {
  const steps = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  const sums = steps.map(() => [0, 0, 0])
  dev.forEach((article, i) => {
    const wrong = new Set(errorsOf(article, found[i]!).map(error => error.found))
    for (const one of found[i]!) {
      const step = steps.findLastIndex(least => one.confidence >= least)
      sums[step]![0]!++
      sums[step]![1]! += one.confidence
      sums[step]![2]! += wrong.has(one) ? 0 : 1
    }
  })
  return [
    'Confidence against what is right (content):',
    '',
    row(['confidence', 'attributions', 'mean confidence', 'right']),
    row(['---', '---', '---', '---']),
    ...sums.flatMap(([count, sum, right], k) =>
      count! > 0
        ? [row([`${steps[k]} and more`, String(count), (sum! / count!).toFixed(2), (right! / count!).toFixed(2)])]
        : [],
    ),
  ]
}

/** Errors by class, and thirty of them by place. */
function errors(dev: readonly Article[], { found }: Run): string[] {
  const all = dev.flatMap((article, i) => errorsOf(article, found[i]!).map(error => ({ article, ...error })))
  const classes = [...new Set(all.map(error => error.kind))].sort()
  const sample = shuffled(all, random(30)).slice(0, 30)
  return [
    `${all.length} errors of the full model by class:`,
    '',
    row(['class', 'errors']),
    row(['---', '---']),
    ...classes.map(kind => row([kind, String(all.filter(error => error.kind === kind).length)])),
    '',
    'Thirty of them, by article and characters:',
    '',
    row(['article', 'characters', 'class']),
    row(['---', '---', '---']),
    ...sample.map(({ article, start, end, kind }) => row([article.id, `${start}-${end}`, kind])),
  ]
}

const path = 'docs/quality.md'
const old = existsSync(path) ? readFileSync(path, 'utf8') : '# Quality, measured\n'
const marks = ['<!-- statements: written by npm run bench:quality -->', '<!-- end of statements -->'] as const
const text = [marks[0], '', ...part, '', marks[1]].join('\n')
const from = old.indexOf(marks[0])
const to = old.indexOf(marks[1])
writeFileSync(
  path,
  from < 0 || to < 0 ? `${old.trimEnd()}\n\n${text}\n` : old.slice(0, from) + text + old.slice(to + marks[1].length),
)
console.log(part.slice(0, 15).join('\n'))
