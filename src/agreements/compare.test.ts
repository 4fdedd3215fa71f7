import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgreementText, agreementSchema } from './agreement.js'
import type { Change, Effect } from './compare/changes.js'
import { compareAgreements } from './compare.js'

const pact: NonNullable<AgreementText['guarantees']>[number] = {
  id: 'pact',
  provision: 'g',
  bearers: ['NORR'],
  towards: ['VELMARA'],
  casusFoederis: { acts: ['invasion'], attacker: ['Ostrel'], area: ['the valley'] },
  decision: 'automatic',
  discretion: 'none',
  consultWithin: 'PT24H',
  responses: ['troops', 'arms'],
  voidIf: ['Velmara attacks first'],
  binding: 'treaty',
}

const draft: AgreementText = {
  title: 'The valley pact',
  parties: [
    { id: 'NORR', name: 'Norrholm' },
    { id: 'VELMARA', name: 'Velmara' },
  ],
  provisions: [
    { id: 'g', num: '1', text: 'Norrholm shall send troops if Ostrel invades the valley.' },
    { id: 'w', num: '2', text: 'Velmara shall withdraw its guns within ten days.', bracketedBy: ['VELMARA'] },
  ],
  norms: [
    { id: 'guns', provision: 'w', modality: 'obligation', bearers: 'VELMARA', act: 'withdrawal', due: 'signed+10d' },
  ],
  guarantees: [{ ...pact }],
}

/** The changes of one norm, as `of: effect`. */
function changes(norm: string, later: AgreementText, earlier: AgreementText = draft): string[] {
  const { provisions } = compareAgreements(agreementSchema.parse(earlier), agreementSchema.parse(later))
  const found = provisions.flatMap(({ norms }) => norms).find(({ after }) => after === norm)
  return (found?.changes ?? []).map(({ of, effect }) => `${of}: ${effect}`)
}
const withPact = (more: object): AgreementText => ({ ...draft, guarantees: [{ ...pact, ...more }] })
const withGuns = (more: object): AgreementText => ({ ...draft, norms: [{ ...draft.norms![0]!, ...more }] })

test.each<[string, object, string[]]>([
  [
    'any attack is more than an invasion',
    { casusFoederis: { ...pact.casusFoederis, acts: ['invasion', 'shelling'] } },
    ['casus foederis: widened'],
  ],
  [
    'any attacker is more than one',
    { casusFoederis: { acts: ['invasion'], area: ['the valley'] } },
    ['casus foederis: widened'],
  ],
  [
    'a threshold leaves cases out',
    { casusFoederis: { ...pact.casusFoederis, threshold: 'significant' } },
    ['casus foederis: narrowed'],
  ],
  [
    'a place left out leaves cases out',
    { casusFoederis: { ...pact.casusFoederis, exceptArea: ['the ridge'] } },
    ['casus foederis: narrowed'],
  ],
  [
    'more acts by fewer is neither more nor less',
    { casusFoederis: { acts: ['invasion', 'shelling'], attacker: ['Ostrel'], area: ['the valley'], attributed: true } },
    ['casus foederis: changed'],
  ],
  [
    'to decide for oneself is to be bound less',
    { decision: 'individual', discretion: 'full' },
    ['decision: weakened', 'discretion: weakened'],
  ],
  ['more time to consult binds less', { consultWithin: 'PT72H' }, ['time to consult: weakened']],
  ['no time to consult binds less', { consultWithin: undefined }, ['time to consult: weakened']],
  ['a response fewer', { responses: ['troops'] }, ['responses: weakened']],
  ['another case in which it is void', { voidIf: ['Velmara attacks first', 'a provocation'] }, ['void if: weakened']],
  ['a promise that no treaty makes', { binding: 'political' }, ['bindingness: weakened']],
])('%s', (_, more, expected) => {
  expect(changes('pact', withPact(more))).toEqual(expected)
})

test.each<[string, object, string[]]>([
  ['an earlier day binds more', { due: 'signed+5d' }, ['due: strengthened']],
  ['no day binds less', { due: undefined }, ['due: weakened']],
  ['two days counted from different things cannot be told apart', { due: 'entry+10d' }, ['due: changed']],
  ['a condition narrows when it binds', { trigger: { op: 'after', norm: 'pact' } }, ['trigger: narrowed']],
  ['an exception more binds less', { exceptions: ['signed+2d'] }, ['exceptions: weakened']],
  ['best effort binds less than a result', { strength: 'best-effort' }, ['strength: weakened']],
  ['another who is bound', { bearers: ['VELMARA', 'NORR'] }, ['who is bound: widened']],
])('%s', (_, more, expected) => {
  expect(changes('guns', withGuns(more))).toEqual(expected)
})

test('words that change without their meaning are shown as words', () => {
  const later: AgreementText = {
    ...draft,
    provisions: [
      draft.provisions![0]!,
      { id: 'w', num: '2', text: 'Velmara shall withdraw all its guns within ten days.' },
    ],
  }
  const { provisions } = compareAgreements(agreementSchema.parse(draft), agreementSchema.parse(later))
  expect(provisions[1]).toMatchObject({
    fate: 'reworded',
    changes: [{ of: 'in brackets for', effect: 'strengthened', before: 'Velmara', after: null }],
    norms: [{ fate: 'kept', changes: [] }],
  })
  expect(provisions[1]?.words.filter(({ is }) => is === 'in')).toEqual([{ text: 'all ', is: 'in' }])
})

test('a provision that was given another id is found again by its words', () => {
  const later: AgreementText = {
    ...draft,
    provisions: [{ ...draft.provisions![0]!, id: 'p1', num: '3' }],
    guarantees: [{ ...pact, provision: 'p1' }],
    norms: [],
  }
  const { provisions } = compareAgreements(agreementSchema.parse(draft), agreementSchema.parse(later))
  expect(provisions.map(({ before, after, fate }) => [before, after, fate])).toEqual([
    ['g', 'p1', 'same words'],
    ['w', null, 'dropped'],
  ])
  expect(provisions[0]?.norms).toMatchObject([{ fate: 'kept', changes: [] }])
  expect(provisions[1]?.norms).toMatchObject([{ fate: 'dropped' }])
})

/** Drafts that differ in anything that is compared. */
const variant = fc
  .record({
    acts: fc.subarray(['invasion', 'shelling', 'raid'], { minLength: 1 }),
    attacker: fc.option(fc.subarray(['Ostrel', 'Teskel'], { minLength: 1 }), { nil: undefined }),
    exceptArea: fc.option(fc.subarray(['ridge', 'port']), { nil: undefined }),
    threshold: fc.constantFrom(undefined, 'any', 'significant', 'odd'),
    discretion: fc.constantFrom('none', 'bounded', 'full'),
    voidIf: fc.subarray(['a', 'b']),
    due: fc.constantFrom(undefined, 'signed+5d', 'signed+10d', 'entry+5d', '2031-05-01'),
    trigger: fc.constantFrom('always', 'signed+5d', { op: 'after', norm: 'pact' }),
    bearers: fc.subarray(['NORR', 'VELMARA'], { minLength: 1 }),
    order: fc.boolean(),
  })
  .map(({ acts, attacker, exceptArea, threshold, discretion, voidIf, due, trigger, bearers, order }) =>
    agreementSchema.parse({
      ...draft,
      provisions: order ? draft.provisions : [...draft.provisions!].reverse(),
      norms: [{ ...draft.norms![0]!, due, trigger, bearers }],
      guarantees: [{ ...pact, discretion, voidIf, casusFoederis: { acts, attacker, exceptArea, threshold } }],
    }),
  )

test('a draft held against itself shows no change', () => {
  fc.assert(
    fc.property(variant, given => {
      const { whole, provisions } = compareAgreements(given, given)
      expect(whole).toEqual([])
      expect(provisions.flatMap(one => [...one.changes, ...one.norms.flatMap(norm => norm.changes)])).toEqual([])
      expect(provisions.every(({ fate }) => fate === 'same words')).toBe(true)
    }),
  )
})

const opposite: Readonly<Record<Effect, Effect>> = {
  widened: 'narrowed',
  narrowed: 'widened',
  strengthened: 'weakened',
  weakened: 'strengthened',
  added: 'dropped',
  dropped: 'added',
  changed: 'changed',
}

test('held the other way round, each change is turned about', () => {
  const told = (all: readonly Change[]) =>
    all.map(({ of, effect, before, after }) => JSON.stringify([of, effect, before, after])).sort()
  fc.assert(
    fc.property(variant, variant, (a, b) => {
      const there = compareAgreements(a, b)
      const back = compareAgreements(b, a)
      const all = ({ provisions }: typeof there) =>
        provisions.flatMap(({ norms }) => norms).flatMap(norm => norm.changes)
      const turned = all(back).map(one => ({
        ...one,
        effect: opposite[one.effect],
        before: one.after,
        after: one.before,
      }))
      expect(told(turned)).toEqual(told(all(there)))
    }),
  )
})
