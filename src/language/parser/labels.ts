/** The relations of Universal Dependencies 1 as CoreNLP 3 writes them; the number of a relation is its place. */
export const labelNames = [
  'dep',
  'acl',
  'acl:relcl',
  'advcl',
  'advmod',
  'amod',
  'appos',
  'aux',
  'auxpass',
  'case',
  'cc',
  'cc:preconj',
  'ccomp',
  'compound',
  'compound:prt',
  'conj',
  'cop',
  'csubj',
  'csubjpass',
  'det',
  'det:predet',
  'discourse',
  'dobj',
  'expl',
  'iobj',
  'mark',
  'mwe',
  'neg',
  'nmod',
  'nmod:npmod',
  'nmod:poss',
  'nmod:tmod',
  'nsubj',
  'nsubjpass',
  'nummod',
  'parataxis',
  'punct',
  'root',
  'xcomp',
] as const

export type LabelName = (typeof labelNames)[number]

export function labelOf(name: LabelName): number {
  return labelNames.indexOf(name)
}
