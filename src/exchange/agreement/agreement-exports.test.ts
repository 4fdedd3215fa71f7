import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../agreements/agreement/agreement-file.js'
import { sequenceCaseOf } from '../../agreements/agreement/as-case.js'
import { agreementSchema } from '../../agreements/agreement.js'
import { agreementDocument } from './agreement-document.js'
import { akomaNtoso } from './akoma-ntoso.js'
import { legalRuleMl } from './legal-rule-ml.js'
import { normRows } from './norm-rows.js'
import { sequenceDot, sequencePnml } from './sequence-graph.js'

const place = fileURLToPath(new URL('../../../examples/agreement.yaml', import.meta.url))
const file = parseAgreement(readFileSync(place, 'utf8'), place)
if (file.kind !== 'agreement') throw new Error('the demo holds an agreement')
const { agreement: orsa } = file

/** What is hard to write: markup in a text, a script of its own, nobody who signed, no version. */
const odd = agreementSchema.parse({
  id: 'Договор_1',
  title: 'A <small> "pact" & more',
  parties: [{ id: 'ÅRE', name: 'Åre & Co' }],
  provisions: [{ id: '1.a', text: 'No fire.\n\nNone <at> all.', bracketedBy: 'ÅRE' }],
  norms: [
    {
      id: 'n',
      provision: '1.a',
      modality: 'power',
      bearers: 'ÅRE',
      act: 'calling <a> halt',
      exceptions: ['signed+2d'],
    },
  ],
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: name => list.has(name),
})
const list = new Set([
  'article',
  'p',
  'lrml:PrescriptiveStatement',
  'lrml:Context',
  'lrml:inScope',
  'lrml:hasAlternative',
  'place',
  'arc',
  'transition',
])
const attributes = (text: string, name: string) =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')

test.each([orsa, odd])(
  'the text of $title is well-formed Akoma Ntoso, and each provision is an article with its words',
  agreement => {
    const text = akomaNtoso(agreement)
    expect(XMLValidator.validate(text)).toBe(true)
    const doc = parser.parse(text).akomaNtoso.doc
    expect(doc.mainBody.article).toHaveLength(agreement.provisions.length)
    const words = text.replace(/<[^>]+>/g, '')
    for (const { text: own } of agreement.provisions) expect(words).toContain(own.split('\n')[0])
    // What points to somewhere points to something.
    const ids = new Set(attributes(text, 'eId'))
    for (const to of [...attributes(text, 'refersTo'), ...attributes(text, 'source')])
      expect(ids).toContain(to.slice(1))
    expect(ids.size).toBe(attributes(text, 'eId').length)
  },
)

test('a provision that somebody keeps in brackets says so, and one that is signed says no more', () => {
  const articles = parser.parse(akomaNtoso(orsa)).akomaNtoso.doc.mainBody.article as { content: { p: unknown[] } }[]
  expect(JSON.stringify(articles[6])).toContain('in brackets: Dorvania')
  expect(articles[0]?.content.p).toHaveLength(1)
})

test.each([orsa, odd])('every key that the LegalRuleML of $title refers to is there, once', agreement => {
  const text = legalRuleMl(agreement)
  expect(XMLValidator.validate(text)).toBe(true)
  const keys = [...attributes(text, 'key'), ...attributes(text, 'refersTo')].filter(key => !key.startsWith(':'))
  expect(new Set(keys).size).toBe(keys.length)
  for (const to of [...attributes(text, 'keyref'), ...attributes(text, 'iri')]) expect(keys).toContain(to.slice(1))
})

test('a norm keeps its modality, and a violation leads to the norm that answers it', () => {
  const text = legalRuleMl(orsa)
  expect(text).toMatch(/<lrml:Prohibition key="deontic-ceasefire">/)
  expect(text).toMatch(
    /appliesPenalty keyref="#norm-account"\/>\s*<lrml:toPrescriptiveStatement keyref="#norm-ceasefire"/,
  )
})

test('what a party alone reads into the text is an alternative, and stands in its context only', () => {
  const { 'lrml:LegalRuleML': root } = parser.parse(legalRuleMl(orsa))
  const scope = (key: string) =>
    root['lrml:Context']
      .find((one: Record<string, string>) => one['@key'] === key)
      ['lrml:inScope'].map((one: Record<string, string>) => one['@keyref'])
  expect(root['lrml:Alternatives']['lrml:hasAlternative']).toHaveLength(3)
  expect(scope('context-DORVANIA')).toContain('#order-1')
  expect(scope('context-VELMARA')).not.toContain('#order-1')
  expect(scope('context-text')).not.toContain('#order-1')
})

test('the document for Word can be read back, brackets and readings included', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await agreementDocument(orsa)) })
  expect(value).toContain('[If either party is the victim of an armed attack in the valley')
  expect(value).toContain('in brackets: Dorvania')
  expect(value).toContain('40d after entry')
})

test('there is one row a norm, with the words of its provision', () => {
  const rows = normRows(orsa)
  expect(rows.map(({ norm }) => norm)).toEqual([...orsa.norms, ...orsa.guarantees].map(({ id }) => id))
  expect(rows[0]).toMatchObject({ provision: '1', modality: 'prohibition', bearers: ['Velmara', 'Dorvania'] })
})

const waiting = {
  nodes: [{ id: 'a', label: 'The "first"' }, { id: 'b' }, { id: 'c' }],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a', reading: 'Velmara' },
    { from: 'b', to: 'c', kind: 'simultaneous' },
  ],
}

test('the graph draws what a party reads into the text dashed, and the points that lock each other in red', () => {
  expect(sequenceDot(waiting)).toBe(`digraph sequence {
  rankdir=LR
  node [shape=box, fontname="Helvetica"]
  "a" [label="a\\nThe \\"first\\"", color="#b00020", penwidth=2]
  "b" [label="b", color="#b00020", penwidth=2]
  "c" [label="c", color="#b00020", penwidth=2]
  "a" -> "b"
  "b" -> "a" [style=dashed, label="Velmara"]
  "b" -> "c" [dir=both]
}
`)
})

interface Part {
  readonly '@id': string
  readonly '@source': string
  readonly '@target': string
  readonly initialMarking?: { readonly text: string }
}

/** Fires whatever can fire until nothing can: a safe net without choices comes to one end. */
function run(pnml: string): string[] {
  const page = parser.parse(pnml).pnml.net.page
  const tokens = new Map<string, number>(
    page.place.map((one: Part) => [one['@id'], Number(one.initialMarking?.text ?? 0)]),
  )
  const transitions = page.transition.map((one: Part) => one['@id'])
  const arcs = page.arc.map((one: Part) => [one['@source'], one['@target']] as const)
  const fired: string[] = []
  for (let next: string | undefined; ; fired.push(next)) {
    next = transitions.find((one: string) =>
      arcs.filter(([, to]: string[]) => to === one).every(([from]: string[]) => (tokens.get(from as string) ?? 0) > 0),
    )
    if (next === undefined || fired.length > 1000) return fired
    for (const [from, to] of arcs) {
      if (to === next) tokens.set(from, (tokens.get(from) ?? 0) - 1)
      if (from === next) tokens.set(to, (tokens.get(to) ?? 0) + 1)
    }
  }
}

test('the net runs through under the text alone, and stands still where the readings lock each other', () => {
  expect(run(sequencePnml(waiting, ['text']))).toEqual(['begin-a', 'end-a', 'begin-b', 'end-b', 'end-c'])
  expect(run(sequencePnml(waiting))).toEqual([])
})

test("the demo's net is well-formed, and all steps are taken under the text alone", () => {
  const net = sequencePnml(sequenceCaseOf(orsa), ['text'])
  expect(XMLValidator.validate(net)).toBe(true)
  expect(run(net).filter(step => step.startsWith('end-'))).toHaveLength(orsa.norms.length + orsa.guarantees.length)
})
