import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.js'
import { inventedRecord } from '../../test/invented-record.js'
import { oneModeGraphml, twoModeGraphml } from './graphml.js'
import { network } from './network.js'
import { xml } from './xml.js'

interface Data {
  readonly key: string
  readonly '#text'?: string
}
interface Parsed {
  readonly graphml: {
    readonly xmlns: string
    readonly key: { id: string; for: string; 'attr.name': string; 'attr.type': string }[]
    readonly graph: {
      readonly edgedefault: string
      readonly data?: Data[]
      readonly node?: { id: string; data: Data[] }[]
      readonly edge?: { source: string; target: string; data: Data[] }[]
    }
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && ['key', 'node', 'edge', 'data'].includes(name),
})

/** Parses, and checks what the GraphML schema asks: declared keys, typed values, edges between nodes that are there. */
function checked(text: string): Parsed['graphml'] {
  expect(XMLValidator.validate(text)).toBe(true)
  const { graphml } = parser.parse(text) as Parsed
  expect(graphml.xmlns).toBe('http://graphml.graphdrawing.org/xmlns')
  const keys = new Map(graphml.key.map(key => [`${key.for} ${key.id}`, key['attr.type']]))
  expect(keys.size).toBe(graphml.key.length)
  const { node = [], edge = [], data = [] } = graphml.graph
  const ids = new Set(node.map(({ id }) => id))
  expect(ids.size).toBe(node.length)
  for (const id of ids) expect(id).toMatch(/^[\w:.-]+$/)
  const values = [
    ...data.map(each => ['graph', each] as const),
    ...node.flatMap(each => each.data.map(one => ['node', one] as const)),
    ...edge.flatMap(each => each.data.map(one => ['edge', one] as const)),
  ]
  for (const [on, { key, '#text': value = '' }] of values) {
    const type = keys.get(`${on} ${key}`)
    expect(['string', 'int', 'double']).toContain(type)
    if (type === 'int') expect(value).toMatch(/^-?\d+$/)
    if (type === 'double') expect(Number.isFinite(Number(value))).toBe(true)
  }
  for (const { source, target } of edge) expect([ids.has(source), ids.has(target)]).toEqual([true, true])
  return graphml
}

const attributeOf = (data: readonly Data[], key: string) => data.find(each => each.key === key)?.['#text']

test('parties and issues are nodes of two modes, joined by a signed and counted edge', () => {
  const { graph } = checked(twoModeGraphml(network(inventedRecord)))
  expect(graph.edgedefault).toBe('undirected')
  expect(graph.node!.map(({ data }) => [attributeOf(data, 'name'), attributeOf(data, 'variable')])).toEqual([
    ['Velmara', 'organization'],
    ['Monitoring', 'concept'],
  ])
  const [edge] = graph.edge!
  expect(['weight', 'agreement', 'disagreement', 'last'].map(key => attributeOf(edge!.data, key))).toEqual([
    '0',
    '1',
    '1',
    '2031-03-09',
  ])
})

test('whatever the record, both graphs are well formed, keep their keys and give back the names of its parties', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      const found = network(record)
      const { graph } = checked(twoModeGraphml(found))
      checked(oneModeGraphml(found))
      const actors = (graph.node ?? []).filter(({ data }) => attributeOf(data, 'variable') === 'organization')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the one sign of the test's texts that XML cannot hold
      const kept = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      expect(actors.map(({ data }) => attributeOf(data, 'name'))).toEqual(found.actors.map(({ name }) => kept(name)))
    }),
  )
})

test('what XML cannot hold becomes the sign for it, half a surrogate pair too', () => {
  expect(xml('a\u0000b\ud83d<"&\n')).toBe('a\ufffdb\ufffd&lt;&quot;&amp;&#10;')
})
