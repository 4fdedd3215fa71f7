import lexicon from './lexicon.json' with { type: 'json' }

/** The id of a kind of contribution in `lexicon.json`: `troops`, `air-support`, `money`. */
export type ContributionKind = string

export const contributionKinds: readonly { readonly id: ContributionKind; readonly name: string }[] = lexicon.kinds

/** What some words speak of contributing, and where they say so; null: of nothing that is known here. */
export function kindIn(words: string): { readonly kind: ContributionKind; readonly at: number } | null {
  const text = words.toLowerCase()
  for (const terms of ['terms', 'weak'] as const)
    for (const kind of lexicon.kinds) {
      const at = earliest(text, kind[terms])
      if (at !== null) return { kind: kind.id, at }
    }
  return null
}

/** Where the first of some terms stands at the beginning of a word; null where none does. */
export function earliest(text: string, terms: readonly string[]): number | null {
  const places = terms.map(term => placeOf(text, term)).filter(at => at >= 0)
  return places.length === 0 ? null : Math.min(...places)
}

function placeOf(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at
  return -1
}
