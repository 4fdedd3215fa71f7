import type { Guess } from './estimates.js'

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32, Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws every open input uniformly over what is consistent with the model. */
export const drawn = (random: () => number): Guess => ({
  between: (low, high) => low + random() * (high - low),
  falling: into => {
    for (let i = 0; i < into.length; i++) into[i] = random()
    sortFalling(into)
  },
  shares: (into, ordered) => {
    let sum = 0
    for (let i = 0; i < into.length; i++) {
      const part = -Math.log(1 - random())
      into[i] = part
      sum += part
    }
    for (let i = 0; i < into.length; i++) into[i] = sum > 0 ? (into[i] as number) / sum : 1 / into.length
    if (ordered) sortFalling(into)
  },
})

/** From high to low in place: a few numbers each by insertion, which is fastest for them; many by the library. */
function sortFalling(values: Float64Array): void {
  if (values.length > 64) {
    values.sort().reverse()
    return
  }
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number
    let at = i
    for (; at > 0 && (values[at - 1] as number) < value; at--) values[at] = values[at - 1] as number
    values[at] = value
  }
}

/** A share of draws with the interval in which it lies with 95 % confidence (Wilson's score interval). */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** How often something held. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const z = 1.959963984540054
  const p = count / of
  const middle = p + (z * z) / (2 * of)
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const unit = 1 + (z * z) / of
  return {
    count,
    of,
    share: p,
    low: count === 0 ? 0 : (middle - spread) / unit,
    high: count === of ? 1 : (middle + spread) / unit,
  }
}
