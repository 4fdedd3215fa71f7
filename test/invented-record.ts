import type { Act } from '../src/positions/act.js'
import type { Step } from '../src/positions/position.js'
import type { CaseRecord } from '../src/record/record.js'
import type { Report } from '../src/reports/report.js'
import type { Statement } from '../src/statements/statement.js'

const texts = {
  a: 'Velmara rejects the dam inspection, Foreign Minister Ilse Varn said. The talks go on.',
  b: 'Foreign Minister Ilse Varn said that Velmara would accept the inspection only after the troops leave.',
}

function report(id: keyof typeof texts, date: string, title: string): Report {
  return {
    id,
    place: `${id}.txt`,
    outlet: id === 'a' ? 'Harbour Gazette' : 'Orsa Post',
    url: null,
    title,
    byline: null,
    date: { value: date, precision: 'day', from: 'given' },
    language: 'en',
    text: texts[id],
    sha256: '',
    body: [{ start: 0, end: texts[id].length }],
    headline: null,
    removed: [],
  }
}

function statement(id: keyof typeof texts, content: string, cue: string): Statement {
  const text = texts[id]
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return {
    id: `${id}:0`,
    report: id,
    start: 0,
    end: text.indexOf('.'),
    source: [span('Foreign Minister Ilse Varn')],
    cue: [span(cue)],
    content: [span(content)],
    direct: false,
    confidence: 0.9,
    layer: 'statement',
    form: 'indirect',
    speaker: { name: 'Ilse Varn', role: 'Foreign Minister', party: 'VELMARA' },
    mention: span('Ilse Varn'),
    principal: null,
    hearsay: false,
  }
}

function act(of: Statement, more: Partial<Act>): Act {
  return {
    statement: of,
    party: 'VELMARA',
    act: 'REJECT',
    confidence: 0.9,
    cue: null,
    issues: ['monitoring-verification'],
    negated: false,
    strength: 'plain',
    mode: null,
    condition: null,
    redLine: false,
    target: null,
    beneficiary: null,
    said: '',
    awaits: [],
    reports: null,
    ...more,
  }
}

const first = statement('a', 'Velmara rejects the dam inspection', 'said')
const second = statement('b', 'Velmara would accept the inspection only after the troops leave', 'said')

const history: readonly Step[] = [
  {
    act: 'REJECT',
    date: '2031-03-02',
    lineages: ['A'],
    sources: 1,
    restsOn: [],
    statements: ['a:0'],
    conditional: false,
    redLine: true,
  },
  {
    act: 'ACCEPT',
    date: '2031-03-09',
    lineages: ['B'],
    sources: 1,
    restsOn: [],
    statements: ['b:0'],
    conditional: true,
    redLine: false,
  },
]

function spanIn(id: keyof typeof texts, words: string) {
  return { start: texts[id].indexOf(words), end: texts[id].indexOf(words) + words.length }
}

/** Two independent reports of an invented negotiation, with everything a record can hold: for tests of what shows it. */
export const inventedRecord: CaseRecord = {
  name: 'The Orsa talks',
  parties: [{ id: 'VELMARA', name: 'Velmara', role: 'party' }],
  issues: [{ id: 'monitoring-verification', name: 'Monitoring', group: 'Security' }],
  reports: [report('a', '2031-03-02', 'No inspection, says Varn'), report('b', '2031-03-09', 'Varn names her price')],
  refused: [{ place: 'junk.txt', reason: 'This is no text.', mend: 'Remove it.' }],
  lineages: [
    { id: 'A', members: ['a'], bonds: [], origin: null },
    { id: 'B', members: ['b'], bonds: [], origin: null },
  ],
  drift: [],
  statements: [first, second],
  acts: [act(first, { redLine: true }), act(second, { act: 'ACCEPT', condition: null })],
  options: [
    {
      id: 'monitoring-verification/dam-inspection',
      issue: 'monitoring-verification',
      name: 'dam inspection',
      kind: 'told',
      acts: [
        {
          statement: 'a:0',
          wording: { report: 'a', ...spanIn('a', 'dam inspection'), text: 'dam inspection' },
          act: 'REJECT',
          awaited: false,
        },
        {
          statement: 'b:0',
          wording: { report: 'b', ...spanIn('b', 'the inspection'), text: 'the inspection' },
          act: 'ACCEPT',
          awaited: false,
        },
      ],
    },
  ],
  positions: [
    {
      party: 'VELMARA',
      issue: 'monitoring-verification',
      latest: 'ACCEPT',
      conditional: true,
      redLine: false,
      sources: 1,
      restsOn: [],
      reports: 1,
      contested: null,
      movement: 'softened',
      history,
      options: [
        {
          option: 'monitoring-verification/dam-inspection',
          latest: 'ACCEPT',
          awaited: false,
          conditional: true,
          redLine: false,
          sources: 1,
          restsOn: [],
          reports: 1,
          contested: null,
          movements: [{ kind: 'softened', before: 'a:0', after: 'b:0', since: null }],
          history,
        },
      ],
    },
  ],
  conditions: {
    links: [
      {
        id: 'c1',
        party: 'VELMARA',
        kind: 'only-after',
        waiting: { words: 'accept the inspection', issues: ['monitoring-verification'] },
        awaited: { words: 'the troops leave', issues: ['foreign-forces-withdrawal'] },
        statements: ['b:0'],
        sources: 1,
      },
    ],
    circles: [],
  },
  rulings: [],
  struck: [],
  proposals: [],
  pledges: { pledges: [], rejections: [] },
  discrepancies: [
    {
      id: 'd1',
      kind: 'act',
      summary: 'Velmara on monitoring: rejects or accepts',
      within: 'lineages',
      sides: [
        { says: 'rejects', evidence: [{ report: 'a', start: 0, end: 34 }], sources: 1 },
        { says: 'accepts', evidence: [{ report: 'b', start: 32, end: 60 }], sources: 1 },
      ],
    },
  ],
}
