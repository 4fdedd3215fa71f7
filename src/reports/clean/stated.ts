import { slice } from '../../language/span.js'
import { knownDate } from '../date.js'
import type { KnownDate, Removed } from '../report.js'

/** Longest line that is taken for a byline or a line of publication. */
const longest = 160
/** Words that stand before a date that is not the day of publication. */
const otherDay = /\b(?:updated|modified|copyright|©|rights reserved|expires|events?|archive)\b/i

/** The day of publication that the lines around an article state ("Published 7 March 2025"), not the modified one. */
export function statedDate(text: string, removed: readonly Removed[]): KnownDate | null {
  const candidates = removed
    .filter(({ reason, start, end }) => ['byline', 'navigation', 'junk'].includes(reason) && end - start <= longest)
    .map(span => ({ span, words: slice(text, span) }))
    .filter(({ words }) => /\d/.test(words))
  for (const wanted of [/\b(?:published|posted|date)\b/i, /(?:)/]) {
    for (const { words } of candidates) {
      if (!wanted.test(words)) continue
      const stated = knownDate(withoutOtherDays(words), 'byline')
      if (stated && stated.precision !== 'month') return stated
    }
  }
  return null
}

/** A place in capitals, then a day, a credit or both. */
const placeAndDay = /^\p{Lu}[\p{Lu} .'’/-]+,\s+([^()]{6,30}?)\s*(?:\([^()]{1,40}\))?\s*[-–—]+\s?$/u

/** The day in an agency's dateline, where the article opens with one that names day, month and year. */
export function datelineDate(text: string, removed: readonly Removed[]): KnownDate | null {
  const dateline = removed.find(({ reason }) => reason === 'dateline')
  const day = dateline && placeAndDay.exec(slice(text, dateline).slice(0, longest))?.[1]
  const stated = day ? knownDate(day, 'text') : null
  return stated?.precision === 'day' ? stated : null
}

/** The words up to where another day than that of publication is named. */
function withoutOtherDays(words: string): string {
  const at = words.search(otherDay)
  if (at < 0) return words
  const published = words.search(/\b(?:published|posted)\b/i)
  return published > at ? words.slice(published) : words.slice(0, at)
}

/** The author that a byline names: "By Ana Petrova, Northern Herald" gives "Ana Petrova". */
export function statedByline(text: string, removed: readonly Removed[]): string | null {
  for (const span of removed) {
    if (span.reason !== 'byline' || span.end - span.start > longest) continue
    const match = /^(?:written |posted |published |reported |story |words )?by:?\s+(\p{Lu}[^,|–—\n•·]{2,80})/iu.exec(
      slice(text, span),
    )
    const name = match?.[1]?.replace(/\s+(?:on|at|for|in)\s+.*$/i, '').trim()
    if (name && !/\d/.test(name)) return name
  }
  return null
}
