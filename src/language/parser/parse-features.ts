import { type Forms, mix } from '../tokens/forms.js'
import type { State } from './state.js'

/** How many features a state has for the parser. */
export const parseFeatureCount = 46

/** Writes the hashes of the features of `state` into `keys`; the sentence begins at token `from`. */
export function parseFeatures(forms: Forms, tags: Uint8Array, from: number, state: State, keys: Int32Array): void {
  const { size, stack, depth, next, left, left2, right, right2, labels } = state
  const word = (i: number) => (i < 0 ? 0 : i >= size ? 1 : forms.lower[from + i]!)
  const tag = (i: number) => (i < 0 ? 0 : i >= size ? 46 : tags[from + i]!)
  const label = (i: number) => (i < 0 ? 0 : labels[i]! + 1)
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  const s2 = depth > 2 ? stack[depth - 3]! : -1
  const b0 = next
  const b1 = next + 1 <= size ? next + 1 : -1
  const b2 = next + 2 <= size ? next + 2 : -1
  const w0 = word(s0)
  const w1 = word(s1)
  const wb = word(b0)
  const wb1 = word(b1)
  const t0 = tag(s0)
  const t1 = tag(s1)
  const t2 = tag(s2)
  const tb = tag(b0)
  const tb1 = tag(b1)
  const tb2 = tag(b2)
  const l0 = s0 >= 0 ? left[s0]! : -1
  const r0 = s0 >= 0 ? right[s0]! : -1
  const l1 = s1 >= 0 ? left[s1]! : -1
  const r1 = s1 >= 0 ? right[s1]! : -1
  const lb = left[b0]!
  const l0b = s0 >= 0 ? left2[s0]! : -1
  const r0b = s0 >= 0 ? right2[s0]! : -1
  const r1b = s1 >= 0 ? right2[s1]! : -1
  const lbb = left2[b0]!
  const near = s0 >= 0 ? Math.min(b0 - s0, 7) : 0
  const far = s1 >= 0 ? Math.min(s0 - s1, 7) : 0
  const v0 = s0 >= 0 ? state.leftCount[s0]! * 8 + state.rightCount[s0]! : 99
  const v1 = s1 >= 0 ? state.leftCount[s1]! * 8 + state.rightCount[s1]! : 99
  const vb = state.leftCount[b0]!
  const tags3 = (t0 << 16) | (t1 << 8) | tb
  keys[0] = mix(1, w0)
  keys[1] = mix(mix(2, w0), t0)
  keys[2] = mix(3, w1)
  keys[3] = mix(mix(4, w1), t1)
  keys[4] = mix(5, wb)
  keys[5] = mix(mix(6, wb), tb)
  keys[6] = mix(7, wb1)
  keys[7] = mix(8, (tb << 16) | (tb1 << 8) | tb2)
  keys[8] = mix(9, tags3)
  keys[9] = mix(mix(10, tags3), tb1)
  keys[10] = mix(mix(11, tags3), t2)
  keys[11] = mix(mix(12, w0), wb)
  keys[12] = mix(mix(13, w0), w1)
  keys[13] = mix(mix(14, w0), (t1 << 8) | tb)
  keys[14] = mix(mix(15, w1), (t0 << 8) | tb)
  keys[15] = mix(mix(16, wb), (t0 << 8) | t1)
  keys[16] = mix(17, (t0 << 8) | tb | (near << 16))
  keys[17] = mix(18, (t0 << 8) | t1 | (far << 16))
  keys[18] = mix(mix(19, w0), near)
  keys[19] = mix(mix(20, w1), far)
  keys[20] = mix(mix(21, wb), near)
  keys[21] = mix(22, (t0 << 8) | v0)
  keys[22] = mix(mix(23, w0), v0)
  keys[23] = mix(24, (t1 << 8) | v1)
  keys[24] = mix(mix(25, w1), v1)
  keys[25] = mix(26, (tb << 8) | vb)
  keys[26] = mix(27, (label(l0) << 16) | (label(r0) << 8) | t0)
  keys[27] = mix(28, (label(l1) << 16) | (label(r1) << 8) | t1)
  keys[28] = mix(29, (label(lb) << 8) | tb)
  keys[29] = mix(mix(30, word(l0)), t0)
  keys[30] = mix(mix(31, word(r0)), t0)
  keys[31] = mix(mix(32, word(r1)), t1)
  keys[32] = mix(mix(33, word(l1)), t1)
  keys[33] = mix(mix(34, word(lb)), tb)
  keys[34] = mix(35, (tag(l0) << 24) | (tag(l0b) << 16) | (t0 << 8) | tb)
  keys[35] = mix(36, (tag(r0) << 24) | (tag(r0b) << 16) | (t0 << 8) | tb)
  keys[36] = mix(37, (tag(r1) << 24) | (tag(r1b) << 16) | (t1 << 8) | t0)
  keys[37] = mix(38, (tag(lb) << 24) | (tag(lbb) << 16) | (t0 << 8) | tb)
  keys[38] = mix(39, (tag(l1) << 24) | (t1 << 16) | (t0 << 8) | tb)
  keys[39] = mix(40, (label(r0) << 24) | (label(r0b) << 16) | (t0 << 8) | tb)
  keys[40] = mix(mix(41, w1), (label(r1) << 16) | (t0 << 8) | tb)
  keys[41] = mix(mix(42, w0), (label(l0) << 16) | (t1 << 8) | tb)
  keys[42] = mix(mix(43, w0), (tb << 8) | tb1)
  keys[43] = mix(mix(44, wb), (t0 << 8) | tb1)
  keys[44] = mix(45, (t0 << 24) | (tb << 16) | (tb1 << 8) | tb2)
  keys[45] = mix(46, (t1 << 24) | (t0 << 16) | (tb << 8) | (t2 ^ (label(r1) << 4)))
}
