import { expect, test } from 'vitest'
import type { Lineage } from '../reports/lineage.js'
import { makeReport, type Report } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'
import type { Act, ActKind } from './act.js'
import { conditionGraph } from './condition-graph.js'
import type { Position } from './position.js'
import { positions } from './positions.js'

function report(id: string, date: string | null): Report {
  return makeReport({
    id,
    place: id,
    text: 'A report.',
    date: date ? { value: date, precision: 'day', from: 'given' } : null,
  })
}

function lineage(...members: string[]): Lineage {
  return { id: members.join('+'), members, bonds: [], origin: null }
}

function act(kind: ActKind, of: string, more: Partial<Act> & { speaker?: string } = {}): Act {
  const { speaker = 'Mira Talen', ...rest } = more
  const statement: Statement = {
    id: `${of}:${kind}:${speaker}`,
    report: of,
    start: 0,
    end: 9,
    source: [],
    cue: [],
    content: [],
    direct: false,
    confidence: 1,
    layer: 'statement',
    form: 'indirect',
    speaker: { name: speaker, role: null, party: 'OSTAVIA' },
    mention: null,
    principal: null,
    hearsay: false,
  }
  return {
    statement,
    party: 'OSTAVIA',
    act: kind,
    confidence: 1,
    cue: null,
    issues: ['river-dam'],
    negated: false,
    strength: 'plain',
    mode: null,
    condition: null,
    redLine: false,
    target: null,
    beneficiary: null,
    said: 'the dam',
    awaits: [],
    reports: null,
    ...rest,
  }
}

function only(found: readonly Position[]): Position {
  expect(found).toHaveLength(1)
  return found[0]!
}

test('a rewrite is not a second source, and its later date does not make the act later', () => {
  const reports = [report('a', '2025-03-05'), report('a2', '2025-03-20'), report('b', '2025-03-12')]
  const found = only(
    positions([act('REJECT', 'a'), act('REJECT', 'a2'), act('OFFER', 'b')], reports, [
      lineage('a', 'a2'),
      lineage('b'),
    ]),
  )
  expect(found.latest).toBe('OFFER')
  expect(found.history.map(step => [step.act, step.date, step.lineages.length])).toEqual([
    ['REJECT', '2025-03-05', 1],
    ['OFFER', '2025-03-12', 1],
  ])
})

test('from refusing to offering is softened, to a red line hardened', () => {
  const reports = [report('a', '2025-03-05'), report('b', '2025-03-12')]
  const move = (first: Act, second: Act) => only(positions([first, second], reports, [])).movement
  expect(move(act('REJECT', 'a'), act('OFFER', 'b'))).toBe('softened')
  expect(move(act('OFFER', 'a'), act('REJECT', 'b', { redLine: true }))).toBe('hardened')
  expect(move(act('DEMAND', 'a'), act('DEMAND', 'b'))).toBe('reaffirmed')
})

test('among undated acts none is later: the best attested stands, and nothing moved', () => {
  const reports = [report('a', null), report('b', null), report('c', null)]
  const found = only(positions([act('OFFER', 'a'), act('REJECT', 'b'), act('OFFER', 'c')], reports, []))
  expect([found.latest, found.sources, found.movement]).toEqual(['OFFER', 2, 'new'])
})

test('a comment does not displace a stance, and a reported contact is no position', () => {
  const reports = [report('a', '2025-03-05'), report('b', '2025-03-12')]
  expect(only(positions([act('REJECT', 'a'), act('STATE', 'b')], reports, [])).latest).toBe('REJECT')
  const contact = act('CONSULT', 'a')
  expect(positions([{ ...contact, statement: { ...contact.statement, layer: 'event' } }], reports, [])).toEqual([])
})

test('one person by full name and by surname is one voice, whatever they say', () => {
  const acts = [act('REJECT', 'a', { speaker: 'Mira Talen' }), act('OFFER', 'a', { speaker: 'Talen' })]
  const [found] = positions(acts, [report('a', '2031-03-02')], [lineage('a')])
  expect(found?.contested).toBeNull()
  const unnamed = [act('REJECT', 'a'), act('OFFER', 'a', { speaker: 'Ostavia' })]
  expect(positions(unnamed, [report('a', '2031-03-02')], [lineage('a')])[0]?.contested).toBeNull()
})

test('two voices of one party at odds on one day are shown as contested', () => {
  const reports = [report('a', '2025-03-05'), report('b', '2025-03-05')]
  const found = only(positions([act('REJECT', 'a'), act('OFFER', 'b', { speaker: 'Jon Brask' })], reports, []))
  expect([found.latest, found.contested]).toEqual(['REJECT', 'OFFER'])
})

test('an act without a known party or kind takes no position', () => {
  expect(
    positions([act('OFFER', 'a', { party: null }), act('OFFER', 'a', { act: null })], [report('a', null)], []),
  ).toEqual([])
})

test('three parties that wait for one another make a circle; a threat makes none', () => {
  const waits = (
    party: string,
    of: string,
    issue: string,
    awaits: string,
    kind: 'only-after' | 'or-else' = 'only-after',
  ) =>
    act('OFFER', of, {
      party,
      issues: [issue, awaits],
      awaits: [awaits],
      said: issue,
      condition: { start: 0, end: 9, text: `only after ${awaits}`, kind, connective: 'only after' },
    })
  const circle = [
    waits('OSTAVIA', 'a', 'legal-form', 'withdrawal'),
    waits('KARELLAND', 'b', 'withdrawal', 'monitoring'),
    waits('COMPACT', 'c', 'monitoring', 'legal-form'),
  ]
  const graph = conditionGraph(circle, [], [])
  expect(graph.circles.map(({ issues }) => issues)).toEqual([['legal-form', 'withdrawal', 'monitoring']])
  expect(graph.circles[0]?.links).toEqual(graph.links.map(({ id }) => id))
  expect(
    conditionGraph([...circle.slice(0, 2), waits('COMPACT', 'c', 'monitoring', 'legal-form', 'or-else')], [], [])
      .circles,
  ).toEqual([])
})

test('one condition told by two reports of a lineage is one link with one source', () => {
  const told = (of: string) =>
    act('OFFER', of, {
      awaits: ['ceasefire'],
      condition: { start: 0, end: 9, text: 'once the guns are silent', kind: 'only-after', connective: 'once' },
    })
  const { links } = conditionGraph([told('a'), told('a2'), told('b')], [], [lineage('a', 'a2'), lineage('b')])
  expect(links.map(({ statements, sources }) => [statements.length, sources])).toEqual([[3, 2]])
})

test('two lineages that credit one outlet for an act are one source of it, and the position says so', () => {
  const told = (id: string, text: string) => ({
    ...report(id, '2031-03-02'),
    text,
    body: [{ start: 0, end: text.length }],
  })
  const reports = [
    told('a', 'Ostavia closes the dam, the Orsa Post reported.'),
    told('b', 'The dam is closed, according to the Orsa Post.'),
    told('c', 'Ostavia closed the dam while we watched.'),
  ]
  const [position] = positions(
    reports.map(({ id }) => act('REJECT', id)),
    reports,
    reports.map(({ id }) => lineage(id)),
  )
  expect(position?.sources).toBe(2)
  expect(position?.restsOn).toEqual(['both credit Orsa Post: “Orsa Post reported”'])
})
