/**
 * What the tagger adds to the rules in the record, and how often it is right, by its confidence:
 *
 *     npm run bench:record -- DIR
 *
 * DIR holds `data/attribution/dev.jsonl.gz`, which no model was trained on. A statement counts as right where it shares
 * half of the characters of a gold content, and its source touches gold's. `leastAlone` in `src/statements/merge.ts`
 * stands where what is added is right as often as what the rules find.
 */
import { join } from 'node:path'
import { argv } from 'node:process'
import { isWithin, overlap, type Span } from '../src/language/span.js'
import { packagedTagger } from '../src/record/tagger-model.js'
import { makeReport } from '../src/reports/report.js'
import type { Attribution } from '../src/statements/statement.js'
import { type Knowledge, statements } from '../src/statements/statements.js'
import { articles, type GoldAttribution } from '../training/corpus.js'

type Parts = Pick<Attribution, 'source' | 'content'>

const spans = (pairs: GoldAttribution['source']): Span[] => pairs.map(([start, end]) => ({ start, end }))
const length = (list: readonly Span[]) => list.reduce((sum, { start, end }) => sum + end - start, 0)
const shared = (a: readonly Span[], b: readonly Span[]) =>
  a.reduce((sum, mine) => sum + b.reduce((common, other) => common + overlap(mine, other), 0), 0)
const agree = (a: Parts, b: Parts) =>
  2 * shared(a.content, b.content) >= Math.max(length(a.content), length(b.content)) && shared(a.source, b.source) > 0

const steps = [0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1.01]
const added = steps.map(() => ({ count: 0, right: 0 }))
const byRule = { count: 0, right: 0 }
let goldCount = 0
const found = { rules: 0, both: 0 }

for (const { id, text, attributions } of articles(join(argv[2] ?? '../shared', 'data/attribution'), 'dev')) {
  const report = makeReport({ id, place: id, text })
  const gold = attributions
    .map(({ source, content }) => ({ source: spans(source), content: spans(content) }))
    .filter(({ content }) => content.every(span => report.body.some(part => isWithin(span, part))))
  const read = (knowledge: Knowledge) => statements([report], knowledge)
  const rules = read({ parties: [] })
  const both = read({ parties: [], tagger: packagedTagger })
  const isRight = (statement: Parts) => gold.some(each => agree(statement, each))
  const known = new Set(rules.map(each => each.id))
  goldCount += gold.length
  found.rules += gold.filter(each => rules.some(statement => agree(statement, each))).length
  found.both += gold.filter(each => both.some(statement => agree(statement, each))).length
  byRule.count += rules.length
  byRule.right += rules.filter(isRight).length
  for (const statement of both.filter(each => !known.has(each.id))) {
    const bin = added[steps.findIndex(step => statement.confidence < step) - 1]
    if (!bin) continue
    bin.count++
    if (isRight(statement)) bin.right++
  }
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
console.log(
  `gold in the articles: ${goldCount}; found by rule ${share(found.rules, goldCount)}, with the tagger ${share(found.both, goldCount)}`,
)
console.log(`by rule: ${byRule.count}, right ${share(byRule.right, byRule.count)}`)
for (const [n, { count, right }] of added.entries())
  if (count > 0) console.log(`added, confidence from ${steps[n]}: ${count}, right ${share(right, count)}`)
