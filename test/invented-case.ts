import type { PartyId } from '../src/actors/actor.js'
import { worldGazetteer } from '../src/actors/gazetteer.js'
import { hull, type Span } from '../src/language/span.js'
import type { Act, ActKind, Condition, IssueId } from '../src/positions/act.js'
import type { ConditionLink } from '../src/positions/condition-graph.js'
import { options as optionsOf } from '../src/positions/options/options.js'
import { positions } from '../src/positions/positions.js'
import type { CaseRecord } from '../src/record/record.js'
import type { Removed, Report } from '../src/reports/report.js'
import type { Statement } from '../src/statements/statement.js'

/**
 * A small record written by hand: Arvenia and Belmark, two invented states, negotiate over a lake.
 *
 * It has one of everything the pages show: rewrites of one story with a date slipped in, a contested party, a movement, a circle
 * of conditions, web debris, a refused file.
 */

interface Told {
  readonly by: string
  readonly role?: string
  readonly party: PartyId | null
  readonly source: string
  readonly cue: string
  readonly content: string
  readonly act: ActKind | null
  readonly issues: readonly IssueId[]
  readonly condition?: readonly [kind: Condition['kind'], connective: string, text: string]
  readonly redLine?: boolean
  readonly direct?: boolean
}

/** Lines that start with "# " are debris: the word behind is the reason. */
function report(id: string, outlet: string, day: string | null, title: string, lines: readonly string[]): Report {
  const stripped = lines.map(line => line.replace(/^# \S+ /, ''))
  const text = stripped.join('\n')
  const body: Span[] = []
  const removed: Removed[] = []
  let at = 0
  lines.forEach((line, n) => {
    const span = { start: at, end: at + stripped[n]!.length }
    const reason = /^# (\S+) /.exec(line)?.[1] as Removed['reason'] | undefined
    if (reason) removed.push({ ...span, reason })
    else body.push(span)
    at = span.end + 1
  })
  return {
    id,
    place: `reports/${id}.txt`,
    outlet,
    url: `https://${outlet.toLowerCase().replace(/\W/g, '')}.example/${id}`,
    title,
    byline: null,
    date: day ? { value: day, precision: 'day', from: 'text' } : null,
    language: 'en',
    text,
    sha256: id.repeat(8).slice(0, 64),
    body,
    headline: removed[0]?.reason === 'headline' ? { start: removed[0].start, end: removed[0].end } : null,
    removed,
  }
}

const reports: Report[] = [
  report('a1', 'Lakeside Courier', '2031-04-02', 'Arvenia names its terms for the lake talks', [
    '# headline Arvenia names its terms for the lake talks',
    '# share Share this story  Tweet  Print',
    'Arvenian Foreign Minister Mira Tolvane said on Wednesday that the lake must be watched by unarmed observers. “We will sign nothing without observers on both shores,” Tolvane told reporters in the capital.',
    'Belmark rejected the idea. Its envoy Ruden Hask said foreign observers are “out of the question, now and later”.',
    '# related Read next: Ten recipes for smoked trout',
    'Hask added that Belmark is open to a ceasefire if the fishing fleets may return.',
    '# copyright © Lakeside Courier. All rights reserved.',
  ]),
  report('a2', 'The Daily Quill', '2031-04-03', 'Lake talks: Arvenia insists on observers', [
    '# headline Lake talks: Arvenia insists on observers',
    'Arvenia’s chief diplomat, Mira Tolvane, stated on April 1, 2031 that the lake would need to be watched by unarmed observers.',
    'Ruden Hask, the envoy of Belmark, called foreign observers “out of the question, now and later”. He is open to a ceasefire if the fishing fleets may return.',
    '# continue-reading Continue reading',
  ]),
  report('a3', 'Newsroll 24', '2031-04-03', 'Observers at the lake “out of the question”', [
    'Observers at the lake are “out of the question, now and later”, Belmark’s envoy Ruden Hask has said, after Arvenia asked for them.',
  ]),
  report('b1', 'Harbour Post', '2031-04-09', 'Belmark softens on observers', [
    'Belmark would accept observers on its shore only after a ceasefire holds for thirty days, President Odell Varr said in an interview.',
    'But his envoy Ruden Hask said hours later that observers remain unacceptable.',
    'Arvenia will agree to a ceasefire only after the observers have arrived, Tolvane said.',
  ]),
  report('c1', 'Strait Times', '2031-04-12', 'Union offers to pay for the lake mission', [
    'The Strait Union offered to pay for an observer mission. “We are ready to fund it for two years,” said its commissioner, Ines Corve.',
    'Corve doubted that elections in the lake district could be held this year.',
    'Tolvane again demanded that the fishing fleets stay in port until the observers arrive.',
  ]),
  report('d1', 'Belmark Herald', null, 'No fleet, no ceasefire', [
    'A ceasefire makes no sense unless the fleets return, Varr’s spokeswoman said.',
  ]),
]

const told: Record<string, readonly Told[]> = {
  a1: [
    {
      by: 'Mira Tolvane',
      role: 'Arvenian Foreign Minister',
      party: 'ARV',
      source: 'Arvenian Foreign Minister Mira Tolvane',
      cue: 'said on Wednesday',
      content: 'that the lake must be watched by unarmed observers',
      act: 'DEMAND',
      issues: ['observers'],
    },
    {
      by: 'Mira Tolvane',
      role: 'Arvenian Foreign Minister',
      party: 'ARV',
      source: 'Tolvane',
      cue: 'told reporters',
      content: '“We will sign nothing without observers on both shores,”',
      act: 'DEMAND',
      issues: ['observers'],
      direct: true,
      redLine: true,
    },
    {
      by: 'Ruden Hask',
      role: 'envoy',
      party: 'BMK',
      source: 'Its envoy Ruden Hask',
      cue: 'said',
      content: 'foreign observers are “out of the question, now and later”',
      act: 'REJECT',
      issues: ['observers'],
      redLine: true,
    },
    {
      by: 'Ruden Hask',
      role: 'envoy',
      party: 'BMK',
      source: 'Hask',
      cue: 'added',
      content: 'that Belmark is open to a ceasefire if the fishing fleets may return',
      act: 'OFFER',
      issues: ['ceasefire'],
      condition: ['if', 'if', 'the fishing fleets may return'],
    },
  ],
  a2: [
    {
      by: 'Mira Tolvane',
      role: 'chief diplomat',
      party: 'ARV',
      source: 'Arvenia’s chief diplomat, Mira Tolvane,',
      cue: 'stated',
      content: 'that the lake would need to be watched by unarmed observers',
      act: 'DEMAND',
      issues: ['observers'],
    },
    {
      by: 'Ruden Hask',
      role: 'the envoy of Belmark',
      party: 'BMK',
      source: 'Ruden Hask, the envoy of Belmark,',
      cue: 'called',
      content: 'foreign observers “out of the question, now and later”',
      act: 'REJECT',
      issues: ['observers'],
      redLine: true,
    },
    {
      by: 'Ruden Hask',
      role: 'the envoy of Belmark',
      party: 'BMK',
      source: 'He',
      cue: 'is open',
      content: 'to a ceasefire if the fishing fleets may return',
      act: 'OFFER',
      issues: ['ceasefire'],
      condition: ['if', 'if', 'the fishing fleets may return'],
    },
  ],
  a3: [
    {
      by: 'Ruden Hask',
      role: 'envoy',
      party: 'BMK',
      source: 'Belmark’s envoy Ruden Hask',
      cue: 'has said',
      content: 'Observers at the lake are “out of the question, now and later”',
      act: 'REJECT',
      issues: ['observers'],
      redLine: true,
    },
  ],
  b1: [
    {
      by: 'Odell Varr',
      role: 'President',
      party: 'BMK',
      source: 'President Odell Varr',
      cue: 'said in an interview',
      content: 'Belmark would accept observers on its shore only after a ceasefire holds for thirty days',
      act: 'OFFER',
      issues: ['observers'],
      condition: ['only-after', 'only after', 'a ceasefire holds for thirty days'],
    },
    {
      by: 'Ruden Hask',
      role: 'envoy',
      party: 'BMK',
      source: 'his envoy Ruden Hask',
      cue: 'said hours later',
      content: 'that observers remain unacceptable',
      act: 'REJECT',
      issues: ['observers'],
    },
    {
      by: 'Mira Tolvane',
      party: 'ARV',
      source: 'Tolvane',
      cue: 'said',
      content: 'Arvenia will agree to a ceasefire only after the observers have arrived',
      act: 'OFFER',
      issues: ['ceasefire'],
      condition: ['only-after', 'only after', 'the observers have arrived'],
    },
  ],
  c1: [
    {
      by: 'Strait Union',
      party: 'STRAIT_UNION',
      source: 'The Strait Union',
      cue: 'offered',
      content: 'to pay for an observer mission',
      act: 'OFFER',
      issues: ['observers'],
    },
    {
      by: 'Ines Corve',
      role: 'commissioner',
      party: 'STRAIT_UNION',
      source: 'its commissioner, Ines Corve',
      cue: 'said',
      content: '“We are ready to fund it for two years,”',
      act: 'OFFER',
      issues: ['observers'],
      direct: true,
    },
    {
      by: 'Ines Corve',
      role: 'commissioner',
      party: 'STRAIT_UNION',
      source: 'Corve',
      cue: 'doubted',
      content: 'that elections in the lake district could be held this year',
      act: 'DOUBT',
      issues: ['elections'],
    },
    {
      by: 'Mira Tolvane',
      party: 'ARV',
      source: 'Tolvane',
      cue: 'demanded',
      content: 'that the fishing fleets stay in port until the observers arrive',
      act: 'DEMAND',
      issues: ['fishing'],
    },
  ],
  d1: [
    {
      by: 'Varr’s spokeswoman',
      party: 'BMK',
      source: 'Varr’s spokeswoman',
      cue: 'said',
      content: 'A ceasefire makes no sense unless the fleets return',
      act: 'DEMAND',
      issues: ['ceasefire', 'fishing'],
      condition: ['unless', 'unless', 'the fleets return'],
    },
  ],
}

/** The occurrence of `words` that stands nearest to `near`. */
function nearest({ id, text }: Report, words: string, near: number): Span {
  const before = text.lastIndexOf(words, near)
  const after = text.indexOf(words, near)
  if (before < 0 && after < 0) throw new Error(`"${words}" does not stand in ${id}`)
  const start = before < 0 || (after >= 0 && after - near < near - before) ? after : before
  return { start, end: start + words.length }
}

const acts: Act[] = reports.flatMap(report => {
  let from = 0
  return (told[report.id] ?? []).map(one => {
    const find = (words: string, near: number) => nearest(report, words, near)
    const content = find(one.content, from)
    from = content.start
    const source = find(one.source, content.start)
    const cue = find(one.cue, source.start)
    const whole = hull([source, cue, content])!
    const statement: Statement = {
      id: `${report.id}:${whole.start}-${whole.end}`,
      report: report.id,
      ...whole,
      source: [source],
      cue: [cue],
      content: [content],
      direct: one.direct ?? false,
      confidence: 0.9,
      layer: 'statement',
      form: one.direct ? 'direct' : one.content.includes('“') ? 'mixed' : 'indirect',
      speaker: { name: one.by, role: one.role ?? null, party: one.party },
      mention: source,
      principal: null,
      hearsay: false,
    }
    const condition = one.condition
    return {
      statement,
      party: one.party,
      act: one.act,
      confidence: 0.85,
      cue,
      issues: one.issues,
      negated: false,
      strength: one.redLine ? 'firm' : 'plain',
      mode: null,
      condition: condition
        ? { ...find(condition[2], whole.start), text: condition[2], kind: condition[0], connective: condition[1] }
        : null,
      redLine: one.redLine ?? false,
      target: null,
      beneficiary: null,
      said: '',
      awaits: [],
      reports: null,
    } satisfies Act
  })
})

const lineages = [
  {
    id: 'L-a',
    members: ['a1', 'a2', 'a3'],
    bonds: [
      {
        a: 'a1',
        b: 'a2',
        probability: 0.97,
        reasons: ['quotation “out of the question, now and later”', '3 of 4 sentences in the same order'],
      },
      { a: 'a1', b: 'a3', probability: 0.91, reasons: ['quotation “out of the question, now and later”'] },
    ],
    origin: { report: 'a1', reason: 'earliest and most complete' },
  },
  ...['b1', 'c1', 'd1'].map(id => ({ id: `L-${id}`, members: [id], bonds: [], origin: null })),
]
const statementOn = (report: string, words: string) => {
  const act = acts.find(({ statement, condition }) => statement.report === report && condition?.text === words)
  return act ? [act.statement.id] : []
}

const links: ConditionLink[] = [
  {
    id: 'c-1',
    party: 'BMK',
    kind: 'if',
    waiting: { words: 'a ceasefire', issues: ['ceasefire'] },
    awaited: { words: 'the fishing fleets may return', issues: ['fishing'] },
    statements: [
      ...statementOn('a1', 'the fishing fleets may return'),
      ...statementOn('a2', 'the fishing fleets may return'),
    ],
    sources: 1,
  },
  {
    id: 'c-2',
    party: 'BMK',
    kind: 'only-after',
    waiting: { words: 'observers on its shore', issues: ['observers'] },
    awaited: { words: 'a ceasefire holds for thirty days', issues: ['ceasefire'] },
    statements: statementOn('b1', 'a ceasefire holds for thirty days'),
    sources: 1,
  },
  {
    id: 'c-3',
    party: 'ARV',
    kind: 'only-after',
    waiting: { words: 'a ceasefire', issues: ['ceasefire'] },
    awaited: { words: 'the observers have arrived', issues: ['observers'] },
    statements: statementOn('b1', 'the observers have arrived'),
    sources: 1,
  },
  {
    id: 'c-4',
    party: 'BMK',
    kind: 'unless',
    waiting: { words: 'a ceasefire', issues: ['ceasefire'] },
    awaited: { words: 'the fleets return', issues: ['fishing'] },
    statements: statementOn('d1', 'the fleets return'),
    sources: 1,
  },
]

const span = (id: string, words: string) => {
  const start = reports.find(report => report.id === id)!.text.indexOf(words)
  return { report: id, start, end: start + words.length }
}

const issues = [
  { id: 'observers', name: 'Observers at the lake', group: 'Security', pax: [], terms: ['observer*'] },
  { id: 'ceasefire', name: 'Ceasefire', group: 'Security', pax: [], terms: ['ceasefire'] },
  { id: 'fishing', name: 'Fishing fleets', group: 'Economy', pax: [], terms: ['fleet*', 'fishing'] },
  { id: 'elections', name: 'Elections in the lake district', group: 'Governance', pax: [], terms: ['election*'] },
]
const options = optionsOf({ acts, reports, lineages, issues, gazetteer: worldGazetteer() })

export const inventedCase: CaseRecord = {
  name: 'The lake talks',
  parties: [
    { id: 'ARV', name: 'Arvenia', role: 'party' },
    { id: 'BMK', name: 'Belmark', role: 'party' },
    { id: 'STRAIT_UNION', name: 'Strait Union', role: 'mediator' },
  ],
  issues: issues.map(({ id, name, group }) => ({ id, name, group })),
  reports,
  refused: [
    {
      place: 'reports/scan.pdf',
      reason: 'The file holds pictures and no text.',
      mend: 'Run it through text recognition first.',
    },
  ],
  lineages,
  drift: [
    {
      report: 'a2',
      kind: 'added',
      here: span('a2', 'April 1, 2031'),
      there: [],
      what: 'date',
      words: 'adds "April 1, 2031"',
    },
    {
      report: 'a2',
      kind: 'changed',
      here: span('a2', 'would need to be'),
      there: [span('a1', 'must be')],
      what: 'modality',
      words: '"must" became "would need to"',
    },
    {
      report: 'a3',
      kind: 'dropped',
      there: [span('a1', 'Hask added that Belmark is open to a ceasefire if the fishing fleets may return.')],
      what: 'sentence',
      words: 'drops the offer of a ceasefire',
    },
  ],
  statements: acts.map(act => act.statement),
  acts,
  options,
  positions: positions(acts, reports, lineages, options),
  conditions: {
    links,
    circles: [{ issues: ['observers', 'ceasefire'], links: ['c-2', 'c-3'] }],
  },
  rulings: [],
  struck: [],
  proposals: [],
  pledges: { pledges: [], rejections: [] },
  discrepancies: [
    {
      id: 'd-1',
      kind: 'uncorroborated',
      summary:
        'Only The Daily Quill dates Tolvane’s words to April 1, 2031; the report it derives from says Wednesday.',
      within: 'lineage',
      sides: [
        { says: 'on Wednesday', evidence: [span('a1', 'said on Wednesday')], sources: 1 },
        { says: 'on April 1, 2031', evidence: [span('a2', 'April 1, 2031')], sources: 1 },
      ],
    },
    {
      id: 'd-2',
      kind: 'act',
      summary: 'Varr would accept observers after a ceasefire; Hask says they remain unacceptable.',
      within: 'lineages',
      sides: [
        {
          says: 'accepts observers after a ceasefire',
          evidence: [span('b1', 'Belmark would accept observers on its shore')],
          sources: 1,
        },
        {
          says: 'observers are unacceptable',
          evidence: [
            span('b1', 'observers remain unacceptable'),
            span('a1', 'foreign observers are “out of the question'),
          ],
          sources: 2,
        },
      ],
    },
  ],
}
