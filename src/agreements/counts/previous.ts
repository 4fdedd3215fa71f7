import type { CountMark } from './attach.js'
import type { Mark } from './marks.js'

type RegionMark = Extract<Mark, { kind: 'region' }>

/** Counts of the previous period that stand together in a sentence. */
export interface PreviousGroup {
  readonly counts: readonly CountMark[]
  readonly regions: readonly RegionMark[]
  /** The counts of the current period that they are set against, in order; empty: none in this sentence. */
  readonly against: readonly CountMark[]
}

export interface PreviousCounts {
  readonly groups: readonly PreviousGroup[]
  /** All that stands in brackets that speak of the previous period. */
  readonly bracketed: ReadonlySet<Mark>
}

/**
 * The counts that a sentence gives for the previous period.
 *
 * After "compared with" as many as stood before it; between brackets with "in the previous period" all; after "in the
 * previous period" all to the end of the clause; right before it the one; and where it ends the sentence, all.
 */
export function previousGroups(sentence: readonly Mark[]): PreviousCounts {
  const bracketed = brackets(sentence)
  const inBrackets = new Set(bracketed.flatMap(({ marks }) => marks))
  const open = sentence.filter(mark => !inBrackets.has(mark))
  const groups: PreviousGroup[] = []
  for (const { marks, from } of bracketed) {
    const own = marks.filter(isCount)
    const before = sentence.filter(isCount).filter(({ at, value }) => at < from && value !== null)
    const earlier = before.filter(mark => !inBrackets.has(mark))
    if (own.length > 0)
      groups.push({ counts: own, regions: marks.filter(isRegion), against: earlier.slice(-own.length) })
  }
  groups.push(...unbracketed(open))
  return { groups, bracketed: inBrackets }
}

const isCount = (mark: Mark): mark is CountMark => mark.kind === 'count'
const isRegion = (mark: Mark): mark is RegionMark => mark.kind === 'region'

/** What stands in brackets that speak of the previous period, or that follow its name: "than in the previous period (12)". */
function brackets(sentence: readonly Mark[]): { marks: Mark[]; from: number }[] {
  const found: { marks: Mark[]; from: number }[] = []
  for (const [i, mark] of sentence.entries()) {
    if (mark.kind !== 'open') continue
    const end = sentence.findIndex((other, j) => j > i && other.kind === 'close')
    const marks = sentence.slice(i + 1, end < 0 ? undefined : end)
    const before = sentence[i - 1]
    const isNamed = marks.some(({ kind }) => kind === 'previous' || kind === 'comparator')
    const followsName = before?.kind === 'previous' && before.to === mark.at
    // "80 (previous week: 157) in Teskel, 20 (12) in Corvel": the second bracket says what the first explained.
    const isLikeTheLast = found.length > 0 && marks.length === 1 && marks[0]?.kind === 'count' && !marks[0].isNamed
    if (isNamed || followsName || isLikeTheLast) found.push({ marks, from: mark.at })
  }
  return found
}

function unbracketed(sentence: readonly Mark[]): PreviousGroup[] {
  const groups: PreviousGroup[] = []
  let current: CountMark[] = []
  let recent: CountMark[] = []
  let unanswered: CountMark[] = []
  let group: { counts: CountMark[]; regions: RegionMark[]; against: CountMark[]; room: number } | null = null
  const close = () => {
    if (group && group.counts.length > 0) groups.push(group)
    group = null
  }
  const begin = (room: number, against: CountMark[]) => {
    close()
    group = { counts: [], regions: [], against, room }
    current = []
    unanswered = []
  }
  for (const [i, mark] of sentence.entries()) {
    const now = group as { counts: CountMark[]; regions: RegionMark[]; room: number } | null
    if (mark.kind === 'turn') {
      if (now && now.room !== Number.POSITIVE_INFINITY) close()
      if (mark.isStop) current = []
    } else if (mark.kind === 'comparator')
      begin(Math.max(1, current.filter(({ value }) => value !== null).length), recent)
    else if (mark.kind === 'previous') {
      if (now && now.counts.length > 0) {
        if (now.room !== Number.POSITIVE_INFINITY) close()
      } else if (now) {
        // "Compared with the previous period, it recorded 12": the count is of the current one.
        if (!mark.leadsOn) close()
      } else placeAlone(mark, i)
    } else if (isCount(mark)) {
      if (now && now.counts.length >= now.room) close()
      const still = group as typeof now
      if (still) still.counts.push(mark)
      else {
        current.push(mark)
        recent = [...current]
        unanswered.push(mark)
      }
    } else if (isRegion(mark) && now) {
      // ", and in Teskel region 12" begins the next count; "12 in Teskel region" belongs to this one.
      const isBeside = mark.at - (now.counts.at(-1)?.to ?? mark.at) <= 1
      if (isBeside || now.room === Number.POSITIVE_INFINITY) now.regions.push(mark)
    }
  }
  close()
  return groups

  /** A mention of the previous period that no comparison opened. */
  function placeAlone(mark: Extract<Mark, { kind: 'previous' }>, i: number) {
    const before = sentence[i - 1]
    if (before?.kind === 'same') return
    const beside = current.at(-1)
    // "225 in the previous period", "225 were recorded in the previous period": nothing else between them.
    const isBeside = beside !== undefined && before === beside && mark.at - beside.to <= 2
    const others = unanswered.filter(count => count !== beside)
    const later = sentence.slice(i + 1).some(isCount)
    if (isBeside && others.length > 0) {
      groups.push({ counts: [beside], regions: [], against: others.slice(-1) })
      current = []
      unanswered = others
    } else if (later && current.length === 0) {
      begin(Number.POSITIVE_INFINITY, unanswered)
    } else if (later && !isBeside) {
      begin(Math.max(1, current.filter(({ value }) => value !== null).length), recent)
    } else if (current.length > 0 && !mark.isThan) {
      const from = current[0]?.at ?? 0
      const against = unanswered.filter(({ at }) => at < from)
      const regions = sentence.filter(isRegion).filter(({ at }) => against.length === 0 || at > from)
      groups.push({ counts: current, regions, against })
      current = []
      if (later) begin(Number.POSITIVE_INFINITY, unanswered)
    }
  }
}
