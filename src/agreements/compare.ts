import { diffWords } from 'diff'
import { inWords } from './agreement/condition.js'
import { type Agreement, nameOf, normsOf, type Provision } from './agreement.js'
import { type Change, list, one, ranked, span } from './compare/changes.js'
import { sameConditions } from './compare/conditions.js'
import { matched } from './compare/matching.js'
import { normChanges } from './compare/norm-changes.js'

/** Two drafts of an agreement held against each other in meaning, not only in words. */
export interface Comparison {
  /** What concerns the agreement as a whole: who takes part, when it comes into force and ends, who watches. */
  readonly whole: readonly Change[]
  /** Those of the later draft in its order, then those that it dropped. */
  readonly provisions: readonly ProvisionChange[]
}

export interface ProvisionChange {
  /** In the later draft; null: dropped. */
  readonly after: string | null
  /** In the earlier draft; null: new. */
  readonly before: string | null
  readonly fate: 'new' | 'dropped' | 'reworded' | 'same words'
  /** The words of both, in order: kept, taken out, put in. Empty where the words are the same. */
  readonly words: readonly { readonly text: string; readonly is: 'kept' | 'out' | 'in' }[]
  /** Number, heading, status, brackets. */
  readonly changes: readonly Change[]
  readonly norms: readonly NormChange[]
}

export interface NormChange {
  readonly after: string | null
  readonly before: string | null
  readonly fate: 'new' | 'dropped' | 'kept'
  /** Empty for a norm that means the same in both. */
  readonly changes: readonly Change[]
}

/** Longest words of one provision that are compared word by word, in UTF-16 units; longer ones are told apart whole. */
const longest = 20_000

/**
 * What a later draft of an agreement changes.
 *
 * Provisions and norms are one in both drafts where their ids are; of the others, those most alike in words and deeds are
 * matched. A draft held against itself shows no change; held the other way round, each change is turned about.
 */
export function compareAgreements(before: Agreement, after: Agreement): Comparison {
  const provisions = matched(
    before.provisions,
    after.provisions,
    ({ id }) => id,
    ({ text, heading }) => `${heading ?? ''} ${text}`,
  )
  const norms = matched(
    normsOf(before),
    normsOf(after),
    ({ id }) => id,
    norm => `${norm.modality} ${norm.act} ${norm.object ?? ''} ${norm.bearers.join(' ')}`,
  )
  const of = (earlier: Provision | null, later: Provision | null): NormChange[] =>
    norms.flatMap(([old, now]): NormChange[] => {
      const isHere = now ? now.provision === later?.id : old?.provision === earlier?.id
      if (!isHere) return []
      return [
        {
          before: old?.id ?? null,
          after: now?.id ?? null,
          fate: old && now ? 'kept' : now ? 'new' : 'dropped',
          changes: old && now ? normChanges(old, now, { before, after }) : [],
        },
      ]
    })
  return {
    whole: wholeChanges(before, after),
    provisions: provisions.map(([old, now]) => ({
      before: old?.id ?? null,
      after: now?.id ?? null,
      fate: !old ? 'new' : !now ? 'dropped' : old.text === now.text ? 'same words' : 'reworded',
      words: old && now && old.text !== now.text ? wordsOf(old.text, now.text) : [],
      changes: old && now ? provisionChanges(old, now, { before, after }) : [],
      norms: of(old, now),
    })),
  }
}

function wordsOf(before: string, after: string): ProvisionChange['words'] {
  if (Math.max(before.length, after.length) > longest) {
    return [
      { text: before, is: 'out' },
      { text: after, is: 'in' },
    ]
  }
  return diffWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'in' : removed ? 'out' : 'kept',
  }))
}

const statuses = ['reported', 'draft', 'initialled', 'signed'] as const

function provisionChanges(
  old: Provision,
  now: Provision,
  { before, after }: { before: Agreement; after: Agreement },
): Change[] {
  const names = (agreement: Agreement, ids: readonly string[]) => ids.map(id => nameOf(agreement, id))
  return [
    ...one('number', old.num, now.num),
    ...one('heading', old.heading, now.heading),
    ...ranked('status', statuses, old.status, now.status, { up: 'strengthened', down: 'weakened' }),
    ...list('agreed by', names(before, old.agreedBy), names(after, now.agreedBy), {
      more: 'strengthened',
      fewer: 'weakened',
    }),
    ...list('in brackets for', names(before, old.bracketedBy), names(after, now.bracketedBy), {
      more: 'weakened',
      fewer: 'strengthened',
    }),
  ]
}

function wholeChanges(before: Agreement, after: Agreement): Change[] {
  const roles = (agreement: Agreement) =>
    agreement.participation.map(({ party, capacity }) => `${nameOf(agreement, party)} as ${capacity}`)
  const orders = (agreement: Agreement) =>
    agreement.sequence.map(({ before: first, after: then, reading }) =>
      [`${then} after ${first}`, reading === 'text' ? 'by the text' : `as ${nameOf(agreement, reading)} reads it`].join(
        ', ',
      ),
    )
  const force = ({ entryIntoForce }: Agreement) => (entryIntoForce ? inWords(entryIntoForce) : undefined)
  const plain = { more: 'added', fewer: 'dropped' } as const
  return [
    ...one('title', before.title, after.title),
    ...one('signed', before.signed, after.signed),
    ...(sameConditions(before.entryIntoForce, after.entryIntoForce)
      ? []
      : one('entry into force', force(before) ?? 'at the signature', force(after) ?? 'at the signature')),
    ...span('duration', before.duration, after.duration, {
      longer: 'strengthened',
      shorter: 'weakened',
      none: 'longest',
    }),
    ...one('renewal', before.renewal, after.renewal),
    ...span('notice of withdrawal', before.withdrawalNotice, after.withdrawalNotice, {
      longer: 'strengthened',
      shorter: 'weakened',
      none: 'shortest',
    }),
    ...list('takes part', roles(before), roles(after), plain),
    ...list('order of steps', orders(before), orders(after), plain),
    ...matched(
      before.mechanisms,
      after.mechanisms,
      ({ id }) => id,
      ({ name }) => name,
    ).flatMap(([old, now]): Change[] =>
      old && now
        ? [
            ...list(`tasks of ${now.name}`, old.tasks, now.tasks, { more: 'strengthened', fewer: 'weakened' }),
            ...list(
              `guaranteed access of ${now.name}`,
              old.access.flatMap(({ zone, guaranteed }) => (guaranteed ? [zone] : [])),
              now.access.flatMap(({ zone, guaranteed }) => (guaranteed ? [zone] : [])),
              { more: 'strengthened', fewer: 'weakened' },
            ),
          ]
        : list('mechanism', old ? [old.name] : [], now ? [now.name] : [], plain),
    ),
    ...list(
      'defined terms',
      before.definitions.map(({ term }) => term),
      after.definitions.map(({ term }) => term),
      plain,
    ),
    ...after.definitions.flatMap(({ term, text }) => {
      const earlier = before.definitions.find(one => one.term === term)
      return earlier ? one(`meaning of “${term}”`, earlier.text, text) : []
    }),
  ]
}
