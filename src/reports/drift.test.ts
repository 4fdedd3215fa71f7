import { expect, test } from 'vitest'
import { drift } from './drift.js'
import { reportOf } from './example-reports.test-data.js'
import type { Lineage } from './lineage.js'
import type { Report } from './report.js'

const lineage = (reports: readonly Report[]): Lineage => ({
  id: 'l',
  members: reports.map(report => report.id),
  bonds: [],
  origin: null,
})
const words = (...texts: string[]) => {
  const reports = texts.map((text, at) => reportOf('abc'[at]!, text))
  return drift(lineage(reports), reports).map(found => `${found.report}: ${found.kind} ${found.what}: ${found.words}`)
}

test('a date that one rewrite alone has is uncorroborated', () => {
  expect(
    words(
      'Envoys of Varnia and Ostrel met in Kestrel to discuss the Sull valley.',
      'Envoys of Varnia and Ostrel met in Kestrel on May 3, 2031 to discuss the Sull valley.',
    ),
  ).toEqual(['b: added date: adds “May 3, 2031”'])
})

test('a duty that became a condition is a change of modality', () => {
  expect(
    words(
      'Minister Maron said the guarantees should be formalised in a treaty with Ostrel.',
      'Minister Maron said the guarantees would need to be formalised in a treaty with Ostrel.',
    ),
  ).toEqual(['b: changed modality: “would need to be formalised” against “should be formalised”'])
})

test('a stance that turned into its opposite is a change of polarity, shown at the member in the minority', () => {
  expect(
    words(
      'President Dahl is preparing for peace talks with Ostrel in Kestrel.',
      'President Dahl is reluctant to hold peace talks with Ostrel in Kestrel.',
      'President Dahl is ready for peace talks with Ostrel in Kestrel.',
    ),
  ).toEqual([
    'b: changed polarity: “reluctant to hold peace talks” against “preparing for peace talks”, “ready for peace talks”',
  ])
})

test('a number that differs in sentences that answer to each other is a change', () => {
  expect(
    words(
      'Varnia will send 240 observers to the Sull valley by the end of spring.',
      'By the end of spring Varnia will send 420 observers to the Sull valley.',
    ),
  ).toEqual(['b: changed number: “420 observers” against “240 observers”'])
})

test('a person titled "former" by one member only is a change of title', () => {
  expect(
    words(
      'Former President Ilka Maron urged Ostrel to sign the accord.',
      'President Ilka Maron urged Ostrel to sign the accord.',
    ),
  ).toEqual(['b: changed title: “President Ilka Maron” against “Former President Ilka Maron”'])
})

test('a quotation that all others have and one lacks is dropped; between two members nobody can say who dropped it', () => {
  const quoted = 'Maron said “we will not sign before the guns are silent” after the talks in Kestrel.'
  const plain = 'Maron said after the talks in Kestrel that no signature would come first.'
  expect(words(quoted, quoted, plain)).toEqual([
    'c: dropped quotation: leaves out “we will not sign before the guns are silent”',
  ])
  expect(words(quoted, plain)).toEqual(['a: added quotation: adds “we will not sign before the guns are silent”'])
})

test('a copy has no drift', () => {
  const text = 'Varnia will send 240 observers to the Sull valley. Ostrel refused to say when its guns will leave.'
  expect(words(text, text)).toEqual([])
})

test('the words of an entry stand at its span', () => {
  const reports = [
    reportOf('a', 'Envoys of Varnia and Ostrel met in Kestrel to discuss the Sull valley.'),
    reportOf('b', 'Envoys of Varnia and Ostrel met in Kestrel on May 3, 2031 to discuss the Sull valley.'),
  ]
  const [found] = drift(lineage(reports), reports)
  expect(reports[1]!.text.slice(found!.here!.start, found!.here!.end)).toBe('May 3, 2031')
  expect(found!.there).toEqual([{ report: 'a', start: 0, end: reports[0]!.text.length }])
})
