import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { collect } from '../src/reports/lineages/collection.js'
import { type Comparisons, comparisons, rowNames } from '../src/reports/lineages/comparisons.js'
import { kinReach } from '../src/reports/lineages/kinship.js'
import { read } from '../src/reports/lineages/reading.js'
import { agreement, foldOf, rowsOf } from './data.js'
import { crossValidate, grouped, type Lesson, type LessonPair, logLoss, type Schooling, school } from './judging.js'
import { compareSmall, type Drawn, isKin, smallCollections } from './small-collections.js'

// The model of who derives from whom. Run: tsx training/lineages.ts --data DIR [--check] (--check: cross-validation only)

const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean' } } })
if (!values.data) throw new Error('Say where the data is: --data DIR')

const how: Schooling = {
  names: rowNames,
  folds: 5,
  bags: 2,
  first: { rounds: 110, depth: 5 },
  second: { rounds: 100, depth: 3 },
}
const threshold = 0.55
const smallCount = 400
const storySources = ['allsides', 'basil', 'ecb+']
/** Weight of a pair of a small collection: the same texts come again and again. */
const smallWeight = 0.5

/** A stranger that shares more than this of its runs of four words may be a copy that nobody labelled: it teaches nothing. */
const copiedShare = 0.2
const copied = rowNames.indexOf('shinglesShort')

const rows = rowsOf(values.data, 'rewrites')
const compared = compareAll(rows)
const folds = foldsByComponent()
// Reports of one event by outlets of different leanings are strangers as those of two events are; of ECB+ nobody knows.
const neighbours = rowsOf(values.data, 'stories').filter(({ source }) => storySources.includes(source!))
const drawn: Drawn[] = [
  ...rows,
  ...neighbours.map(({ id, text, story, source }) => ({
    text,
    story: `story ${story}`,
    ...(source === 'ecb+' ? {} : { origin: `own ${id}` }),
  })),
]
const drawnFolds = [
  ...folds,
  ...neighbours.map(({ story }) => foldOf(story!.replace(/^(.*?-.*?)-.*/, '$1'), how.folds)),
]
const large: Lesson = lessonOf(
  compared,
  rows.map((_, place) => place),
  (a, b) => ({ same: rows[a]!.origin === rows[b]!.origin, weight: 1, hard: isSameStory(a, b) }),
)
const small = smallCollections(drawn, compareAll(drawn), smallCount)
const smallLessons = small.map(reports => {
  const all = compareSmall(reports)
  return lessonOf(
    all,
    reports.map(({ place }) => place),
    (a, b, row) => {
      const same = isKin(reports[a]!, reports[b]!)
      const isSure = same === true || (same === false && row[copied]! < copiedShare)
      return { same: same === true, weight: isSure ? smallWeight : 0, hard: true }
    },
  )
})
const lessons = [large, ...smallLessons]
const unseen = crossValidate(lessons, how)
report('first look', unseen.first)
report('second look', unseen.second)
if (!values.check) {
  const about =
    'Made by training/lineages.ts from rewrites by language models and independent reports of the same events.'
  const model = school(lessons, how, unseen, threshold)
  writeFileSync('src/reports/lineages/kinship.json', `${JSON.stringify({ about, ...model })}\n`)
}

function isSameStory(a: number, b: number): boolean {
  return rows[a]!.story !== undefined && rows[a]!.story === rows[b]!.story
}

function compareAll(reports: readonly Drawn[]): Comparisons {
  return comparisons(collect(reports.map(({ text }) => read(text, [{ start: 0, end: text.length }]))), kinReach)
}

/** `places` are those of the reports among all that are drawn from. */
function lessonOf(
  { pairs, row }: Comparisons,
  places: readonly number[],
  labelled: (a: number, b: number, row: readonly number[]) => Pick<LessonPair, 'same' | 'weight' | 'hard'>,
): Lesson {
  const size = places.length
  return {
    size,
    folds: places.map(place => drawnFolds[place]!),
    pairs: Array.from(pairs, key => {
      const a = Math.floor(key / size)
      const b = key % size
      const values = row(a, b)
      return { a, b, row: Float32Array.from(values), ...labelled(a, b, values) }
    }),
  }
}

/** The fold of each row: reports that share an origin or a story, directly or by others, are in one. */
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

function report(name: string, says: readonly Float64Array[]): void {
  console.log(`${name}: log loss ${logLoss(large, says[0]!).toFixed(0)}`)
  const independent = rows.flatMap((row, a) =>
    rows.slice(0, a).flatMap((other, b) => (isSameStory(a, b) && other.origin !== row.origin ? [[a, b] as const] : [])),
  )
  for (const limit of [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
    const groups = grouped(large, says[0]!, limit)
    const joined = independent.filter(([a, b]) => groups[a] === groups[b]).length / independent.length
    const { pairwise, bcubed } = agreement(
      rows.map(row => row.origin!),
      groups,
    )
    console.log(
      `  ${limit}: pairwise ${figures(pairwise)}, B3 ${bcubed.f1.toFixed(4)}, independent joined ${joined.toFixed(3)}; ${reportSmall(says, limit)}`,
    )
  }
}

/** Of all small collections together, pairs of which it is known whether they are kin; and of these the spliced ones. */
function reportSmall(says: readonly Float64Array[], limit: number): string {
  const counts = { kin: 0, joined: 0, right: 0, spliced: 0, splicedJoined: 0 }
  small.forEach((reports, index) => {
    const lesson = smallLessons[index]!
    const own = grouped(lesson, says[index + 1]!, limit)
    for (const { a, b, same, weight } of lesson.pairs) {
      if (weight === 0) continue
      const isJoined = own[a] === own[b]
      if (same) counts.kin++
      if (isJoined) counts.joined++
      if (same && isJoined) counts.right++
      if (same || !(reports[a]!.spliced || reports[b]!.spliced)) continue
      counts.spliced++
      if (isJoined) counts.splicedJoined++
    }
  })
  const p = counts.right / counts.joined
  const r = counts.right / counts.kin
  return `small: pairwise ${figures({ f1: (2 * p * r) / (p + r), p, r })}, with a shared passage joined ${counts.splicedJoined} of ${counts.spliced}`
}

function figures({ f1, p, r }: { f1: number; p: number; r: number }): string {
  return `${f1.toFixed(4)} (${p.toFixed(3)} ${r.toFixed(3)})`
}
