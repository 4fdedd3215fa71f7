import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import type { Discrepancy, Side } from '../discrepancy.js'
import type { Sources } from './sources.js'

interface Titled {
  readonly report: string
  readonly start: number
  readonly end: number
  readonly role: string
  readonly isFormer: boolean
}

/**
 * A person whom one lineage calls the former holder of an office and another its holder.
 *
 * Compared are titles right before a name that speaks in the case, by the office's own word ("President"); differing
 * offices of one person are no discrepancy, since one may hold several in time. O(words of the reports, plus the reports
 * that title a name's first or last word, name by name).
 */
export function titles(acts: readonly Act[], reports: readonly Report[], sources: Sources): Discrepancy[] {
  const names = new Set(acts.flatMap(({ statement: { speaker, principal } }) => [speaker.name, principal?.name ?? '']))
  const titled = titledWords(reports)
  return [...names]
    .filter(name => /^\p{Lu}[^\s]* .*\p{Lu}/u.test(name))
    .sort()
    .flatMap(name => {
      const surname = name.split(' ').at(-1) ?? ''
      // Most reports give most names no title: only those that do are read with the name's own pattern.
      const titling = new Set([name, surname].flatMap(words => reportsTitling(words, titled)))
      if (titling.size === 0) return []
      const pattern = titlePattern(name, surname)
      const found = reports.flatMap(report => (titling.has(report) ? titlesOf(report, pattern) : []))
      return [...new Set(found.map(({ role }) => role))].flatMap(role => disagreement(name, role, found, sources))
    })
}

const office =
  'president|vice president|prime minister|foreign minister|defen[cs]e minister|minister|chancellor|secretary of state|secretary-general|ambassador|envoy|general|governor|senator|mayor|king|spokesman|spokeswoman'

/** A place right behind an office. */
interface TitledPlace {
  readonly report: Report
  /** UTF-16 offset into the report's text. */
  readonly at: number
}

/** The places right behind an office, by the letters that stand there, in lower case. */
function titledWords(reports: readonly Report[]): Map<string, TitledPlace[]> {
  const found = new Map<string, TitledPlace[]>()
  for (const report of reports) {
    for (const { start, end } of report.body) {
      for (const { 0: words, 1: gap = '', 2: letters = '', index } of report.text
        .slice(start, end)
        .matchAll(behindOffice)) {
        const key = letters.toLowerCase()
        const place = { report, at: start + index + words.length + gap.length }
        const known = found.get(key)
        if (known) known.push(place)
        else found.set(key, [place])
      }
    }
  }
  return found
}

const behindOffice = new RegExp(`(?:${office})(?=(\\s,?\\s?)(\\p{L}*))`, 'giu')

function reportsTitling(words: string, titled: ReadonlyMap<string, readonly TitledPlace[]>): Report[] {
  const wanted = words.toLowerCase()
  const key = /^\p{L}*/u.exec(words)?.[0].toLowerCase() ?? ''
  return (titled.get(key) ?? []).flatMap(({ report, at }) =>
    report.text
      .slice(at, at + words.length)
      .replace(/\s/g, ' ')
      .toLowerCase() === wanted
      ? [report]
      : [],
  )
}

function titlePattern(name: string, surname: string): RegExp {
  const escaped = [name, surname].map(words => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'))
  return new RegExp(
    `(?<![\\p{L}'’])((?:former|ex|late|then)(?:-\\s?|\\s))?((?:[\\p{Lu}][\\p{L}.]{0,20}\\s){0,2}?)(${office})\\s,?\\s?(?:${escaped.join('|')})(?!\\p{L})`,
    'giu',
  )
}

function titlesOf(report: Report, pattern: RegExp): Titled[] {
  return report.body.flatMap(({ start, end }) =>
    [...report.text.slice(start, end).matchAll(pattern)].map(match => ({
      report: report.id,
      start: start + match.index + (match[1] ? 0 : lowerStart(match[2] ?? '')),
      end: start + match.index + match[0].length,
      role: (match[3] ?? '').toLowerCase(),
      isFormer: /^(?:former|ex)/i.test(match[1] ?? ''),
    })),
  )
}

/** How much of the words before an office are none of its name: "was favourable. Foreign Minister". */
function lowerStart(before: string): number {
  return /^(?:\p{Ll}\S*\s+|\S*\p{Ll}\.\s+)*/u.exec(before)?.[0].length ?? 0
}

function disagreement(name: string, role: string, all: readonly Titled[], sources: Sources): Discrepancy[] {
  const found = all.filter(titled => titled.role === role)
  const former = found.filter(titled => titled.isFormer)
  const holding = found.filter(titled => !titled.isFormer)
  const [first] = former
  const [second] = holding
  if (!first || !second) return []
  const formerSources = new Set(former.map(({ report }) => sources.of(report)))
  const across = holding.filter(({ report }) => !formerSources.has(sources.of(report)))
  if (across.length === 0) return []
  // A report that says "former" once may go on without it.
  const formerReports = new Set(former.map(({ report }) => report))
  const others = holding.filter(({ report }) => !formerReports.has(report))
  const side = (titled: readonly Titled[]): Side => ({
    says: sources
      .text(titled[0]?.report ?? '')
      .slice(titled[0]?.start ?? 0, titled[0]?.end ?? 0)
      .replace(/\s+/g, ' '),
    evidence: titled.map(({ report, start, end }) => ({ report, start, end })),
    sources: sources.count(titled),
  })
  return [
    {
      id: `title:${name}:${role}`,
      kind: 'title',
      summary: `${name} is a former ${role} in one account and ${role} in another.`,
      within: 'lineages',
      sides: [side(former), side(others)],
    },
  ]
}
