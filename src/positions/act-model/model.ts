import { Fault } from '../../fault.js'

/** A multinomial logistic model over named features, as `models/acts.bin` holds it. */
export interface ActModel {
  /** PLOVER types, the verbal ones first. */
  readonly classes: readonly string[]
  /** How many of the classes are verbal: what is said. The others are deeds, or nothing. */
  readonly verbal: number
  /** Hashes of the features, ascending. */
  readonly hashes: Uint32Array
  /** One weight a feature and class, feature by feature. */
  readonly weights: Float32Array
  /** By which the scores are sharpened, so that the probabilities are calibrated. */
  readonly sharpness: number
  /** From this share of probability on deeds upwards a sentence does none of the verbal acts. */
  readonly noneFrom: number
}

/** How likely each type is, given the sentence. */
export interface Judgement {
  /** The likeliest verbal type; null: rather none of them. */
  readonly plover: string | null
  /** Of `plover`, or, where that is null, of none of the verbal types; 0 to 1. */
  readonly confidence: number
  /** By class, in the order of the model's classes; sums to 1. */
  readonly probabilities: readonly number[]
}

/** What the model makes of a sentence's features (`actFeatures`). O(features). */
export function judge(model: ActModel, features: readonly string[]): Judgement {
  const count = model.classes.length
  const known = features.map(name => placeOf(model.hashes, hashOf(name))).filter(place => place >= 0)
  const scale = scaleOf(known.length) * model.sharpness
  const scores = new Array<number>(count).fill(0)
  for (const place of known)
    for (let k = 0; k < count; k++) scores[k]! += (model.weights[place * count + k] ?? 0) * scale
  const probabilities = softmax(scores)
  const verbal = probabilities.slice(0, model.verbal)
  const none = 1 - verbal.reduce((sum, p) => sum + p, 0)
  const best = verbal.indexOf(Math.max(...verbal))
  if (none > model.noneFrom) return { plover: null, confidence: none, probabilities }
  return { plover: model.classes[best] ?? null, confidence: verbal[best] ?? 0, probabilities }
}

/** Every sentence weighs the same, however long: the features share a norm of 1.5. */
export function scaleOf(features: number): number {
  return 1.5 / Math.sqrt(Math.max(1, features))
}

export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map(score => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map(power => power / sum)
}

/** FNV-1a over UTF-16 units. */
export function hashOf(name: string): number {
  let hash = 2166136261
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
  return hash >>> 0
}

function placeOf(hashes: Uint32Array, hash: number): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = hashes[middle]!
    if (found === hash) return middle
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const magic = 'PLYACTS1'

/** The model as bytes: a line of JSON, then the hashes (32 bits each, little-endian), then the weights (8 bits each, scaled by class). */
export function writeModel(model: ActModel): Uint8Array {
  const count = model.classes.length
  const scales = model.classes.map((_, k) => {
    let most = 1e-9
    for (let i = k; i < model.weights.length; i += count) most = Math.max(most, Math.abs(model.weights[i] ?? 0))
    return most / 127
  })
  const { classes, verbal, sharpness, noneFrom } = model
  const head = `${magic}${JSON.stringify({ classes, verbal, sharpness, noneFrom, features: model.hashes.length, scales })}\n`
  const text = new TextEncoder().encode(head)
  const bytes = new Uint8Array(text.length + model.hashes.length * 4 + model.weights.length)
  bytes.set(text)
  const view = new DataView(bytes.buffer)
  model.hashes.forEach((hash, i) => {
    view.setUint32(text.length + i * 4, hash, true)
  })
  const from = text.length + model.hashes.length * 4
  model.weights.forEach((weight, i) => {
    view.setInt8(from + i, Math.round(weight / (scales[i % count] ?? 1)))
  })
  return bytes
}

/** Reads what `writeModel` wrote. Throws a `Fault` for other bytes. */
export function readModel(bytes: Uint8Array): ActModel {
  const lineEnd = bytes.indexOf(10)
  const text = new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd)))
  if (!text.startsWith(magic))
    throw new Fault('This is no model of acts.', {
      mend: 'Install the package again, or train one: see training/README.md.',
    })
  const { features, scales, ...head } = JSON.parse(text.slice(magic.length)) as {
    classes: string[]
    verbal: number
    sharpness: number
    noneFrom: number
    features: number
    scales: number[]
  }
  const count = head.classes.length
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hashesFrom = lineEnd + 1
  const weightsFrom = hashesFrom + features * 4
  if (bytes.length !== weightsFrom + features * count)
    throw new Fault('The model of acts is cut short.', { mend: 'Install the package again.' })
  return {
    ...head,
    hashes: Uint32Array.from({ length: features }, (_, i) => view.getUint32(hashesFrom + i * 4, true)),
    weights: Float32Array.from(
      { length: features * count },
      (_, i) => view.getInt8(weightsFrom + i) * (scales[i % count] ?? 1),
    ),
  }
}
