import { collect } from '../src/reports/lineages/collection.js'
import { type Comparisons, comparisons } from '../src/reports/lineages/comparisons.js'
import { kinReach } from '../src/reports/lineages/kinship.js'
import { read } from '../src/reports/lineages/reading.js'
import { seeded } from './boosting.js'

/** A report that small collections are drawn from. */
export interface Drawn {
  readonly text: string
  /** Which text it derives from; undefined where that is not known. */
  readonly origin?: string
  /** Which event it tells; undefined where it has no namesakes. */
  readonly story?: string
}

/** A report of a small collection. */
export interface SmallReport extends Drawn {
  /** Place in what it was drawn from. */
  readonly place: number
  /** Whether a passage of another report of the collection was put into it. */
  readonly spliced: boolean
}

/**
 * Small collections on one topic, as a case folder holds them, drawn from a large mixed one.
 *
 * A report and those most like it, some with their kin: names and events are shared by strangers here, and most reports
 * are strangers. Into one in four a passage of a stranger is put, as reports carry each other's background and quote each
 * other's news: that is no lineage. One in eight is cut to its first sentences. Same `rows`, same collections.
 */
export function smallCollections(rows: readonly Drawn[], large: Comparisons, count: number): SmallReport[][] {
  const random = seeded(29)
  const pick = (size: number) => Math.floor(random() * size)
  const kin = new Map<string, number[]>()
  rows.forEach(({ origin, story }, at) => {
    const key = story ?? origin!
    kin.set(key, [...(kin.get(key) ?? []), at])
  })
  const told = rows.flatMap(({ story }, at) => (story === undefined ? [] : [at]))
  const kinOf = (place: number) => kin.get(rows[place]!.story ?? rows[place]!.origin!)!
  return Array.from({ length: count }, () => {
    const size = 4 + pick(30)
    const places = new Set(kinOf(random() < 0.6 ? told[pick(told.length)]! : pick(rows.length)))
    for (const place of places) {
      for (const near of large.neighbours[place]!.of) {
        if (places.size >= size) break
        for (const relative of random() < 0.4 ? kinOf(near) : [near]) places.add(relative)
      }
    }
    const members = [...places].map(place => ({ ...rows[place]!, place, spliced: false }))
    return members.map(member => {
      const chance = random()
      if (chance < 0.125) return { ...member, text: firstSentences(member.text, 2 + pick(3)) }
      const stranger = members[pick(members.length)]!
      if (chance > 0.375 || isKin(stranger, member) !== false) return member
      return { ...member, text: splice(member.text, stranger.text, random), spliced: true }
    })
  })
}

/** Whether two derive from one text; undefined where that is not known: reports of one event may be copies of one wire. */
export function isKin(a: Drawn, b: Drawn): boolean | undefined {
  if (a.origin !== undefined && b.origin !== undefined) return a.origin === b.origin
  return a.story !== undefined && a.story === b.story ? undefined : false
}

/** The comparisons of a small collection. */
export function compareSmall(reports: readonly SmallReport[]): Comparisons {
  return comparisons(collect(reports.map(({ text }) => read(text, [{ start: 0, end: text.length }]))), kinReach)
}

const sentencesOf = (text: string) => text.split(/(?<=[.!?]["”]?)\s+/)

function firstSentences(text: string, count: number): string {
  return sentencesOf(text).slice(0, count).join(' ')
}

/** One to three sentences in a row of `other`, at most a fifth of `text`, put somewhere into it. */
function splice(text: string, other: string, random: () => number): string {
  const own = sentencesOf(text)
  const theirs = sentencesOf(other)
  const length = Math.min(1 + Math.floor(random() * 3), Math.max(1, Math.floor(own.length / 5)))
  const from = Math.floor(random() * Math.max(1, theirs.length - length))
  own.splice(Math.floor(random() * own.length), 0, ...theirs.slice(from, from + length))
  return own.join(' ')
}
