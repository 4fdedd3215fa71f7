import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit, stderr } from 'node:process'
import { parseArgs } from 'node:util'
import { sentences } from '../src/language/words.js'
import { actFeatures } from '../src/positions/act-model/features.js'
import { type ActModel, hashOf, judge, writeModel } from '../src/positions/act-model/model.js'
import { actsQuality, type Judged } from './acts-quality.js'
import { trainSoftmax } from './softmax.js'

/**
 * `tsx training/acts.ts --data DIR`: makes `models/acts.bin` from `DIR/acts/acts.dev.jsonl` and writes what grouped
 * cross-validation says of it to `docs/quality/acts.md`. The same data give the same bytes.
 */
const { values } = parseArgs({ args: argv.slice(2), options: { data: { type: 'string' } } })
if (!values.data) {
  stderr.write('usage: tsx training/acts.ts --data DIR\n')
  exit(2)
}

const verbal = ['AGREE', 'CONSULT', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']
const deeds = ['CONCEDE', 'AID', 'COOPERATE', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'NONE']
const classes = [...verbal, ...deeds]

const settings = {
  /** Sentences printed in the CAMEO manual, and near copies of them in other sets, are judged but never learned from. */
  notLearned: 'cameo-manual',
  folds: 5,
  foldSeeds: 2,
  seeds: 4,
  epochs: 40,
  rate: 0.2,
  l2: 3e-3,
  dropout: 0.6,
  leastCount: 2,
  /** Weight of a sentence of which only the quarter of the scheme is known (verbal or material, cooperation or conflict). */
  partialWeight: 0.1,
  noneFrom: 0.8,
}

interface Row {
  readonly id: string
  readonly group: string
  readonly set: string
  readonly text: string
  readonly plover: string | null
  readonly penta?: number
  readonly source_actor?: unknown
  readonly target_actor?: unknown
}

interface Example extends Row {
  readonly features: readonly string[]
  /** Classes that it may be: one where it is labelled, several where only its quarter is known. */
  readonly allowed: readonly number[]
}

const path = join(values.data, 'acts', 'acts.dev.jsonl')
const source = readFileSync(path, 'utf8')
const rows = source
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as Row)
/** Groups of near copies with a sentence of the manual: all of the gold-standard records, a sixth of PLV. */
const printed = new Set(rows.filter(({ set }) => set === settings.notLearned).map(({ group }) => group))
const examples = rows.filter(({ set }) => set !== settings.notLearned).map(exampleOf)

const judged = crossValidate(examples)
const sharpness = calibrate(judged)
const model = { ...modelOf(examples, settings.seeds), sharpness }
const bytes = writeModel(model)
mkdirSync('models', { recursive: true })
mkdirSync(join('docs', 'quality'), { recursive: true })
writeFileSync(join('models', 'acts.bin'), bytes)
const report = actsQuality(
  judged.map(each => ({ ...each, ...judgedAs(each, sharpness) })),
  {
    verbal,
    settings: { ...settings, sharpness },
    features: model.hashes.length,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    data: createHash('sha256').update(source).digest('hex'),
    examples: [...new Set(examples.map(({ set }) => set))].map(set => [
      set,
      examples.filter(each => each.set === set && !printed.has(each.group)).length,
    ]),
  },
)
writeFileSync(join('docs', 'quality', 'acts.md'), report)
stderr.write(report)

function exampleOf(row: Row): Example {
  const words = sentences(row.text).flatMap(sentence => sentence.words)
  const features = actFeatures(words, placesOf(row.text, row.source_actor), placesOf(row.text, row.target_actor))
  return { ...row, features, allowed: allowedOf(row) }
}

/** Where the actors stand in the sentence: given as words, or as a list of {text}. */
function placesOf(text: string, actor: unknown): { start: number; end: number }[] {
  const names =
    typeof actor === 'string' ? [actor] : Array.isArray(actor) ? actor.map(({ text: name }) => String(name)) : []
  return names.flatMap(name => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ start, end: start + name.length }]
  })
}

function allowedOf({ set, plover, penta }: Row): number[] {
  const places = (names: readonly string[]) => names.map(name => classes.indexOf(name))
  if (plover) return places([plover === 'YIELD' || plover === 'RETREAT' ? 'CONCEDE' : plover]).filter(k => k >= 0)
  if (set === 'petr2-validation') return places(['NONE'])
  if (penta === 1) return places(['AGREE', 'CONSULT', 'SUPPORT'])
  if (penta === 2) return places(['CONCEDE', 'AID', 'COOPERATE'])
  if (penta === 3) return places(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])
  if (penta === 4) return places(['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])
  return []
}

/** Scores of each example by models that saw none of its group. */
function crossValidate(all: readonly Example[]): (Example & { models: ActModel[] })[] {
  return Array.from({ length: settings.folds }, (_, fold) => fold).flatMap(fold => {
    const inFold = ({ group }: Row) => hashOf(group) % settings.folds === fold
    const trained = modelOf(
      all.filter(example => !inFold(example)),
      settings.foldSeeds,
    )
    stderr.write(`fold ${fold + 1} of ${settings.folds}\n`)
    return all.filter(inFold).map(example => ({ ...example, models: [trained] }))
  })
}

function judgedAs(
  { models, features }: { models: ActModel[]; features: readonly string[] },
  sharpness: number,
): Pick<Judged, 'judgement'> {
  return { judgement: judge({ ...models[0]!, sharpness }, features) }
}

/** The sharpness under which the labelled examples are likeliest. */
function calibrate(all: readonly (Example & { models: ActModel[] })[]): number {
  const labelled = all.filter(({ allowed, plover }) => plover && allowed.length === 1)
  const loss = (sharpness: number) =>
    labelled.reduce((sum, example) => {
      const { probabilities } = judgedAs(example, sharpness).judgement
      return sum - Math.log(Math.max(1e-9, probabilities[example.allowed[0]!] ?? 0))
    }, 0)
  const tried = Array.from({ length: 40 }, (_, i) => 0.5 + i * 0.05)
  return Number(tried.reduce((best, next) => (loss(next) < loss(best) ? next : best)).toFixed(2))
}

function modelOf(all: readonly Example[], seeds: number): ActModel {
  const usable = all.filter(({ allowed, group }) => allowed.length > 0 && !printed.has(group))
  const counts = new Map<number, number>()
  for (const { features } of usable)
    for (const hash of new Set(features.map(hashOf))) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const hashes = Uint32Array.from([...counts].filter(([, n]) => n >= settings.leastCount).map(([hash]) => hash)).sort()
  const places = new Map([...hashes].map((hash, i) => [hash, i]))
  const weights = trainSoftmax(
    usable.map(({ features, allowed, plover }) => ({
      features: Int32Array.from(features.flatMap(name => places.get(hashOf(name)) ?? [])),
      allowed,
      weight: plover ? 1 : settings.partialWeight,
    })),
    { features: hashes.length, classes: classes.length, seeds, ...pick() },
  )
  return { classes, verbal: verbal.length, hashes, weights, sharpness: 1, noneFrom: settings.noneFrom }
}

function pick() {
  const { epochs, rate, l2, dropout } = settings
  return { epochs, rate, l2, dropout }
}
