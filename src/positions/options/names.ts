/** One of the texts of an option, with the lineages that use it. */
export interface Used {
  readonly text: string
  readonly lineage: string
}

/** "its troops" does not say whose. */
const owned = /\b(?:its|their|our|his|her|my)\b/

/** The words that most sources use, the shortest of these that names whose it is; a headline's capitals give way. The same for any order. */
export function nameOf(texts: readonly Used[]): string {
  const byText = new Map<string, { readonly forms: string[]; readonly lineages: Set<string> }>()
  for (const { text, lineage } of texts) {
    const key = text.toLowerCase()
    const known = byText.get(key) ?? { forms: [], lineages: new Set<string>() }
    known.forms.push(text)
    known.lineages.add(lineage)
    byText.set(key, known)
  }
  const best = [...byText].sort(
    ([a, x], [b, y]) =>
      y.lineages.size - x.lineages.size ||
      Number(owned.test(a)) - Number(owned.test(b)) ||
      a.length - b.length ||
      (a < b ? -1 : 1),
  )[0]
  const form = best?.[1].forms.sort((a, b) => capitals(a) - capitals(b) || (a < b ? -1 : 1))[0] ?? ''
  return form.replace(/^(?:any|the|an?|such) /i, '')
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0
}

/** Letters and digits in lower case, words joined by hyphens; at most eight words. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (
    (words ?? [])
      .filter(word => word !== 's')
      .slice(0, longestSlug)
      .join('-') || 'unnamed'
  )
}

const longestSlug = 8
