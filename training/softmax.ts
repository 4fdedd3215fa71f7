import { scaleOf, softmax } from '../src/positions/act-model/model.js'

export interface SoftmaxExample {
  readonly features: Int32Array
  /** Classes it may belong to. */
  readonly allowed: readonly number[]
  readonly weight: number
}

export interface SoftmaxSettings {
  readonly features: number
  readonly classes: number
  readonly seeds: number
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  /** Share of an example's features that is hidden at each look: none may decide alone. */
  readonly dropout: number
}

/**
 * Weights of a multinomial logistic model, feature by feature; the mean of `seeds` runs of AdaGrad with feature dropout.
 *
 * Where an example may belong to several classes, what the model itself holds likely among them is taken for true
 * (expectation-maximisation over partial labels). Deterministic.
 */
export function trainSoftmax(examples: readonly SoftmaxExample[], settings: SoftmaxSettings): Float32Array {
  const mean = new Float32Array(settings.features * settings.classes)
  for (let seed = 0; seed < settings.seeds; seed++) {
    const weights = oneRun(examples, settings, seed * 77 + 7)
    for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / settings.seeds
  }
  return mean
}

function oneRun(examples: readonly SoftmaxExample[], settings: SoftmaxSettings, seed: number): Float64Array {
  const { classes, epochs, rate, l2, dropout } = settings
  const weights = new Float64Array(settings.features * classes)
  const squares = new Float64Array(settings.features * classes)
  const order = examples.map((_, i) => i)
  const random = generator(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { features, allowed, weight } = examples[at]!
      const shown = features.filter(() => random() > dropout)
      const scale = scaleOf(shown.length)
      const scores = new Array<number>(classes).fill(0)
      for (const feature of shown)
        for (let k = 0; k < classes; k++) scores[k]! += weights[feature * classes + k]! * scale
      const p = softmax(scores)
      const mass = allowed.reduce((sum, k) => sum + p[k]!, 0)
      for (let k = 0; k < classes; k++) {
        const truth = allowed.includes(k) ? p[k]! / mass : 0
        const slope = (p[k]! - truth) * weight * scale
        for (const feature of shown) {
          const i = feature * classes + k
          const gradient = slope + l2 * weights[i]!
          squares[i]! += gradient * gradient
          weights[i]! -= (rate * gradient) / Math.sqrt(squares[i]! + 1e-8)
        }
      }
    }
  }
  return weights
}

function shuffle(order: number[], random: () => number) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}

/** A linear congruential generator (Numerical Recipes): 0 to 1, the same for the same seed everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
