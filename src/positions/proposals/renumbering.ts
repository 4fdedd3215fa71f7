import { numberOf } from './numbers.js'
import type { Line } from './reader.js'

/** A sentence that says how the number of points changed: "eleven points instead of nine". */
export interface Renumbering {
  readonly from: number | null
  readonly to: number
}

/** The renumbering that a sentence tells of; null where it tells none. Linear in its words. */
export function renumberingIn({ words }: Line): Renumbering | null {
  const at = (i: number) => words[i]?.lower ?? ''
  const number = (i: number) =>
    /^(.+)-points?$/.test(at(i)) ? numberOf(at(i).replace(/-points?$/, '')) : numberOf(at(i))
  for (let i = 0; i < words.length; i++) {
    // "eleven points instead of nine", "19 points, down from 28"
    if (/^points?$/.test(at(i)) && numberOf(at(i - 1)) !== null) {
      const to = numberOf(at(i - 1))!
      const rest = words.slice(i + 1, i + 6).map(({ lower }) => lower)
      const behind = rest.findIndex((word, n) => word === 'of' && rest[n - 1] === 'instead')
      const down = rest.findIndex((word, n) => word === 'from' && /^(?:down|up)$/.test(rest[n - 1] ?? ''))
      const last = numberOf(rest[Math.max(behind, down) + 1] ?? '')
      if ((behind >= 0 || down >= 0) && last !== null) return { from: last, to }
    }
    // "from 28 points to 19", "cut from 28 to 19 points", "trimmed the 28-point plan to 19 points"
    if (at(i) !== 'to') continue
    const to = number(i + 1)
    if (to === null) continue
    const isPoints = /^points?$/.test(at(i + 2)) || /-points?$/.test(at(i + 1))
    const before = words.slice(Math.max(0, i - 12), i).map(({ lower }) => lower)
    const from = before.lastIndexOf('from')
    const start = from < 0 ? null : numberOf(before[from + 1]?.replace(/-points?$/, '') ?? '')
    if (start !== null && (isPoints || /^points?$/.test(before[from + 2] ?? ''))) return { from: start, to }
    if (isPoints && before.some(word => renumbers.test(word))) {
      const old = before.findLast(word => /-points?$/.test(word))
      return { from: old === undefined ? null : numberOf(old.replace(/-points?$/, '')), to }
    }
  }
  return null
}

const renumbers =
  /^(?:cut|trimmed|reduced|pared|whittled|slimmed|shortened|narrowed|expanded|extended|grown|grew|revised|condensed|boiled)$/
