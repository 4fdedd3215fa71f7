import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCase } from '../src/record/case-file.js'
import { demoFile, demoFiles, demoFolder, gold } from './demo-gold.js'

const caseFile = parseCase(readFileSync(join(demoFolder, 'case.yaml'), 'utf8'), 'examples/case.yaml')

/** Every place that the reading by hand points to. */
const places = [
  ...gold.credits,
  ...gold.drift.flatMap(drift => [drift, ...drift.against]),
  ...gold.contradictions.flatMap(contradiction => contradiction.sides.flatMap(side => side.evidence)),
  ...gold.unconfirmedClaims,
  ...gold.movements.flatMap(movement => movement.steps),
  ...gold.circles.flat(),
  ...gold.redLines,
  ...gold.debris,
  ...gold.statements,
]

test('every quote of the reading by hand stands in its report word for word', () => {
  expect(places.length).toBeGreaterThan(150)
  expect(places.filter(({ file, quote }) => !demoFile(file).toString('utf8').includes(quote))).toEqual([])
})

test('every condition of the reading by hand stands within its statement', () => {
  const conditional = gold.statements.filter(statement => statement.condition !== undefined)
  expect(conditional.length).toBeGreaterThan(10)
  expect(conditional.filter(({ quote, condition }) => !quote.includes(condition ?? ''))).toEqual([])
})

test('every report is in one lineage, or refused', () => {
  const known = [...gold.lineages.flatMap(lineage => lineage.members), ...gold.refused]
  expect(known.sort()).toEqual([...demoFiles])
  expect(gold.lineages.length).toBe(gold.independentSources)
  expect(known.length - gold.refused.length).toBe(gold.reports)
})

test('every report has a date or is known to have none', () => {
  expect([...Object.keys(gold.dates), ...gold.undated, ...gold.refused].sort()).toEqual([...demoFiles])
})

test('the file that is refused is no text', () => {
  for (const name of gold.refused) {
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(demoFile(name))).toThrow()
  }
})

test('every party of the reading is one of the case, or the public', () => {
  const parties = new Set([...caseFile.parties.map(party => party.id), 'PUBLIC'])
  expect(gold.statements.filter(({ party }) => party !== null && !parties.has(party))).toEqual([])
})

test('every issue of the reading is one that the case names', () => {
  const issues = new Set(caseFile.issues.map(issue => issue.id))
  expect(gold.statements.flatMap(statement => statement.issues).filter(issue => !issues.has(issue))).toEqual([])
})

test('every file belongs to an outlet of the case', () => {
  const outlet = (file: string) => caseFile.outlets.filter(({ match }) => file.includes(match)).map(({ name }) => name)
  expect(demoFiles.filter(file => outlet(file).length !== 1)).toEqual([])
  expect(new Set(demoFiles.flatMap(outlet)).size).toBe(6)
})
