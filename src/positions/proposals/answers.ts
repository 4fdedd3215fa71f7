import { hull, type Span } from '../../language/span.js'
import type { Independence } from '../../reports/independence.js'
import type { Act, ActKind } from '../act.js'
import type { Answer, AnswerKind } from '../proposals.js'
import { firstDay } from './days.js'
import type { PlanGroup } from './groups.js'
import { breaks, contrast, study } from './lexicon.js'
import type { Mention } from './mentions.js'
import { provisionsAt } from './provisions.js'
import type { Line, Reader } from './reader.js'
import type { VersionGroup } from './versions.js'

/**
 * Who answered a proposal, and how: acts of parties whose object it is, as the record has them.
 *
 * What a statement merely mentions ("hours before the envoy revised her plan") it does not answer; those who put it forward
 * do not answer themselves. A demand that a party joins to its answer ("but said any guarantee must ...") is a demand for
 * changes. Sorted by day, then party, then kind.
 */
export function answersTo(
  group: PlanGroup,
  versions: readonly VersionGroup[],
  readers: readonly Reader[],
  { support, lineageOf }: Independence,
): Answer[] {
  const byReport = new Map(readers.map(reader => [reader.report, reader]))
  const authors = new Set(
    group.given?.by.length ? group.given.by : group.mentions.flatMap(({ by }) => by.map(({ party }) => party)),
  )
  const found = new Map<string, Told>()
  for (const mention of group.mentions) {
    const reader = byReport.get(mention.place.report)
    if (!reader) continue
    const version = versions.findIndex(({ mentions }) => mentions.includes(mention))
    for (const { act, kind } of answersIn(mention, reader, group)) {
      if (act.party === null || authors.has(act.party)) continue
      const key = [act.party, kind, version].join('\0')
      const known = found.get(key) ?? { kind, version, acts: [], days: [] }
      if (!known.acts.includes(act)) known.acts.push(act)
      known.days.push(reader.day)
      found.set(key, known)
    }
  }
  return withoutEchoes([...found.values()], lineageOf)
    .map(({ kind, version, acts, days }) => ({
      party: acts[0]!.party!,
      kind,
      act: commonest(acts),
      version: version < 0 ? null : `${group.id}:${version + 1}`,
      statements: acts.map(({ statement }) => statement.id),
      date: firstDay(days),
      conditional: acts.some(({ condition }) => condition !== null),
      sources: support(acts.map(({ statement }) => statement)).sources,
    }))
    .sort((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.party, b.party) || compare(a.kind, b.kind))
}

/** One kind of answer of one party to one version. */
interface Told {
  readonly kind: AnswerKind
  readonly version: number
  readonly acts: Act[]
  readonly days: (string | null)[]
}

/** A mere comment adds nothing where a report of the same lineage tells how the party answers. */
function withoutEchoes(found: readonly Told[], lineageOf: Independence['lineageOf']): Told[] {
  const key = (act: Act, version: number) => [act.party, version, lineageOf(act.statement.report)].join('\0')
  const telling = new Set(
    found.flatMap(({ kind, version, acts }) => (kind === 'comments' ? [] : acts.map(act => key(act, version)))),
  )
  return found.flatMap(told => {
    if (told.kind !== 'comments') return [told]
    const acts = told.acts.filter(act => !telling.has(key(act, told.version)))
    return acts.length > 0 ? [{ ...told, acts }] : []
  })
}

interface Found {
  readonly act: Act
  readonly kind: AnswerKind
}

function answersIn(mention: Mention, reader: Reader, group: PlanGroup): Found[] {
  const line = reader.lines.find(({ start, end }) => start <= mention.place.start && mention.place.start < end)
  if (!line) return []
  // "the plan calls for ...": who says so tells what it holds.
  const describes = provisionsAt(mention, reader, group).length > 0
  const found = reader.acts.flatMap((act): Found[] => {
    const kind = kindOf(act, mention, line, reader, describes)
    return kind ? [{ act, kind }] : []
  })
  return [...found, ...found.flatMap(({ act }) => demandsBeside(act, line, reader))]
}

function kindOf(act: Act, mention: Mention, line: Line, { text }: Reader, describes: boolean): AnswerKind | null {
  const { statement } = act
  if (act.act === null || act.reports !== null || statement.layer === 'event') return null
  const span = hull([statement, ...statement.content, ...statement.source])
  if (!span || span.start > mention.place.start || span.end < mention.place.end) return null
  const before = text.slice(Math.max(line.start, mention.place.start - 60), mention.place.start)
  if (study.has(/([\p{L}]+) (?:\p{L}+ )?$/u.exec(before)?.[1]?.toLowerCase() ?? '')) return 'studies'
  const cues = [...(act.cue ? [act.cue] : []), ...statement.cue]
  const isObject = cues.some(cue => isObjectOf(cue, mention, line))
  const opens = statement.content.some(({ start }) => isOpening(start, mention, line))
  if (isObject) return kinds[act.act]
  if (!opens || describes) return null
  const kind = kinds[act.act]
  return kind === 'welcomes' || kind === 'rejects' || kind === 'criticises' ? kind : 'comments'
}

const kinds: Readonly<Record<ActKind, AnswerKind | null>> = {
  ACCEPT: 'accepts',
  CONCEDE: 'accepts',
  SUPPORT: 'welcomes',
  REJECT: 'rejects',
  DEMAND: 'demands-changes',
  REQUEST: 'demands-changes',
  DOUBT: 'criticises',
  ACCUSE: 'criticises',
  THREATEN: 'criticises',
  DENY: 'comments',
  STATE: 'comments',
  CONSULT: null,
  PROPOSE: null,
  OFFER: null,
}

/** Words that may stand between a verb and its object. */
const reach = 6

/** Whether the mention is what the words of the act govern: right behind them, or before them in the passive. */
function isObjectOf(cue: Span, { place }: Mention, { words }: Line): boolean {
  if (cue.end <= place.start) {
    const between = words.filter(({ start, end }) => start >= cue.end && end <= place.start)
    return (
      between.length <= reach &&
      between.every(({ lower, text }) => !breaks.has(lower) && !/^[;:,—–"“”]$/.test(text)) &&
      !isPartOf(between.map(({ lower }) => lower))
    )
  }
  const between = words.filter(({ start, end }) => start >= place.end && end <= cue.start)
  return (
    cue.start >= place.end &&
    between.length <= 3 &&
    between.length > 0 &&
    between.every(({ lower }) => passive.test(lower))
  )
}

const passive = /^(?:was|were|is|are|has|have|had|been|being|also|promptly|quickly|immediately|flatly|later)$/

/** "the 180 of the plan", "the withdrawal in the plan": of the plan only one thing is meant. */
function isPartOf(between: readonly string[]): boolean {
  return between.some(
    (word, n) =>
      /^(?:of|in|under)$/.test(word) &&
      !/^(?:idea|parts?|principle|outlines?|terms?|version|draft|text|elements?|most|all|much)$/.test(
        between[n - 1] ?? '',
      ),
  )
}

/** "the plan “puts the soldiers before the water”": what is said is said of it. */
function isOpening(start: number, { place }: Mention, { words }: Line): boolean {
  const between = words.filter(word => word.start >= start && word.end <= place.start)
  return (
    start <= place.start &&
    between.length <= 2 &&
    between.every(({ lower }) => /^(?:that|the|this|its|his|her|their|such|“|"|an?)$/.test(lower))
  )
}

/** Demands of the same party in the rest of the sentence, or in the next where that says "however". */
function demandsBeside(answer: Act, line: Line, { acts, lines, text }: Reader): Found[] {
  const next = lines[lines.indexOf(line) + 1]
  return acts.flatMap((act): Found[] => {
    if (act === answer || act.party !== answer.party || (act.act !== 'DEMAND' && act.act !== 'REQUEST')) return []
    const { start } = act.statement
    const isHere = answer.statement.start < start && start < line.end
    const isNext = next !== undefined && next.start <= start && start < next.end
    const opening = isHere
      ? text.slice(answer.statement.end, act.statement.end)
      : isNext
        ? text.slice(next.start, next.end)
        : ''
    const words =
      opening
        .toLowerCase()
        .match(/\p{L}+/gu)
        ?.slice(0, isHere ? 3 : 6) ?? []
    return words.some(word => contrast.has(word)) ? [{ act, kind: 'demands-changes' }] : []
  })
}

function commonest(acts: readonly Act[]): ActKind {
  const counts = new Map<ActKind, number>()
  for (const { act } of acts) if (act) counts.set(act, (counts.get(act) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]![0]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
