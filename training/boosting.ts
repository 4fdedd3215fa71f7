import type { Trees } from '../src/reports/lineages/trees.js'

export interface Boosting {
  readonly rounds: number
  readonly depth: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf. */
  readonly leaf: number
  /** Penalty on the squares of the leaves' values. */
  readonly ridge: number
  /** Share of rows and of features that each tree sees. */
  readonly rowShare: number
  readonly featureShare: number
  readonly seed: number
}

export const usual: Boosting = {
  rounds: 160,
  depth: 4,
  rate: 0.1,
  leaf: 4,
  ridge: 4,
  rowShare: 0.8,
  featureShare: 0.6,
  seed: 7,
}

const bins = 64

/** Gradient boosting of logistic loss over histograms of 64 bins. Same rows and seed, same trees. */
export function boost(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  how: Boosting = usual,
): Trees {
  const random = seeded(how.seed)
  const edges = names.map((_, feature) => quantiles(rows, feature))
  const binned = names.map((_, feature) => {
    const cuts = edges[feature]!
    return Uint8Array.from(rows, row => binOf(cuts, row[feature]!))
  })
  let positive = 0
  let total = 0
  for (let row = 0; row < rows.length; row++) {
    positive += weights[row]! * labels[row]!
    total += weights[row]!
  }
  const base = Math.log(positive / (total - positive))
  const scores = new Float64Array(rows.length).fill(base)
  const gradient = new Float64Array(rows.length)
  const curvature = new Float64Array(rows.length)
  const out = { roots: [] as number[], feature: [] as number[], value: [] as number[], left: [] as number[] }
  for (let round = 0; round < how.rounds; round++) {
    for (let row = 0; row < rows.length; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]!))
      gradient[row] = weights[row]! * (labels[row]! - p)
      curvature[row] = Math.max(1e-9, weights[row]! * p * (1 - p))
    }
    const sample: number[] = []
    for (let row = 0; row < rows.length; row++) if (random() < how.rowShare) sample.push(row)
    const chosen = names.map((_, feature) => feature).filter(() => random() < how.featureShare)
    const root = out.feature.length
    out.roots.push(root)
    grow(Int32Array.from(sample), how.depth, push(out), chosen)
    for (let row = 0; row < rows.length; row++) {
      let node = root
      while (out.feature[node]! >= 0) {
        node = rows[row]![out.feature[node]!]! <= out.value[node]! ? out.left[node]! : out.left[node]! + 1
      }
      scores[row]! += out.value[node]!
    }
  }
  return { features: [...names], base, ...out }

  function grow(members: Int32Array, depth: number, node: number, chosen: readonly number[]): void {
    let g = 0
    let h = 0
    for (const row of members) {
      g += gradient[row]!
      h += curvature[row]!
    }
    const own = (g * g) / (h + how.ridge)
    let gain = 1e-6
    let bestFeature = -1
    let bestBin = 0
    if (depth > 0) {
      const gs = new Float64Array(bins)
      const hs = new Float64Array(bins)
      for (const feature of chosen) {
        const column = binned[feature]!
        gs.fill(0)
        hs.fill(0)
        for (const row of members) {
          gs[column[row]!]! += gradient[row]!
          hs[column[row]!]! += curvature[row]!
        }
        let gl = 0
        let hl = 0
        for (let bin = 0; bin < edges[feature]!.length; bin++) {
          gl += gs[bin]!
          hl += hs[bin]!
          if (hl < how.leaf || h - hl < how.leaf) continue
          const better = (gl * gl) / (hl + how.ridge) + ((g - gl) * (g - gl)) / (h - hl + how.ridge) - own
          if (better > gain) {
            gain = better
            bestFeature = feature
            bestBin = bin
          }
        }
      }
    }
    if (bestFeature < 0) {
      out.value[node] = round6((how.rate * g) / (h + how.ridge))
      return
    }
    const column = binned[bestFeature]!
    out.feature[node] = bestFeature
    out.value[node] = edges[bestFeature]![bestBin]!
    const left = push(out)
    push(out)
    out.left[node] = left
    grow(
      members.filter(row => column[row]! <= bestBin),
      depth - 1,
      left,
      chosen,
    )
    grow(
      members.filter(row => column[row]! > bestBin),
      depth - 1,
      left + 1,
      chosen,
    )
  }
}

function push(out: { feature: number[]; value: number[]; left: number[] }): number {
  out.feature.push(-1)
  out.value.push(0)
  out.left.push(0)
  return out.feature.length - 1
}

const round6 = (x: number) => Math.round(x * 1e6) / 1e6

/** Up to 63 cuts; a value is in the first bin whose cut it does not exceed. */
function quantiles(rows: readonly ArrayLike<number>[], feature: number): number[] {
  const values = Float64Array.from(rows, row => row[feature]!).sort()
  const cuts: number[] = []
  for (let cut = 1; cut < bins; cut++) {
    const at = Math.floor((cut * values.length) / bins)
    const value = round4((values[at - 1]! + values[at]!) / 2)
    if (cuts.at(-1) !== value) cuts.push(value)
  }
  return cuts
}

const round4 = (x: number) => Math.round(x * 1e4) / 1e4

function binOf(cuts: readonly number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cuts[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
