import { actorTies, type Network } from './network.js'
import { xml } from './xml.js'

type Value = string | number | null

/** An attribute as GraphML declares it: its `id` is its name, as Discourse Network Analyzer writes it. */
interface Key {
  readonly name: string
  readonly for: 'node' | 'edge' | 'graph'
  readonly type: 'string' | 'int' | 'double'
}

interface Edge {
  readonly source: string
  readonly target: string
  readonly data: Readonly<Record<string, Value>>
}

const nodeKeys: readonly Key[] = [
  { name: 'id', for: 'node', type: 'string' },
  { name: 'name', for: 'node', type: 'string' },
  { name: 'variable', for: 'node', type: 'string' },
  { name: 'frequency', for: 'node', type: 'int' },
  { name: 'role', for: 'node', type: 'string' },
  { name: 'group', for: 'node', type: 'string' },
]

const edgeKey = (name: string, type: Key['type']): Key => ({ name, for: 'edge', type })

/**
 * Parties by issues as undirected GraphML. The weight of an edge is its sources for less its sources against
 * (Discourse Network Analyzer's "subtract"); both stand beside it, since 0 may be silence or two equal halves.
 */
export function twoModeGraphml(network: Network): string {
  return graphml(
    network.name,
    [...actorNodes(network), ...conceptNodes(network)],
    [
      edgeKey('weight', 'double'),
      edgeKey('agreement', 'int'),
      edgeKey('disagreement', 'int'),
      edgeKey('statements', 'int'),
      edgeKey('first', 'string'),
      edgeKey('last', 'string'),
    ],
    network.ties.map(({ actor, concept, agreement, disagreement, statements, first, last }) => ({
      source: actorId(actor),
      target: conceptId(concept),
      data: { weight: agreement - disagreement, agreement, disagreement, statements, first, last },
    })),
  )
}

/** Parties joined by the issues on which they take the same side or opposite ones; the weight is the difference. */
export function oneModeGraphml(network: Network): string {
  return graphml(
    network.name,
    actorNodes(network),
    [edgeKey('weight', 'double'), edgeKey('congruence', 'int'), edgeKey('conflict', 'int')],
    actorTies(network).map(({ a, b, congruence, conflict }) => ({
      source: actorId(a),
      target: actorId(b),
      data: { weight: congruence - conflict, congruence, conflict },
    })),
  )
}

const actorId = (party: string) => `actor:${party}`
const conceptId = (issue: string) => `concept:${issue}`

function actorNodes({ actors, statements }: Network) {
  return actors.map(({ id, name, role }) => ({
    xmlId: actorId(id),
    data: {
      id,
      name,
      variable: 'organization',
      frequency: statements.filter(({ actor }) => actor === id).length,
      role,
      group: null,
    },
  }))
}

function conceptNodes({ concepts, statements }: Network) {
  return concepts.map(({ id, name, group }) => ({
    xmlId: conceptId(id),
    data: {
      id,
      name,
      variable: 'concept',
      frequency: statements.filter(({ concept }) => concept === id).length,
      role: null,
      group,
    },
  }))
}

function graphml(
  name: string,
  nodes: readonly { readonly xmlId: string; readonly data: Readonly<Record<string, Value>> }[],
  edgeKeys: readonly Key[],
  edges: readonly Edge[],
): string {
  const title: Key = { name: 'title', for: 'graph', type: 'string' }
  const keys = [title, ...nodeKeys, ...edgeKeys]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys.map(key => `  <key id="${key.name}" for="${key.for}" attr.name="${key.name}" attr.type="${key.type}"/>`),
    `  <graph id="parley" edgedefault="undirected">`,
    ...data({ title: name }, '    '),
    ...nodes.flatMap(node => [`    <node id="${xml(node.xmlId)}">`, ...data(node.data, '      '), '    </node>']),
    ...edges.flatMap(edge => [
      `    <edge source="${xml(edge.source)}" target="${xml(edge.target)}">`,
      ...data(edge.data, '      '),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** What is not known is left out: an empty element would say that it is the empty text. */
function data(values: Readonly<Record<string, Value>>, indent: string): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [`${indent}<data key="${key}">${xml(String(value))}</data>`],
  )
}
