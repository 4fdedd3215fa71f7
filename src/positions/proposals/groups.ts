import { daysApart } from './days.js'
import { type GivenProposal, rootOf } from './given.js'
import { lexicon, markerOf, timed } from './lexicon.js'
import type { Mention } from './mentions.js'
import { durationOf, pointCount } from './numbers.js'

/** The mentions of one proposal, of all its versions. */
export interface PlanGroup {
  readonly id: string
  readonly name: string
  readonly given: GivenProposal | null
  /** The entries of the case file that name it or a version of it, in their order. */
  readonly named: readonly GivenProposal[]
  /** In order of report and place. */
  readonly mentions: readonly Mention[]
  /** What a mention that names nothing ("the plan") takes up again. */
  readonly antecedents: ReadonlyMap<Mention, Mention>
}

/**
 * Mentions that speak of one proposal, together.
 *
 * The most telling come first, so that what is called by its author alone finds the proposals that are there; a mention
 * with two homes has none. The order of `mentions` does not matter.
 */
export function grouped(mentions: readonly Mention[], given: readonly GivenProposal[]): PlanGroup[] {
  const ordered = [...mentions].sort((a, b) => weight(b) - weight(a) || inPlace(a, b))
  const links = renumbered(mentions)
  const groups: Mention[][] = []
  const later: Mention[] = []
  for (const mention of ordered) {
    if (!mention.names) continue
    const root = mention.given === null ? null : rootOf(mention.given, given)
    const home = root === null ? homeOf(mention, groups, links) : groups.filter(group => rootIn(group, given) === root)
    if (home.length === 1) home[0]!.push(mention)
    else if (home.length === 0 && mention.introduces) groups.push([mention])
    else later.push(mention)
  }
  // "agreed to a 30-day truce": of a proposal only where there is one.
  for (const mention of later) {
    const home = homeOf(mention, groups, links)
    if (home.length === 1) home[0]!.push(mention)
    else if (home.length === 0) groups.push([mention])
  }
  const named = groups.map(group => [...group])
  return groups.map((group, n) => {
    const antecedents = anaphors(mentions, named, n)
    const all = [...group, ...antecedents.keys()].sort(inPlace)
    const root = rootIn(group, given)
    const entry = given.find(({ id }) => id === root) ?? null
    return {
      id: entry?.id ?? idOf(group),
      name: entry?.name ?? nameOf(group),
      given: entry,
      named: entry ? given.filter(({ id }) => rootOf(id, given) === entry.id) : [],
      mentions: all,
      antecedents,
    }
  })
}

function rootIn(group: readonly Mention[], given: readonly GivenProposal[]): string | null {
  const entry = group.find(mention => mention.given !== null)?.given
  return entry ? rootOf(entry, given) : null
}

/** How much a mention tells of which proposal it means. */
function weight({ given, points, year, duration, label, by, kinds, to, introduces }: Mention): number {
  return (
    (given !== null ? 20 : 0) +
    (introduces ? 10 : 0) +
    (points !== null ? 4 : 0) +
    (year !== null ? 3 : 0) +
    (duration !== null ? 3 : 0) +
    (label !== null ? 2 : 0) +
    (by.length > 0 ? 2 : 0) +
    (kinds.length > 0 ? 1 : 0) +
    (to.length > 0 ? 1 : 0)
  )
}

/** Numbers of points that a report says became one another: "eleven points instead of nine". */
function renumbered(mentions: readonly Mention[]): (a: number, b: number) => boolean {
  const pairs = new Set(
    mentions.flatMap(({ points, pointsBefore }) =>
      points !== null && pointsBefore !== null ? [`${points}:${pointsBefore}`, `${pointsBefore}:${points}`] : [],
    ),
  )
  return (a, b) => a === b || pairs.has(`${a}:${b}`)
}

/** The groups that share most with a mention, and enough. */
function homeOf(mention: Mention, groups: readonly Mention[][], links: (a: number, b: number) => boolean): Mention[][] {
  const scored = groups
    .filter(group => !group.some(other => conflicts(mention, other, links)))
    .map(group => ({ group, score: Math.max(...group.map(other => affinity(mention, other, links))) }))
    .filter(({ score }) => score > 0)
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === best).map(({ group }) => group)
}

function conflicts(a: Mention, b: Mention, links: (a: number, b: number) => boolean): boolean {
  const differ = <T>(x: T | null, y: T | null) => x !== null && y !== null && x !== y
  if (differ(a.year, b.year) || differ(a.label, b.label) || a.isCounter !== b.isCounter) return true
  if (differ(a.duration, b.duration)) return true
  if (a.points !== null && b.points !== null && !links(a.points, b.points) && !isRevision(a, b)) return true
  if (a.by.length > 0 && b.by.length > 0 && !sharesParty(a.by, b.by)) return true
  if (a.to.length > 0 && b.to.length > 0 && !sharesParty(a.to, b.to)) return true
  // "the US plan" may be the 20-point plan; "the US monitoring plan" is none of its names.
  const [x, y] = [topics(a), topics(b)]
  if (x.length > 0 && y.length > 0) return !x.some(kind => y.includes(kind))
  if (x.length > 0 === y.length > 0) return false
  return isCounted(x.length > 0 ? b : a) && (a.points === null || a.points !== b.points)
}

function isCounted({ points, duration }: Mention): boolean {
  return points !== null || duration !== null
}

function isRevision(a: Mention, b: Mention): boolean {
  return (a.marker === 'revised' || b.marker === 'revised') && sharesParty(a.by, b.by)
}

/** 0: nothing says that they are one. */
function affinity(a: Mention, b: Mention, links: (a: number, b: number) => boolean): number {
  let score = 0
  if (a.points !== null && b.points !== null && links(a.points, b.points)) score += 4
  if (a.year !== null && a.year === b.year && (sharesParty(a.by, b.by) || sharesParty(a.to, b.to))) score += 3
  if (a.duration !== null && a.duration === b.duration && isNear(a, b)) score += 3
  if (a.label !== null && a.label === b.label && isNear(a, b)) score += 2
  if (isCalledBy(a, b) || isCalledBy(b, a)) score += 2
  if (sharesParty(a.by, b.by) && isNear(a, b)) score += 1
  return score
}

/** "leaders who met in Paris endorsed a draft" and "the Paris text", in one report. */
function isCalledBy({ label, place }: Mention, other: Mention): boolean {
  return (
    label !== null &&
    other.label === null &&
    other.place.report === place.report &&
    other.sentence.includes(label.toLowerCase())
  )
}

function sharesParty(a: Mention['by'], b: Mention['by']): boolean {
  return a.some(({ party }) => b.some(other => other.party === party))
}

/** Within one report, or reports a few weeks apart; where a day is unknown, nothing speaks against it. */
function isNear(a: Mention, b: Mention): boolean {
  if (a.place.report === b.place.report) return true
  const days = daysApart(a.day, b.day)
  return days === null || days <= lexicon.reachDays
}

const vague = new Set([
  'draft',
  'peace',
  'settlement',
  'framework',
  'interim',
  'compromise',
  'phased',
  'point',
  'bridging',
])

/** What the proposal is about, in words that can be compared. */
function topics({ kinds, duration, head, words }: Mention): string[] {
  const found = kinds.filter(kind => !vague.has(kind)).map(kind => synonyms[kind] ?? kind.replace(/s$/, ''))
  const isPause = /\b(?:cease-?fire|truce|pause|armistice)\b/i.test(`${words} ${head}`)
  return duration !== null && isPause ? [...found, 'ceasefire'] : found
}

const synonyms: Readonly<Record<string, string>> = {
  truce: 'ceasefire',
  'cease-fire': 'ceasefire',
  security: 'guarantee',
  swap: 'exchange',
}

/** The mentions that take group `n` up again, each with what it goes back to: the only proposal that its report named before. */
function anaphors(mentions: readonly Mention[], groups: readonly Mention[][], n: number): Map<Mention, Mention> {
  const found = new Map<Mention, Mention>()
  const own = groups[n]!
  const reports = new Set(own.map(({ place }) => place.report))
  for (const mention of mentions) {
    const { report, start } = mention.place
    if (mention.names || !reports.has(report)) continue
    const isBefore = (other: Mention) => other.place.report === report && other.place.start < start
    if (groups.some((group, i) => i !== n && group.some(isBefore))) continue
    const last = own.filter(isBefore).sort(inPlace).at(-1)
    if (!last || (mention.head === 'offer') !== (last.head === 'offer')) continue
    if (timed.has(last.head) && mention.head !== 'proposal') continue
    if (conflicts(mention, last, (a, b) => a === b)) continue
    found.set(mention, last)
  }
  return found
}

export function inPlace(a: Mention, b: Mention): number {
  const order = a.place.report < b.place.report ? -1 : a.place.report > b.place.report ? 1 : 0
  return order || a.place.start - b.place.start
}

function idOf(group: readonly Mention[]): string {
  const first = [...group].sort((a, b) => weight(b) - weight(a) || inPlace(a, b))[0]!
  const by = first.by.map(({ party }) => party.toLowerCase().replaceAll('_', '-')).sort()
  const parts = [
    first.points === null ? null : `${first.points}-point`,
    first.duration,
    first.year,
    first.label?.toLowerCase() ?? null,
    first.isCounter && !first.head.startsWith('counter') ? 'counter' : null,
    ...topics(first).filter((topic, n, all) => all.indexOf(topic) === n),
    first.head === 'truce' ? 'ceasefire' : first.head.replace(/s$/, ''),
    ...by,
  ]
  return [...new Set(parts)]
    .filter(part => part !== null)
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}

/** The words that tell most of which proposal it is; of equals, those that most mentions use, without the version. */
export function nameOf(mentions: readonly Mention[], keepsMarker = false): string {
  const naming = mentions.filter(({ names }) => names)
  const group = naming.length > 0 ? naming : mentions
  const counted = new Map<string, { count: number; words: string }>()
  for (const mention of group) {
    const words = keepsMarker ? mention.words : withoutMarker(mention.words)
    const key = words.toLowerCase()
    const known = counted.get(key)
    // Headlines write every word large.
    const better =
      !known ||
      capitals(words) < capitals(known.words) ||
      (capitals(words) === capitals(known.words) && words < known.words)
    counted.set(key, { count: (known?.count ?? 0) + 1, words: better ? words : known.words })
  }
  const [best] = [...counted.values()].sort(
    (a, b) =>
      telling(b.words) - telling(a.words) ||
      b.count - a.count ||
      a.words.length - b.words.length ||
      (a.words < b.words ? -1 : 1),
  )
  return best?.words ?? ''
}

function capitals(words: string): number {
  return words.match(/\p{Lu}/gu)?.length ?? 0
}

/** How many of the words say which proposal, or which version, is meant. */
function telling(words: string): number {
  const found = words.toLowerCase().split(' ')
  return found.filter(
    word =>
      pointCount(word) !== null || durationOf(word) !== null || /^(?:19|20)\d\d$/.test(word) || markerOf(word) !== null,
  ).length
}

function withoutMarker(words: string): string {
  const left = words
    .split(' ')
    .filter((word, n, all) => n === all.length - 1 || markerOf(word.toLowerCase()) === null)
    .join(' ')
  return left === '' ? words : left
}
