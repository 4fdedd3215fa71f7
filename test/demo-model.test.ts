import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { slice } from '../src/language/span.js'
import { openCase } from '../src/record/case-folder.js'
import type { Report } from '../src/reports/report.js'
import { type Model, modelJsonSchema } from '../src/settlements/model.js'
import { parseModel } from '../src/settlements/model-file.js'
import { demoFolder } from './demo-gold.js'

const text = readFileSync(join(demoFolder, 'model.yaml'), 'utf8')
let reports: ReadonlyMap<string, Report>
let model: Model

beforeAll(async () => {
  model = parseModel(text, 'model.yaml')
  reports = new Map((await openCase([demoFolder])).reports.map(report => [report.id as string, report]))
}, 60_000)

test('every quote of the demo model stands in the report that it names, at its place', () => {
  const evidence = model.parties.flatMap(party =>
    [
      party.weights,
      ...Object.values(party.values),
      ...(party.reserve ? [party.reserve] : []),
      ...party.redLines,
      ...party.combinations,
    ].flatMap(one => (one.evidence === 'assumed' ? [] : one.evidence)),
  )
  expect(evidence.length).toBeGreaterThan(10)
  for (const { report: id, start, end, quote } of evidence) {
    const report = reports.get(id)
    expect(report, id).toBeDefined()
    if (start === undefined || end === undefined) expect(report?.text).toContain(quote)
    else expect(slice(report?.text ?? '', { start, end }), id).toBe(quote)
  }
})

test('the schema that the demo model names for editors is the schema of models', () => {
  const [, file = ''] = /\$schema=\.\/(\S+)/.exec(text) ?? []
  expect(JSON.parse(readFileSync(join(demoFolder, file), 'utf8'))).toEqual(modelJsonSchema())
})
