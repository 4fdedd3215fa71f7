import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { caseGazetteer } from '../actors/resolve.js'
import type { Act, ActKind } from '../positions/act.js'
import { makeReport } from '../reports/report.js'
import lexicon from './pledges/lexicon.json' with { type: 'json' }
import { pledges } from './pledges.js'

const gazetteer = caseGazetteer(
  ['Ostrel', 'Corvel', 'Teskel', 'Velmara'].map(name => ({
    id: name.toUpperCase(),
    name,
    role: 'unknown' as const,
    aliases: [],
    actors: [],
  })),
)

interface Said {
  readonly party: string
  readonly act: ActKind | null
  readonly source?: string
  readonly cue?: string
  /** The content's words. */
  readonly says: string
  readonly strength?: Act['strength']
}

/** What `told` says in one report each of its own, or in the report that `text` is. */
function read(text: string, told: readonly Said[], id = 'r1') {
  const place = (words: string) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(words)
    return { start, end: start + words.length }
  }
  const acts = told.map((one): Act => {
    const content = place(one.says)
    const source = one.source === undefined ? [] : [place(one.source)]
    const cue = one.cue === undefined ? [] : [place(one.cue)]
    const start = Math.min(content.start, ...[...source, ...cue].map(span => span.start))
    return {
      statement: {
        id: `${id}:${start}`,
        report: id,
        start,
        end: content.end,
        source,
        cue,
        content: [content],
        direct: false,
        confidence: 1,
        layer: 'statement',
        form: 'indirect',
        speaker: { name: one.party, role: null, party: one.party },
        mention: null,
        principal: null,
        hearsay: false,
      },
      party: one.party,
      act: one.act,
      confidence: 1,
      cue: null,
      issues: ['peacekeeping-force'],
      negated: false,
      strength: one.strength ?? 'plain',
      mode: null,
      condition: null,
      redLine: false,
      target: null,
      beneficiary: null,
      said: one.says,
      awaits: [],
      reports: null,
    }
  })
  return pledges(acts, [makeReport({ id, place: id, text })], [], gazetteer)
}

const short = ({ pledges: all }: ReturnType<typeof read>) =>
  all.map(({ party, kind, standing, by }) => [party, kind, standing, by])

test('the lexicon of contributions has the shape that its readers expect', () => {
  const terms = z.array(z.string().regex(/^[^A-Z]+$/)).min(1)
  z.strictObject({
    note: z.string(),
    kinds: z.array(
      z.strictObject({ id: z.string(), name: z.string(), terms, weak: z.array(z.string().regex(/^[^A-Z]+$/)) }),
    ),
    firm: terms,
    hedged: terms,
    refusal: terms,
    doubleNegation: terms,
    ownGive: terms,
    collective: terms,
    conditions: terms,
    refusalCues: terms,
    givesNothing: z.array(z.string()).min(1),
    asks: terms,
  }).parse(lexicon)
})

test('who says that it will send soldiers pledges them, under the condition that it names', () => {
  const found = read('Corvel said it was willing to send 200 soldiers should a ceasefire be reached.', [
    { party: 'CORVEL', act: 'OFFER', source: 'Corvel', cue: 'said', says: 'it was willing to send 200 soldiers' },
  ])
  expect(short(found)).toEqual([['CORVEL', 'troops', 'pledged', 'CORVEL']])
  expect(found.pledges[0]?.conditions).toEqual(['should a ceasefire be reached'])
  expect(found.pledges[0]?.evidence[0]?.quote).toContain('200 soldiers should a ceasefire be reached')
})

test('what one says of others is a claim of its own, and no pledge of theirs', () => {
  const text =
    'Ostrel suggested that states such as Corvel and Teskel may take on that role. These countries are "willing to put people on the ground", it said.'
  const found = read(text, [
    {
      party: 'OSTREL',
      act: 'OFFER',
      source: 'it',
      cue: 'said',
      says: 'These countries are "willing to put people on the ground"',
    },
  ])
  expect(short(found)).toEqual([
    ['CORVEL', 'troops', 'claimed', 'OSTREL'],
    ['TESKEL', 'troops', 'claimed', 'OSTREL'],
  ])
})

test('willingness that stands in the attribution counts', () => {
  const found = read("It conveyed Ostrel's readiness to assist, particularly through air support.", [
    {
      party: 'OSTREL',
      act: 'OFFER',
      source: 'It',
      cue: "conveyed Ostrel's readiness",
      says: 'to assist, particularly through air support',
    },
  ])
  expect(short(found)).toEqual([['OSTREL', 'air-support', 'pledged', 'OSTREL']])
})

test('a plan is only considered, and so is what is hedged', () => {
  const found = read('Corvel may send observers. Teskel is ready to send observers, perhaps.', [
    { party: 'CORVEL', act: 'OFFER', says: 'may send observers' },
    { party: 'TESKEL', act: 'OFFER', says: 'is ready to send observers', strength: 'hedged' },
  ])
  expect(short(found).map(([party, , standing]) => [party, standing])).toEqual([
    ['CORVEL', 'considered'],
    ['TESKEL', 'considered'],
  ])
})

test('who will not send its own soldiers refuses; who wants none from others rejects theirs', () => {
  const text =
    'Ostrel does not foresee the deployment of Ostrel ground troops. Velmara rejected any notion of Corvel troops. Teskel ruled out the idea of deploying peacekeepers.'
  const found = read(text, [
    { party: 'OSTREL', act: 'REJECT', says: 'does not foresee the deployment of Ostrel ground troops' },
    { party: 'VELMARA', act: 'REJECT', cue: 'rejected', says: 'any notion of Corvel troops' },
    { party: 'TESKEL', act: 'REJECT', cue: 'ruled out', says: 'the idea of deploying peacekeepers' },
  ])
  expect(short(found)).toEqual([['OSTREL', 'troops', 'refused', 'OSTREL']])
  expect(found.rejections.map(({ party, whose }) => [party, whose])).toEqual([
    ['TESKEL', []],
    ['VELMARA', ['CORVEL']],
  ])
})

test('a rejection is set against the pledges that it is of, and against no other kind', () => {
  const text = 'Corvel is ready to send soldiers. Teskel is ready to lend money. Velmara rejects any foreign troops.'
  const { pledges: all } = read(text, [
    { party: 'CORVEL', act: 'OFFER', says: 'is ready to send soldiers' },
    { party: 'TESKEL', act: 'OFFER', says: 'is ready to lend money' },
    { party: 'VELMARA', act: 'REJECT', cue: 'rejects', says: 'any foreign troops' },
  ])
  expect(all.map(({ kind, rejectedBy }) => [kind, rejectedBy])).toEqual([
    ['troops', ['VELMARA:no-troops']],
    ['money', []],
  ])
})

test('whatever is said, a pledge quotes its report and a source is never counted twice', () => {
  const piece = fc.constantFrom(
    'Corvel',
    'is willing to',
    'send',
    'soldiers',
    'will not',
    'these countries',
    'if asked',
    'air support',
    '.',
    ',',
  )
  const kind = fc.constantFrom<ActKind | null>('OFFER', 'REJECT', 'THREATEN', 'STATE', null)
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), kind, (pieces, act) => {
      const text = pieces.join(' ')
      const { pledges: all, rejections } = read(text, [{ party: 'OSTREL', act, says: text }])
      for (const { evidence, sources } of [...all, ...rejections]) {
        expect(sources).toBe(1)
        for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
      }
    }),
  )
})
