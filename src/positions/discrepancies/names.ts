import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import type { Discrepancy } from '../discrepancy.js'
import { folded } from './facts/clauses.js'
import data from './facts/facts.json' with { type: 'json' }
import { brief, type Sources, sideOf } from './sources.js'

/**
 * Two persons where there can be one: the same words in quotation marks credited to different speakers, and an office
 * that has one holder held by two, in reports of different lineages and nearly one time.
 *
 * Only persons whom the reports name beside the words are compared; spellings of one name are one person, and a report
 * that names the other person, too, knows of both.
 */
export function names(acts: readonly Act[], reports: readonly Report[], sources: Sources): Discrepancy[] {
  const byId = new Map(reports.map(report => [report.id, report]))
  const named = acts
    .flatMap(act => namedSpeaker(act, byId.get(act.statement.report)) ?? [])
    .sort((a, b) => compare(a.act.statement.id, b.act.statement.id))
  return [...ofQuotations(named, sources), ...ofOffices(named, sources)]
}

interface Named {
  readonly act: Act
  readonly report: Report
  readonly name: string
}

const isPerson = /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}?[\p{L}.'’-]+){1,3}$/u

/** The speaker, where the report gives the surname in the attribution itself. */
function namedSpeaker(act: Act, report: Report | undefined): Named | undefined {
  const { name } = act.statement.speaker
  if (!report || !isPerson.test(name)) return undefined
  const source = act.statement.source.map(({ start, end }) => report.text.slice(start, end)).join(' ')
  return source.includes(surname(name)) ? { act, report, name } : undefined
}

/** Quotations of fewer words are anybody's. */
const shortest = 5

function ofQuotations(named: readonly Named[], sources: Sources): Discrepancy[] {
  const byWords = new Map<string, Named[]>()
  for (const one of named) {
    for (const { start, end } of one.act.statement.content) {
      for (const [, quoted = ''] of one.report.text.slice(start, end).matchAll(/[“"]([^“”"]{20,600})[”"]/g)) {
        const key = quoted
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()
        if (key.split(' ').length >= shortest) byWords.set(key, [...(byWords.get(key) ?? []), one])
      }
    }
  }
  return [...byWords].flatMap(([, said]) =>
    differing(said, sources, (a, b) => `Words that ${a} says in one account are ${possessive(b)} in another.`),
  )
}

function ofOffices(named: readonly Named[], sources: Sources): Discrepancy[] {
  const byOffice = new Map<string, Named[]>()
  for (const one of named) {
    const office = officeOf(one)
    if (office) byOffice.set(office, [...(byOffice.get(office) ?? []), one])
  }
  return [...byOffice].flatMap(([office, holders]) =>
    differing(
      holders,
      sources,
      (a, b) => `${a} is ${office.split('\0')[1]} in one account, ${b} in another.`,
      data.reach.office,
    ),
  )
}

const ofState = /^(?:[A-Z]{3}|[A-Z_]{4,})$/

/** Party and office of a holder who can only be one; undefined for deputies, former holders and bodies within a body. */
function officeOf({ act, report }: Named): string | undefined {
  const { party } = act.statement.speaker
  if (!party || !ofState.test(party)) return undefined
  const source = act.statement.source.map(({ start, end }) => report.text.slice(start, end)).join(' ')
  const words = source.replace(/[’']s\b/g, '').replace(/\s+/g, ' ')
  const office = data.uniqueOffices.find(name => new RegExp(`(?:^|[\\s,])${name}\\b`, 'i').test(words))
  if (!office || notTheHolder.test(words)) return undefined
  return `${party}\0${office.toLowerCase().replace('defense', 'defence').replace('secretary-general', 'secretary general')}`
}

const notTheHolder =
  /\b(?:former|ex|deputy|vice|acting|interim|late|then|designate|elect|council|commission|parliament|assembly|senate|spokes\w+|aide|adviser|advisor|envoy|office|wife|son|daughter|brother|ministry)\b/i

/** The first two who cannot be one person, each with all that stands on that side. */
function differing(
  all: readonly Named[],
  sources: Sources,
  tell: (a: string, b: string) => string,
  days?: number,
): Discrepancy[] {
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      if (sources.of(a.report.id) === sources.of(b.report.id) || mayBeOne(a.name, b.name)) continue
      if (knows(a.report, b.name) || knows(b.report, a.name)) continue
      if (days !== undefined && !isNear(a.report, b.report, sources, days)) continue
      const side = ({ name }: Named) => all.filter(other => mayBeOne(other.name, name))
      return [
        {
          id: `name:${a.act.statement.id}:${b.act.statement.id}`,
          kind: 'name',
          summary: tell(a.name, b.name),
          within: 'lineages',
          sides: [a, b].map(one =>
            sideOf(
              side(one).map(({ act }) => act),
              brief(one.report.text.slice(one.act.statement.start, one.act.statement.end)),
              sources,
            ),
          ),
        },
      ]
    }
  }
  return []
}

function isNear(a: Report, b: Report, sources: Sources, days: number): boolean {
  const [first, second] = [sources.day(a.id), sources.day(b.id)]
  if (first === null || second === null) return false
  return Math.abs(Date.parse(first) - Date.parse(second)) <= days * 86_400_000
}

/** Whether two names may be spellings of one: their surnames begin alike or have nearly the same consonants. */
function mayBeOne(a: string, b: string): boolean {
  const [first, second] = [surname(a), surname(b)]
  if (folded(first).slice(0, 4) === folded(second).slice(0, 4)) return true
  const [one, other] = [consonants(first), consonants(second)]
  return one === other || one.startsWith(other) || other.startsWith(one) || a.includes(second) || b.includes(first)
}

function consonants(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\P{L}/gu, '')
    .toLowerCase()
    .replace(/[ckq]h?|gh|kh/g, 'k')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1')
}

function knows(report: Report, name: string): boolean {
  return report.text.includes(surname(name))
}

function surname(name: string): string {
  return name.split(' ').at(-1) ?? name
}

function possessive(name: string): string {
  return `${name}${name.endsWith('s') ? '’' : '’s'}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
