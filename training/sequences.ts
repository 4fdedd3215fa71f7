import { growing, numbered } from './features.js'
import { frequent, type Interner, interner } from './intern.js'
import type { Sequences } from './train-chain.js'

/** Gathers sequences token by token; `least` is how often a feature must occur to be kept. */
export function sequences(capacity: number) {
  const features = growing()
  const begin = growing()
  const kinds = growing()
  const labels = growing()
  const starts = growing()
  const counted = interner(capacity)
  return {
    start: () => starts.push(begin.length()),
    token: (keys: Int32Array, count: number, kind: number, label: number) => {
      begin.push(features.length())
      for (let k = 0; k < count; k++) {
        features.push(keys[k]!)
        counted.count(keys[k]!)
      }
      kinds.push(kind)
      labels.push(label)
    },
    done: (least: number): { data: Sequences; kept: Interner } => {
      starts.push(begin.length())
      begin.push(features.length())
      const kept = frequent(counted, least)
      const list = numbered(begin.array(), features.array(), kept)
      return {
        data: {
          starts: starts.array(),
          ...list,
          kinds: Uint8Array.from(kinds.array()),
          labels: Uint8Array.from(labels.array()),
        },
        kept,
      }
    },
  }
}
