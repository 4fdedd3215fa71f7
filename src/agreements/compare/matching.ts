/** From this share of common words on two items of different ids are taken for one; a judgement. */
const alike = 0.5

/**
 * Pairs of what stands in two lists: those of one id, then the most alike in words; what is left stands alone.
 * In the order of the later list, then what only the earlier one has. O(n·m) over those without a namesake.
 */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
  wordsOf: (item: T) => string,
): [T | null, T | null][] {
  const old = new Map(before.map(item => [idOf(item), item]))
  const pairs = new Map<T, T>()
  for (const item of after) {
    const namesake = old.get(idOf(item))
    if (namesake !== undefined) pairs.set(item, namesake)
  }
  const taken = new Set(pairs.values())
  const words = new Map([...before, ...after].map(item => [item, bag(wordsOf(item))]))
  const close = after
    .filter(item => !pairs.has(item))
    .flatMap(item =>
      before
        .filter(one => !taken.has(one))
        .map(one => ({ item, one, likeness: jaccard(words.get(item), words.get(one)) })),
    )
    .filter(({ likeness }) => likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness || (idOf(a.one) < idOf(b.one) ? -1 : 1))
  for (const { item, one } of close) {
    if (pairs.has(item) || taken.has(one)) continue
    pairs.set(item, one)
    taken.add(one)
  }
  return [
    ...after.map((item): [T | null, T | null] => [pairs.get(item) ?? null, item]),
    ...before.filter(item => !taken.has(item)).map((item): [T | null, T | null] => [item, null]),
  ]
}

const bag = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

function jaccard(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const shared = [...a].filter(word => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
