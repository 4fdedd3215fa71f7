import { type SequenceCase, type Step, sequenceCase, type Wait } from '../../agreements/sequence/case-file.js'
import { sequence } from '../../agreements/sequence.js'
import { element, type XmlElement, xmlDocument } from '../xml.js'

/**
 * What waits for what, as a graph for Graphviz: the text's own waits in full lines, what a party reads into it dashed with
 * its name, and points of a deadlock under all readings in red.
 *
 * @param value a case, as `sequence` reads it
 */
export function sequenceDot(value: unknown): string {
  const { steps, waits } = sequenceCase(value)
  const locked = new Set(
    sequence(value)
      .readings.at(-1)
      ?.deadlocks.flatMap(({ nodes }) => nodes) ?? [],
  )
  return [
    'digraph sequence {',
    '  rankdir=LR',
    '  node [shape=box, fontname="Helvetica"]',
    ...steps.map(({ id, label }) => {
      const look = locked.has(id) ? ', color="#b00020", penwidth=2' : ''
      return `  ${quoted(id)} [label=${quoted(label === null ? id : `${id}\n${label}`)}${look}]`
    }),
    ...waits.map(({ from, to, kind, reading }) => {
      const look = [
        ...(reading === 'text' ? [] : ['style=dashed', `label=${quoted(reading)}`]),
        ...(kind === 'simultaneous' ? ['dir=both'] : kind === 'start-start' ? ['arrowtail=odot', 'dir=both'] : []),
      ]
      return `  ${quoted(from)} -> ${quoted(to)}${look.length > 0 ? ` [${look.join(', ')}]` : ''}`
    }),
    '}',
    '',
  ].join('\n')
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`

/**
 * The same as a place/transition net (PNML, ISO/IEC 15909-2), for tools that ask what can be reached.
 *
 * A step is two transitions, its begin and its end (one, where it is done at once with another); a wait is a place between
 * the two that it joins. A step that is done leaves a token in a place of its own. The net is safe: each step is taken at
 * most once.
 *
 * @param readings whose waits count; the text's and all parties' where left out
 */
export function sequencePnml(value: unknown, readings?: readonly string[]): string {
  const given = sequenceCase(value)
  const waits = given.waits.filter(({ reading }) => readings?.includes(reading) ?? true)
  const joint = jointOf(given, waits)
  const begin = (id: string) => `begin-${joint(id)}`
  const end = (id: string) => `end-${id}`
  const places = [
    ...given.steps.flatMap(step => [
      place(`doing-${step.id}`, `${labelOf(step)} under way`, begin(step.id), end(step.id)),
      place(`done-${step.id}`, `${labelOf(step)} done`, end(step.id), null),
    ]),
    ...[...new Set(given.steps.map(({ id }) => joint(id)))].map(id =>
      place(`open-${id}`, `${id} open`, null, begin(id), 1),
    ),
    ...waits.flatMap(({ from, to, kind, reading }, n) =>
      kind === 'simultaneous'
        ? []
        : [
            place(
              `wait-${n + 1}`,
              `${to} waits for ${from} (${reading})`,
              (kind === 'start-start' ? begin : end)(from),
              begin(to),
            ),
          ],
    ),
  ]
  const transitions = [...new Set(given.steps.flatMap(({ id }) => [begin(id), end(id)]))].map(id =>
    element('transition', { id: xmlId(id) }, [named(id)]),
  )
  return xmlDocument(
    element('pnml', { xmlns: 'http://www.pnml.org/version-2009/grammar/pnml' }, [
      element('net', { id: 'sequence', type: 'http://www.pnml.org/version-2009/grammar/ptnet' }, [
        named(given.file.title ?? 'sequence'),
        element('page', { id: 'page' }, [
          ...places.map(({ node }) => node),
          ...transitions,
          ...places.flatMap(({ arcs }) => arcs),
        ]),
      ]),
    ]),
  )
}

function place(id: string, label: string, from: string | null, to: string | null, tokens = 0) {
  const node = element('place', { id: xmlId(id) }, [
    named(label),
    tokens > 0 ? element('initialMarking', {}, [element('text', {}, [String(tokens)])]) : null,
  ])
  const arc = (source: string, target: string): XmlElement =>
    element('arc', { id: xmlId(`arc-${source}-${target}`), source: xmlId(source), target: xmlId(target) })
  return { node, arcs: [...(from === null ? [] : [arc(from, id)]), ...(to === null ? [] : [arc(id, to)])] }
}

/** Steps that happen in one begin in one: the name of each group is its first step's. */
function jointOf({ steps }: SequenceCase, waits: readonly Wait[]): (id: string) => string {
  const parent = new Map(steps.map(({ id }) => [id, id]))
  const root = (id: string): string => {
    const above = parent.get(id) ?? id
    return above === id ? id : root(above)
  }
  for (const { from, to, kind } of waits) {
    if (kind !== 'simultaneous') continue
    const [first, second] = [root(from), root(to)].sort()
    if (first !== undefined && second !== undefined) parent.set(second, first)
  }
  return root
}

const labelOf = ({ id, label }: Step) => label ?? id
const named = (text: string) => element('name', {}, [element('text', {}, [text])])
const xmlId = (id: string) => id.replace(/[^\p{L}\p{N}_.-]+/gu, '-')
