import { firstDay } from './days.js'
import type { GivenText } from './given.js'
import { nameOf, type PlanGroup } from './groups.js'
import type { Marker } from './lexicon.js'
import type { Mention } from './mentions.js'

/** The mentions of one version of a proposal. */
export interface VersionGroup {
  readonly name: string
  readonly marker: Marker | null
  readonly pointCount: number | null
  readonly mentions: readonly Mention[]
  readonly text: GivenText | null
}

/**
 * The versions of a proposal in order: original before revised before final, what was renumbered before what it became,
 * then by day, then by the number of points.
 *
 * A mention that does not say of which version it speaks counts for the only one, or for the one that was known on its
 * day; where two were, for none.
 */
export function versionsOf(group: PlanGroup): VersionGroup[] {
  const own = new Map<Mention, string>()
  for (const mention of group.mentions) {
    const key = keyOf(mention, group)
    if (key !== null) own.set(mention, key)
  }
  const keys = [...new Set([...group.named.map(({ id }) => `given ${id}`), ...own.values()])]
  const drafts = keys.map(key =>
    draftOf(
      key,
      [...own].flatMap(([mention, of]) => (of === key ? [mention] : [])),
      group,
    ),
  )
  const merged = mergeMarked(drafts)
  const ordered = merged.sort(
    (a, b) =>
      a.given - b.given ||
      rank(a, merged) - rank(b, merged) ||
      compareDays(a.first, b.first) ||
      (a.pointCount ?? 0) - (b.pointCount ?? 0) ||
      (a.key < b.key ? -1 : 1),
  )
  const versions = ordered.length > 0 ? ordered : [draftOf('', [], group)]
  const placed = new Map<Draft, Mention[]>(versions.map(version => [version, [...version.mentions]]))
  for (const mention of group.mentions) {
    if (own.has(mention)) continue
    const home = homeOf(mention, group, versions, placed)
    if (home) placed.get(home)!.push(mention)
  }
  return versions.map(version => ({
    name: version.name || nameOf(placed.get(version) ?? [], true) || group.name,
    marker: version.marker,
    pointCount: version.pointCount,
    mentions: placed.get(version) ?? [],
    text: version.text,
  }))
}

interface Draft {
  readonly key: string
  readonly name: string
  readonly marker: Marker | null
  readonly pointCount: number | null
  readonly mentions: readonly Mention[]
  readonly text: GivenText | null
  readonly first: string | null
  /** Place in the case file; found ones behind all of them. */
  readonly given: number
}

/** What tells versions apart: the case's own name for it, the number of points, else the adjective; null: the mention does not say. */
function keyOf(mention: Mention, group: PlanGroup): string | null {
  if (mention.given !== null) return `given ${mention.given}`
  if (group.named.length > 0) return null
  if (mention.points !== null) return `points ${mention.points}`
  return mention.marker === null ? null : `marker ${mention.marker}`
}

function draftOf(key: string, mentions: readonly Mention[], group: PlanGroup): Draft {
  const at = group.named.findIndex(({ id }) => key === `given ${id}`)
  const entry = group.named[at]
  const markers = mentions.flatMap(({ marker }) => marker ?? [])
  return {
    key,
    name: entry?.name ?? (mentions.length > 0 ? nameOf(mentions, true) : ''),
    marker: (['final', 'revised', 'original'] as const).find(marker => markers.includes(marker)) ?? null,
    pointCount: mentions.find(({ points }) => points !== null)?.points ?? null,
    mentions,
    text: entry?.text ?? null,
    first: firstDay(mentions.map(({ day }) => day)),
    given: at < 0 ? group.named.length : at,
  }
}

/** "the revised plan" is the one numbered version that is called revised, where there is one alone. */
function mergeMarked(drafts: readonly Draft[]): Draft[] {
  const numbered = drafts.filter(({ pointCount }) => pointCount !== null)
  return drafts.flatMap(draft => {
    if (draft.pointCount === null && draft.marker !== null && draft.key.startsWith('marker'))
      return homes(draft, numbered).length === 1 ? [] : [draft]
    const joined = drafts.filter(
      other =>
        other.key.startsWith('marker') &&
        other.pointCount === null &&
        homes(other, numbered).length === 1 &&
        homes(other, numbered)[0] === draft,
    )
    if (joined.length === 0) return [draft]
    const mentions = [...draft.mentions, ...joined.flatMap(other => other.mentions)]
    return [{ ...draft, mentions, first: firstDay(mentions.map(({ day }) => day)) }]
  })
}

function homes({ marker }: Draft, numbered: readonly Draft[]): Draft[] {
  const alike = numbered.filter(other => other.marker === marker)
  if (alike.length > 0 || numbered.length !== 2) return alike
  // Two numbers, neither called anything: the later is the revised one.
  const later = numbered.filter(isRenumbered)
  return marker === 'original' ? numbered.filter(other => !later.includes(other)) : later
}

function isRenumbered({ mentions }: Pick<Draft, 'mentions'>): boolean {
  return mentions.some(({ pointsBefore }) => pointsBefore !== null)
}

function rank(draft: Draft, all: readonly Draft[]): number {
  const becomes = all.some(({ mentions }) =>
    mentions.some(({ pointsBefore }) => pointsBefore !== null && pointsBefore === draft.pointCount),
  )
  if (draft.marker === 'final') return 3
  if (draft.marker === 'revised' || isRenumbered(draft)) return 2
  return draft.marker === 'original' || becomes ? 0 : 1
}

function homeOf(
  mention: Mention,
  group: PlanGroup,
  versions: readonly Draft[],
  placed: ReadonlyMap<Draft, readonly Mention[]>,
): Draft | undefined {
  if (versions.length === 1) return versions[0]
  const antecedent = group.antecedents.get(mention)
  const taken = antecedent && versions.find(version => placed.get(version)?.includes(antecedent))
  if (taken) return taken
  // Before the second version was heard of there was only the first.
  const second = firstDay(versions.slice(1).map(({ first }) => first))
  const all = versions.slice(1).every(({ first }) => first !== null)
  return all && mention.day !== null && second !== null && mention.day < second ? versions[0] : undefined
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null ? -1 : a < b ? -1 : 1
}
