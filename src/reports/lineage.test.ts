import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportOf } from './example-reports.test-data.js'
import { type Lineage, lineageShelf, lineages } from './lineage.js'

const wire = reportOf(
  'wire',
  'KESTREL (Reuters) - Varnia is ready to let observers return to the Sull valley, Foreign Minister Ilka Maron said on Tuesday after six hours of talks with envoys of Ostrel. “The valley belongs to those who live in it,” Maron told reporters. She said 240 observers could arrive by the end of May if Ostrel pulled its artillery back behind the river Tesk. Ostrel has refused to move its guns before a ceasefire is signed. The two states fought over the valley for eleven weeks last autumn.',
)
const rewrite = reportOf(
  'rewrite',
  'Varnia has signalled that it would allow observers back into the Sull valley. Foreign Minister Ilka Maron made the announcement following six hours of discussions with Ostrel’s envoys. “The valley belongs to those who live in it,” she stated. According to Maron, some 240 observers might be deployed by the end of May, provided that Ostrel withdraws its artillery beyond the river Tesk. Ostrel, however, has refused to relocate its guns until a ceasefire has been signed.',
)
const independent = reportOf(
  'independent',
  'Ostrel’s army said it shot down two drones near Hallen overnight, hours after talks in Kestrel ended without a joint statement. General Oren Pask blamed “reckless people in Varnia”. Aid groups say that 3,000 families in the Sull valley have had no electricity since Sunday. Nobody at the talks would say when the next round begins.',
)
const elsewhere = reportOf(
  'elsewhere',
  'The harbour of Port Quill will be dredged next year, its council decided by nine votes to four. Fishermen had asked for the work since a trawler ran aground in March. The cost, 14 million crowns, is shared with the province.',
)
const all = [wire, rewrite, independent, elsewhere]

const groups = (found: readonly Lineage[]) => found.map(lineage => [...lineage.members].sort()).sort()

test('a rewrite belongs to the lineage of its original, a report of the same talks by another hand does not', () => {
  expect(groups(lineages(all))).toEqual([['elsewhere'], ['independent'], ['rewrite', 'wire']])
})

test('a bond says in words what the two share', () => {
  const [found] = lineages(all).filter(lineage => lineage.members.length === 2)
  expect(found?.bonds).toHaveLength(1)
  expect(found?.bonds[0]?.reasons).toContain('quotation “The valley belongs to those who live in it”')
})

test('two reports are compared even where there are no others', () => {
  expect(groups(lineages([wire, rewrite]))).toEqual([['rewrite', 'wire']])
  expect(groups(lineages([wire, independent]))).toEqual([['independent'], ['wire']])
})

test('the order of the reports does not matter', () => {
  const usual = lineages(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
      expect(lineages(shuffled)).toEqual(usual)
    }),
    { numRuns: 10 },
  )
})

test('a copy always joins its original', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 40 }), { minLength: 1, maxLength: 6 }), fc.nat(), (texts, pick) => {
      const reports = texts.map((text, at) => reportOf(`r${at}`, text))
      const original = reports[pick % reports.length]!
      const found = lineages([...reports, { ...original, id: 'copy' }])
      expect(found.find(lineage => lineage.members.includes('copy'))?.members).toContain(original.id)
    }),
    { numRuns: 50 },
  )
})

test('every report is in exactly one lineage', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 8 }), texts => {
      const found = lineages(texts.map((text, at) => reportOf(`r${at}`, text)))
      expect(found.flatMap(lineage => lineage.members).sort()).toEqual(texts.map((_, at) => `r${at}`).sort())
    }),
    { numRuns: 50 },
  )
})

test('without a reason no member is called the origin', () => {
  expect(lineages([wire, rewrite])[0]?.origin).toBeNull()
})

test('the member that others credit is the origin', () => {
  const credited = { ...rewrite, outlet: 'Reuters' }
  expect(lineages([wire, credited])[0]?.origin).toEqual({
    report: 'rewrite',
    reason: 'credited by 1 of 1 others: “(Reuters)”',
  })
})

test('a line of credit names the origin too', () => {
  const credits = { ...rewrite, text: `${rewrite.text}\n(Credit: Kestrel Wire)` }
  expect(lineages([{ ...wire, outlet: 'Kestrel Wire' }, credits])[0]?.origin).toEqual({
    report: 'wire',
    reason: 'credited by 1 of 1 others: “Credit: Kestrel Wire”',
  })
})

test('the earliest is the origin where every member has a date', () => {
  const on = (report: typeof wire, value: string) => ({
    ...report,
    date: { value, precision: 'day', from: 'given' } as const,
  })
  expect(lineages([on(wire, '2031-05-02'), on(rewrite, '2031-05-03')])[0]?.origin?.report).toBe('wire')
  expect(lineages([on(wire, '2031-05-02'), rewrite])[0]?.origin).toBeNull()
})

test('a newcomer is shelved with its kin; one that has none is a source of its own', () => {
  const shelf = lineageShelf([wire, independent, elsewhere])
  expect(shelf.lineageOf(rewrite)?.nearest).toBe('wire')
  expect(shelf.lineageOf({ ...wire, id: 'copy' })?.nearest).toBe('wire')
  expect(lineageShelf([wire, elsewhere]).lineageOf(independent)).toBeNull()
})

test('two short texts on one event stay apart: what they share is too little to go by', () => {
  const first = reportOf('first', 'Varnia rejects the dam inspection, Minister Ilka Maron said. The talks go on.')
  const second = reportOf('second', 'Minister Ilka Maron said that Varnia rejects an inspection of the dam.')
  expect(lineages([first, second])).toHaveLength(2)
  expect(lineageShelf([first, elsewhere]).lineageOf(second)).toBeNull()
})

test('a short text that stands in another word for word belongs to it', () => {
  const extract = reportOf('extract', wire.text.split('. ').slice(0, 1).join('. '))
  expect(lineages([wire, extract])).toHaveLength(1)
})

test('a passage of background that two reports share does not make them one source', () => {
  const background = 'The two states fought over the valley for eleven weeks last autumn.'
  const other = { ...independent, text: `${independent.text} ${background}` }
  expect(groups(lineages([wire, rewrite, other, elsewhere]))).toContainEqual(['independent'])
})

test('a report that quotes the news of another, with credit, does not derive from it', () => {
  const explainer = reportOf(
    'explainer',
    'What do we know about the valley? Not much, and nobody in Hallen hurries to tell us more. According to Reuters, Foreign Minister Ilka Maron would let 240 observers return if Ostrel moves its artillery behind the river Tesk. Farmers whom we met at the market do not believe it. Some have sold their cows; others plough as if there had been no war at all. Every bridge is down, and the school has stood empty since the winter. What happens next is anybody’s guess.',
  )
  const told = [{ ...wire, outlet: 'Reuters' }, rewrite, explainer, elsewhere]
  expect(groups(lineages(told))).toContainEqual(['explainer'])
})
