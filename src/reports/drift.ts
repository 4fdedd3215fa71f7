import { isWithin, overlap, type Span } from '../language/span.js'
import { outletNames } from './credits/outlet-names.js'
import { type Account, accountOf } from './drift/account.js'
import { type Counterparts, counterparts } from './drift/counterparts.js'
import { type Slot, slotsOf, stanceWords } from './drift/slots.js'
import type { Drift, DriftKind, Lineage } from './lineage.js'
import type { Fact } from './lineages/facts.js'
import type { Report, ReportId } from './report.js'

/** What of each kind a reader should see first. */
const weights: Record<`${Drift['kind']} ${DriftKind}`, number> = {
  'changed polarity': 10,
  'changed date': 9,
  'changed number': 9,
  'added date': 8,
  'changed title': 8,
  'changed modality': 7,
  'changed quotation': 7,
  'changed name': 7,
  'added number': 6,
  'added quotation': 6,
  'added name': 4,
  'added sentence': 3,
  'dropped quotation': 3,
  'dropped date': 3,
  'dropped number': 3,
  'dropped name': 2,
  'added polarity': 1,
  'added modality': 1,
  'added title': 1,
  'dropped polarity': 1,
  'dropped modality': 1,
  'dropped title': 1,
  'dropped sentence': 1,
  'changed sentence': 1,
}

/** Of a kind and report no more than this is shown: a list that nobody reads shows nothing. */
const limit = 4

/**
 * What each report of `lineage` adds, drops or changes against the rest, the weightiest first; empty for one report.
 *
 * A detail that one member alone has is `added`: it is not said to be false, only uncorroborated here. Where members
 * differ about one thing, the entry stands at those in the minority. Sentences are aligned pair by pair:
 * O(members² · sentences²).
 */
export function drift(lineage: Lineage, reports: readonly Report[]): Drift[] {
  if (lineage.members.length < 2) return []
  const byId = new Map(reports.map(report => [report.id, report]))
  const members = lineage.members.flatMap(id => byId.get(id) ?? [])
  const nameOf = outletNames(members.flatMap(({ outlet }) => outlet ?? []))
  const accounts = members.map(member => accountOf(member, nameOf))
  if (accounts.length < 2) return []
  const aligned = counterparts(accounts)
  const changed = [...changes(slotsOf(accounts, aligned)), ...alteredQuotations(accounts)]
  const facts = accounts
    .flatMap(account => addedFacts(account, accounts, aligned))
    .filter(added => !isToldBy(changed, added))
  const found = [
    ...changed,
    ...facts,
    ...accounts.flatMap(account => addedSentences(account, aligned)).filter(sentence => !isToldBy(facts, sentence)),
    ...accounts.flatMap(account => droppedFacts(account, accounts)),
  ]
  return firstOfEach(found.sort(byWeight))
}

/** Whether some of `changed` already shows the words that are added, here or there, or the detail that a sentence adds. */
function isToldBy(changed: readonly Drift[], { report, here }: Drift): boolean {
  const told = changed.flatMap(change => [
    { report: change.report, ...change.here! },
    ...(change.kind === 'changed' ? change.there : []),
  ])
  return told.some(span => span.report === report && overlap(span, here!) > 0)
}

function byWeight(a: Drift, b: Drift): number {
  const weight = (drift: Drift) => weights[`${drift.kind} ${drift.what}`]
  return weight(b) - weight(a) || (a.report < b.report ? -1 : a.report > b.report ? 1 : placeOf(a) - placeOf(b))
}

function placeOf(drift: Drift): number {
  return drift.here?.start ?? drift.there[0]?.start ?? 0
}

function firstOfEach(found: readonly Drift[]): Drift[] {
  const counts = new Map<string, number>()
  return found.filter(({ report, kind, what }) => {
    const key = `${report} ${kind} ${what}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.get(key)! <= limit
  })
}

/** Slots that members fill differently: each value that fewer members have against the one that most have. */
function changes(slots: readonly Slot[]): Drift[] {
  const bySlot = new Map<string, Slot[]>()
  for (const slot of slots) bySlot.set(slot.key, [...(bySlot.get(slot.key) ?? []), slot])
  return [...bySlot.values()].flatMap(filled => {
    const reports = [...new Set(filled.map(slot => slot.account.report.id))]
    if (reports.length < 2) return []
    const valuesOf = (id: ReportId) => filled.filter(slot => slot.account.report.id === id)
    const supporters = (value: string) => reports.filter(id => valuesOf(id).some(slot => slot.value === value)).length
    const [usual] = [...filled].sort((a, b) => supporters(b.value) - supporters(a.value))
    const there = filled.filter(slot => slot.value === usual!.value)
    return reports
      .filter(id => valuesOf(id).every(slot => slot.value !== usual!.value))
      .map(id => change(valuesOf(id)[0]!, there))
  })
}

function change(here: Slot, there: readonly Slot[]): Drift {
  const opposite = there.some(slot => (slot.side ?? 0) * (here.side ?? 0) < 0)
  return {
    report: here.account.report.id,
    kind: 'changed',
    what: opposite ? 'polarity' : here.what,
    here: spanOf(here),
    there: there.map(slot => ({ report: slot.account.report.id, ...spanOf(slot) })),
    words: `“${wordsOf(here.account, here)}” against ${spelledOnce(there.map(slot => wordsOf(slot.account, slot)))}`,
  }
}

/** A quotation that another member has in nearly the same words. */
function alteredQuotations(accounts: readonly Account[]): Drift[] {
  return accounts.flatMap((account, at) =>
    quotations(account).flatMap((fact): Drift[] => {
      const alike = accounts
        .slice(0, at)
        .flatMap(other => quotations(other).map(quote => ({ other, quote })))
        .filter(
          ({ other, quote }) =>
            quote.key !== fact.key && !other.key.includes(fact.key) && !account.key.includes(quote.key),
        )
        .filter(({ quote }) => sharedWords(quote.key, fact.key) >= 0.6)
      if (alike.length === 0) return []
      return [
        {
          report: account.report.id,
          kind: 'changed',
          what: 'quotation',
          here: spanOf(fact),
          there: alike.map(({ other, quote }) => ({ report: other.report.id, ...spanOf(quote) })),
          words: `“${fact.text}” against ${spelledOnce(alike.map(({ quote }) => quote.text))}`,
        },
      ]
    }),
  )
}

function quotations(account: Account): Fact[] {
  return account.facts.filter(fact => fact.kind === 'quotation' && fact.key.split(' ').length >= 3)
}

function sharedWords(a: string, b: string): number {
  const first = new Set(a.split(' '))
  const second = new Set(b.split(' '))
  return [...first].filter(word => second.has(word)).length / Math.max(first.size, second.size)
}

/** Details of one member that stand in no other; those of one kind and sentence are one entry. */
function addedFacts(account: Account, accounts: readonly Account[], aligned: Counterparts): Drift[] {
  const others = accounts.filter(other => other !== account)
  return account.sentences.flatMap(sentence => {
    const own = account.facts.filter(fact => isWithin(fact, sentence) && others.every(other => !has(other, fact)))
    const group = aligned.groups[aligned.groupOf.get(sentence) ?? -1] ?? []
    const there = group
      .filter(placed => placed.account !== account)
      .map(placed => ({ report: placed.account.report.id, start: placed.sentence.start, end: placed.sentence.end }))
    return (['date', 'number', 'quotation', 'name'] as const).flatMap((what): Drift[] => {
      const facts = own.filter(fact => fact.kind === what)
      const [first] = facts
      if (!first) return []
      return [
        {
          report: account.report.id,
          kind: 'added',
          what,
          here: spanOf(first),
          there,
          words: `adds ${spelledOnce(facts.map(fact => fact.text))}`,
        },
      ]
    })
  })
}

/** Whether the words of a detail stand anywhere in the account; of a name, its last word is enough. */
function has(account: Account, fact: Fact): boolean {
  if (account.key.includes(` ${fact.key} `)) return true
  if (fact.kind === 'name') return account.key.includes(` ${fact.key.split(' ').at(-1)}`) || hasInitials(account, fact)
  if (fact.kind === 'number')
    return account.facts.some(other => other.kind === 'number' && digits(other) === digits(fact))
  if (fact.kind === 'date') return account.facts.some(other => other.kind === 'date' && fact.key.startsWith(other.key))
  return false
}

/** "United States" where the other writes "US" or "U.S.". */
function hasInitials(account: Account, fact: Fact): boolean {
  const initials = fact.key.split(' ').map(word => word[0])
  return (
    initials.length > 1 &&
    (account.key.includes(` ${initials.join('')} `) || account.key.includes(` ${initials.join(' ')} `))
  )
}

function digits(fact: Fact): string {
  return fact.key.replace(/[^\d.]/g, '')
}

/** A sentence is new from this likeness to its likest down. */
const unlike = 0.22

/** Sentences without a counterpart that say where someone stands or give a detail; a rewrite's padding does neither. */
function addedSentences(account: Account, aligned: Counterparts): Drift[] {
  return account.sentences
    .filter(sentence => (aligned.nearest.get(sentence) ?? 0) < unlike && sentence.words.length >= 8)
    .filter(sentence => account.facts.some(fact => isWithin(fact, sentence)))
    .filter(
      sentence =>
        stanceWords(sentence) > 0 || account.facts.some(fact => fact.kind !== 'name' && isWithin(fact, sentence)),
    )
    .map(sentence => ({
      report: account.report.id,
      kind: 'added' as const,
      what: 'sentence' as const,
      here: spanOf(sentence),
      there: [],
      words: `adds the sentence “${shorten(wordsOf(account, sentence))}”`,
    }))
}

/** Details that every other member has, of two at least. */
function droppedFacts(account: Account, accounts: readonly Account[]): Drift[] {
  const others = accounts.filter(other => other !== account)
  const [first] = others
  if (others.length < 2 || !first) return []
  const seen = new Set<string>()
  return first.facts
    .filter(fact => !seen.has(fact.key) && seen.add(fact.key))
    .filter(fact => !has(account, fact) && others.every(other => has(other, fact)))
    .map(fact => ({
      report: account.report.id,
      kind: 'dropped' as const,
      what: fact.kind,
      there: others.flatMap(other => {
        const same = other.facts.find(own => own.key === fact.key)
        return same ? [{ report: other.report.id, ...spanOf(same) }] : []
      }),
      words: `leaves out “${fact.text}”`,
    }))
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function wordsOf(account: Account, span: Span): string {
  return account.report.text.slice(span.start, span.end).replace(/\s+/g, ' ')
}

function spelledOnce(texts: readonly string[]): string {
  return [...new Set(texts)].map(text => `“${text}”`).join(', ')
}

function shorten(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 138).replace(/\s+\S*$/, '')} …`
}
