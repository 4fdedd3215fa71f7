import type { PartyId } from '../../actors/actor.js'
import type { PlanGroup } from './groups.js'
import type { Point } from './points.js'

/** A proposal as a person names it in the case file. */
export interface GivenProposal {
  readonly id: string
  readonly name: string
  /** Other names that reports give it. */
  readonly aliases: readonly string[]
  readonly by: readonly PartyId[]
  /** The proposal that it is a version of; null: it is the first. */
  readonly versionOf: string | null
  readonly text: GivenText | null
}

/** The text of one version, as a file of the case folder holds it. */
export interface GivenText {
  /** Relative to the case folder. */
  readonly file: string
  readonly points: readonly Point[]
}

/** The first version of a given proposal: what all versions of it are filed under. Circles end where they began. */
export function rootOf(id: string, given: readonly GivenProposal[]): string {
  const seen = new Set([id])
  let at = id
  for (;;) {
    const before = given.find(each => each.id === at)?.versionOf
    if (!before || seen.has(before)) return at
    seen.add(before)
    at = before
  }
}

/** The groups, and one for each proposal of which the case gives a text and no report speaks. */
export function placeGiven(groups: readonly PlanGroup[], given: readonly GivenProposal[]): PlanGroup[] {
  const known = new Set(groups.flatMap(group => (group.given ? [group.given.id] : [])))
  const silent = given.filter(({ id, text, versionOf }) => {
    const hasText = text !== null || given.some(each => each.text !== null && rootOf(each.id, given) === id)
    return hasText && versionOf === null && !known.has(id)
  })
  return [
    ...groups,
    ...silent.map(one => ({
      id: one.id,
      name: one.name,
      given: one,
      named: given.filter(({ id }) => rootOf(id, given) === one.id),
      mentions: [],
      antecedents: new Map(),
    })),
  ]
}

/**
 * The points of a proposal's text: its numbered or bulleted lines, each with the lines that go on from it; a text without
 * any is taken paragraph by paragraph. Headings are no points.
 *
 * Offsets are UTF-16 into `text`; `file` stands where a report's id does.
 */
export function pointsOfText(text: string, file: string): Point[] {
  const marked: { start: number; end: number; number: string | null }[] = []
  const loose: { start: number; end: number; number: string | null }[] = []
  let open = false
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const words = line[0]
    if (words.trim() === '' || /^\s*#/.test(words) || /^\s*[-=_*]{3,}\s*$/.test(words)) {
      open = false
      continue
    }
    const mark =
      /^\s*(?:(\d{1,3}|[a-z]|[ivx]{1,5})[.)]|(?:article|point|clause)\s+(\d{1,3})\s*[.:)–-]?|[-*•–])\s+/i.exec(words)
    const start = line.index + (mark?.[0].length ?? words.length - words.trimStart().length)
    const end = line.index + words.trimEnd().length
    if (mark) marked.push({ start, end, number: mark[1] ?? mark[2] ?? null })
    else if (open && marked.length > 0 && /^\s/.test(words)) marked.at(-1)!.end = end
    else loose.push({ start, end, number: null })
    open = mark !== null || open
  }
  return (marked.length > 0 ? marked : loose).map(({ start, end, number }) => ({
    words: text.slice(start, end).replace(/\s+/g, ' '),
    number,
    stated: null,
    evidence: [{ report: file, start, end }],
    sources: 0,
  }))
}
