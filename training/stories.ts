import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { collect } from '../src/reports/lineages/collection.js'
import { comparisons } from '../src/reports/lineages/comparisons.js'
import { storyNames, storyRow } from '../src/reports/stories/likeness.js'
import { storyReach, storyReading } from '../src/reports/story.js'
import { agreement, foldOf, reportOfRow, rowsOf } from './data.js'
import { crossValidate, grouped, type Lesson, logLoss, type Schooling, school } from './judging.js'

// The model of which reports tell one event. Run: tsx training/stories.ts --data DIR [--check] (--check: cross-validation only)

const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean' } } })
if (!values.data) throw new Error('Say where the data is: --data DIR')

const how: Schooling = {
  names: storyNames,
  folds: 5,
  bags: 2,
  first: { rounds: 120 },
  second: { rounds: 60, depth: 3 },
}
const threshold = 0.3
/** Weight of a pair of each set: the small ones would be drowned by the large one. */
const setWeight: Record<string, number> = { allsides: 1, basil: 3, 'ecb+': 2, fnc1: 2 }

const sets = Object.entries(setWeight).map(([source, weight]) => {
  const rows = rowsOf(values.data!, 'stories').filter(row => row.source === source)
  return { source, labels: rows.map(row => row.story!), lesson: lessonOf(rows, source, weight) }
})
const lessons = sets.map(({ lesson }) => lesson)
const unseen = crossValidate(lessons, how)
report('first look', unseen.first)
report('second look', unseen.second)
if (!values.check) {
  const about = 'Made by training/stories.ts from reports of one event by several outlets.'
  const model = school(lessons, how, unseen, threshold)
  writeFileSync('src/reports/stories/model.json', `${JSON.stringify({ about, ...model })}\n`)
}

function lessonOf(rows: ReturnType<typeof rowsOf>, source: string, weight: number): Lesson {
  const size = rows.length
  const reports = rows.map(reportOfRow)
  const compared = comparisons(collect(reports.map(storyReading)), storyReach)
  const rowOf = storyRow(reports, compared)
  const pairs = Array.from(compared.pairs, key => {
    const a = Math.floor(key / size)
    const b = key % size
    const same = rows[a]!.story === rows[b]!.story
    return { a, b, row: Float32Array.from(rowOf(a, b)), same, weight, hard: false }
  })
  return { size, pairs, folds: rows.map(row => foldOfStory(source, row.story!)) }
}

/** Two events of one topic (two earthquakes) are in one fold. */
function foldOfStory(source: string, story: string): number {
  return foldOf(source === 'ecb+' ? story.split('-')[1]! : story, how.folds)
}

function report(name: string, says: readonly Float64Array[]): void {
  const loss = lessons.map((lesson, at) => logLoss(lesson, says[at]!).toFixed(0))
  console.log(`${name}: log loss ${loss.join(' ')}`)
  for (const limit of [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55]) {
    const scores = sets.map(({ source, labels, lesson }, at) => {
      const { f1, p, r } = agreement(labels, grouped(lesson, says[at]!, limit)).bcubed
      return `${source} ${f1.toFixed(4)} (${p.toFixed(3)} ${r.toFixed(3)})`
    })
    console.log(`  ${limit}: ${scores.join('  ')}`)
  }
}
