import type { Span } from '../../language/span.js'
import type { Independence, Place } from '../../reports/independence.js'
import { likeness, numbersOf } from './compare.js'
import type { PlanGroup } from './groups.js'
import { listBehind } from './lists.js'
import type { Mention } from './mentions.js'
import { provisionsAt, type Stated } from './provisions.js'
import type { Reader } from './reader.js'
import type { VersionGroup } from './versions.js'

/** One thing that a version of a proposal says. */
export interface Point {
  readonly words: string
  /** As its text numbers it; null: it does not, or is known from reports. */
  readonly number: string | null
  /** What a report says of it against the version before; null: nothing. */
  readonly stated: Stated | null
  /** Where it stands; of a text that the case gives, its file stands for the report. */
  readonly evidence: readonly Place[]
  /** Independent sources that report it; 0 for a text that the case gives. */
  readonly sources: number
}

/** What is reported of each version, in the order of `versions`: each point once, however many reports tell it. */
export function pointsOf(
  group: PlanGroup,
  versions: readonly VersionGroup[],
  readers: readonly Reader[],
  { support }: Independence,
): Point[][] {
  const byReport = new Map(readers.map(reader => [reader.report, reader]))
  return versions.map((version, n) => {
    const found = version.mentions.flatMap(mention => {
      const reader = byReport.get(mention.place.report)
      return reader ? reported(mention, reader, group) : []
    })
    return joined(found).map(({ evidence, ...point }) => ({
      ...point,
      // Of the first version that is known there is nothing to differ from.
      stated: n === 0 ? null : point.stated,
      evidence,
      sources: support(evidence).sources,
    }))
  })
}

type Raw = Omit<Point, 'sources'>

function reported(mention: Mention, reader: Reader, group: PlanGroup): Raw[] {
  const spans = [...provisionsAt(mention, reader, group), ...listBehind(mention, reader)]
  return spans.map(({ span, stated, number }) => ({
    words: wordsOf(reader, span),
    number,
    stated,
    evidence: [{ report: reader.report, ...span }],
  }))
}

function wordsOf({ text }: Reader, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}

/** Points that several reports tell, or one tells twice, become one; the first by place words it. */
function joined(found: readonly Raw[]): Raw[] {
  const points: Raw[] = []
  for (const point of found) {
    const place = point.evidence[0]!
    // A clause that two mentions lead to is one.
    const twice = points.some(({ evidence }) =>
      evidence.some(({ report, start, end }) => report === place.report && start < place.end && place.start < end),
    )
    if (twice) continue
    const at = points.findIndex(other => isOne(other, point))
    const known = points[at]
    if (known) points[at] = { ...known, evidence: [...known.evidence, ...point.evidence] }
    else points.push(point)
  }
  return points
}

/** Told in other words: most of the words in common, or the same telling number and some of them. */
function isOne(a: Raw, b: Raw): boolean {
  if (a.stated !== b.stated) return false
  const [x, y] = [numbersOf(a.words), numbersOf(b.words)]
  if (String(x) !== String(y)) return false
  const share = likeness({ ...a, sources: 0 }, { ...b, sources: 0 })
  return share >= (x.length > 0 ? 0.2 : 0.5)
}
