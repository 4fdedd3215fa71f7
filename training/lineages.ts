import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { collect } from '../src/reports/lineages/collection.js'
import { comparisons, rowNames } from '../src/reports/lineages/comparisons.js'
import { kinReach } from '../src/reports/lineages/kinship.js'
import { read } from '../src/reports/lineages/reading.js'
import { agreement, foldOf, rowsOf } from './data.js'
import { crossValidate, grouped, type Lesson, logLoss, type Schooling, school } from './judging.js'

// The model of who derives from whom. Run: tsx training/lineages.ts --data DIR [--check] (--check: cross-validation only)

const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean' } } })
if (!values.data) throw new Error('Say where the data is: --data DIR')

const how: Schooling = {
  names: rowNames,
  folds: 5,
  bags: 3,
  first: { rounds: 110 },
  second: { rounds: 60, depth: 3 },
}
const threshold = 0.5

const rows = rowsOf(values.data, 'rewrites')
const isSameStory = (a: number, b: number) => rows[a]!.story !== undefined && rows[a]!.story === rows[b]!.story
const lesson = lessonOf()
const unseen = crossValidate([lesson], how)
report('first look', unseen.first[0]!)
report('second look', unseen.second[0]!)
if (!values.check) {
  const about =
    'Made by training/lineages.ts from rewrites by language models and independent reports of the same events.'
  const model = school([lesson], how, unseen, threshold)
  writeFileSync('src/reports/lineages/kinship.json', `${JSON.stringify({ about, ...model })}\n`)
}

function lessonOf(): Lesson {
  const size = rows.length
  const compared = comparisons(collect(rows.map(({ text }) => read(text, [{ start: 0, end: text.length }]))), kinReach)
  const pairs = Array.from(compared.pairs, key => {
    const a = Math.floor(key / size)
    const b = key % size
    const same = rows[a]!.origin === rows[b]!.origin
    return { a, b, row: Float32Array.from(compared.row(a, b)), same, weight: 1, hard: isSameStory(a, b) }
  })
  return { size, pairs, folds: foldsByComponent() }
}

/** Reports that share an origin or a story, directly or by others, are in one fold. */
function foldsByComponent(): number[] {
  const parent = rows.map((_, at) => at)
  const root = (at: number): number => {
    let found = at
    while (parent[found] !== found) found = parent[found]!
    return found
  }
  const seen = new Map<string, number>()
  rows.forEach((row, at) => {
    for (const key of [`origin ${row.origin}`, ...(row.story ? [`story ${row.story}`] : [])]) {
      const other = seen.get(key)
      if (other === undefined) seen.set(key, at)
      else parent[root(at)] = root(other)
    }
  })
  return rows.map((_, at) => foldOf(rows[root(at)]!.origin!, how.folds))
}

function report(name: string, says: ArrayLike<number>): void {
  console.log(`${name}: log loss ${logLoss(lesson, says).toFixed(0)}`)
  const independent = rows.flatMap((row, a) =>
    rows.slice(0, a).flatMap((other, b) => (isSameStory(a, b) && other.origin !== row.origin ? [[a, b] as const] : [])),
  )
  for (const limit of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) {
    const groups = grouped(lesson, says, limit)
    const { pairwise, bcubed } = agreement(
      rows.map(row => row.origin!),
      groups,
    )
    const joined = independent.filter(([a, b]) => groups[a] === groups[b]).length / independent.length
    const { f1, p, r } = pairwise
    console.log(
      `  ${limit}: pairwise ${f1.toFixed(4)} (${p.toFixed(3)} ${r.toFixed(3)}), B3 ${bcubed.f1.toFixed(4)}, independent joined ${joined.toFixed(3)}`,
    )
  }
}
