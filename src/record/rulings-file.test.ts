import { expect, test } from 'vitest'
import { noRulings, type StatementRuling } from '../positions/rulings/ruling.js'
import { emptyCase } from './case-file.js'
import { parseRulings, rulingsJsonSchema, withRulingAdded } from './rulings-file.js'

const parse = (text: string) => parseRulings(text, 'rulings.yaml', emptyCase)

const head = `statements:
  - report: reports/quill.txt
    quote: The fleets stay in port
    by: Lena Orr
`
const ruling: StatementRuling = {
  report: 'reports/quill.txt',
  quote: '“We will not: ever”, she said\n# twice',
  by: 'Lena Orr',
  on: '2031-04-09',
  why: 'she: refuses',
  act: 'REJECT',
}

test('an empty file rules nothing', () => {
  expect(parse('')).toEqual(noRulings)
  expect(parse('# nobody ruled yet\n')).toEqual(noRulings)
})

test.each([
  ['a ruling without a reason', `${head}    act: OFFER\n`, /rulings\.yaml:2.*why|why/],
  ['an act that is none', `${head}    why: so\n    act: OFFERS\n`, /act/],
  ['a ruling that decides nothing', `${head}    why: so\n`, /decides nothing/],
  ['no statement and an act at once', `${head}    why: so\n    act: OFFER\n    notAStatement: true\n`, /stand alone/],
  ['a field that does not exist', `${head}    why: so\n    acts: OFFER\n`, /acts/],
  ['an issue that the case does not know', `${head}    why: so\n    issues: [moon-rights]\n`, /moon-rights/],
])('%s is a fault that names its field', (_, text, words) => {
  expect(() => parse(text)).toThrow(words)
})

test('a fault names its line', () => {
  expect(() => parse(`${head}    why: so\n    act: OFFERS\n`)).toThrow(
    expect.objectContaining({ place: 'rulings.yaml:6' }),
  )
})

test('a ruling that is added can be read again, and all before it stays as it was written', () => {
  const text = `# The desk's rulings.\n${head}    why: "so"   # asked twice\n    act: OFFER\n`
  const more = withRulingAdded(text, parse(text), { of: 'statement', ruling })
  expect(more.startsWith(text)).toBe(true)
  expect(parse(more).statements[1]).toEqual(ruling)
})

test('the first ruling makes the file', () => {
  const text = withRulingAdded('', noRulings, { of: 'statement', ruling })
  expect(parse(text)).toEqual({ statements: [ruling], discrepancies: [] })
})

test('the JSON Schema describes both lists', () => {
  expect(Object.keys(rulingsJsonSchema().properties ?? {})).toEqual(['statements', 'discrepancies'])
})
