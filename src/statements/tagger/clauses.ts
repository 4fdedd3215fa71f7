import { type LabelName, labelNames } from '../../language/parser/labels.js'
import type { Trees } from '../../language/parser/parse.js'
import { mix } from '../../language/tokens/forms.js'
import type { Tokens } from '../../language/tokens/tokens.js'

/** Where each token stands in its sentence's tree, as the models see it. */
export interface Clauses {
  /** First token upwards, itself included, that heads a clause; its sentence's root at the latest. */
  readonly clause: Int32Array
  /** The same, seen from the head of that clause; -1 where there is none. */
  readonly outer: Int32Array
  /** First token upwards, within the clause, that is a subject, object or modifier of the verb; -1 for none. */
  readonly argument: Int32Array
  /** Bits: which relations the token's children have (see `childBit`). */
  readonly children: Int32Array
  /** First and last token of what hangs on the token. */
  readonly first: Int32Array
  readonly last: Int32Array
}

const clausal: ReadonlySet<LabelName> = new Set<LabelName>([
  'ccomp',
  'xcomp',
  'parataxis',
  'advcl',
  'acl',
  'acl:relcl',
  'conj',
  'root',
  'dep',
  'csubj',
  'csubjpass',
])
const argumental: ReadonlySet<LabelName> = new Set<LabelName>([
  'nsubj',
  'nsubjpass',
  'dobj',
  'iobj',
  'nmod',
  'nmod:poss',
  'nmod:tmod',
  'appos',
  'advmod',
])

const isClausal = Uint8Array.from(labelNames, name => (clausal.has(name) ? 1 : 0))
const isArgumental = Uint8Array.from(labelNames, name => (argumental.has(name) ? 1 : 0))

const bits: readonly LabelName[] = [
  'nsubj',
  'nsubjpass',
  'ccomp',
  'xcomp',
  'dobj',
  'mark',
  'cop',
  'neg',
  'aux',
  'auxpass',
  'parataxis',
  'nmod',
  'advcl',
  'acl',
  'case',
  'det',
  'conj',
  'nmod:poss',
  'csubj',
]
const bitOf = Int32Array.from(labelNames, name => (bits.includes(name) ? 1 << bits.indexOf(name) : 0))

/** The bit of `Clauses.children` for a relation; 0 for the relations that are not kept. */
export function childBit(label: number): number {
  return bitOf[label]!
}

/** Trees of news text are shallow; a deeper one is a list, and its tokens count as hanging on the twentieth. */
const deepest = 20

export function clauses(tokens: Tokens, { heads, labels }: Trees): Clauses {
  const { count } = tokens
  const clause = new Int32Array(count)
  const outer = new Int32Array(count)
  const argument = new Int32Array(count)
  const children = new Int32Array(count)
  const first = new Int32Array(count)
  const last = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    first[i] = i
    last[i] = i
  }
  for (let i = 0; i < count; i++) {
    if (heads[i]! >= 0) children[heads[i]!]! |= bitOf[labels[i]!]!
    let at = i
    let found = -1
    let steps = 0
    while (isClausal[labels[at]!] === 0 && heads[at]! >= 0 && steps++ < deepest) {
      if (found < 0 && isArgumental[labels[at]!] === 1) found = at
      at = heads[at]!
    }
    clause[i] = at
    argument[i] = found
    // What hangs on each ancestor reaches at least to here.
    let up = heads[i]!
    for (steps = 0; up >= 0 && steps < deepest; steps++) {
      if (i < first[up]!) first[up] = i
      if (i > last[up]!) last[up] = i
      up = heads[up]!
    }
  }
  for (let i = 0; i < count; i++) {
    const above = heads[clause[i]!]!
    outer[i] = above < 0 ? -1 : clause[above]!
  }
  return { clause, outer, argument, children, first, last }
}

/** Longest path that is told apart. */
const longestPath = 7

const ancestors = new Int32Array(longestPath + 1)

/**
 * The path through the tree from token `from` to token `to` of one sentence as a hash: relations up, then relations down.
 * 0 where they are further apart than seven steps.
 */
export function path({ heads, labels }: Trees, from: number, to: number): number {
  let depth = 0
  for (let at = to; at >= 0 && depth <= longestPath; at = heads[at]!) ancestors[depth++] = at
  let hash = 7
  for (let at = from, up = 0; at >= 0 && up <= longestPath; at = heads[at]!, up++) {
    for (let down = 0; down < depth; down++) {
      if (ancestors[down] !== at) continue
      if (up + down > longestPath) return 0
      hash = mix(hash, 1000 + up)
      for (let k = down - 1; k >= 0; k--) hash = mix(hash, 500 + labels[ancestors[k]!]!)
      return hash
    }
    hash = mix(hash, labels[at]!)
  }
  return 0
}
