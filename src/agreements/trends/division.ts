/**
 * The cheapest division of `days` days into spells: the starts of all spells but the first, in order.
 *
 * Exact, by dynamic programming with pruning (PELT: Killick, Fearnhead and Eckley, JASA 2012; a start is dropped only when a
 * cut that may be used instead does better, so a least length of spells keeps it exact). Near-linear where there are many
 * changes, at worst O(days²).
 *
 * @param cost of one spell, `until` exclusive: parting a spell must never cost more than leaving it whole
 * @param price of each cut, at least 0
 */
export function cheapestDivision(
  days: number,
  cost: (from: number, until: number) => number,
  { shortest, price }: { readonly shortest: number; readonly price: number },
): number[] {
  if (days < 2 * shortest) return []
  const best = new Float64Array(days + 1).fill(Number.POSITIVE_INFINITY)
  const last = new Int32Array(days + 1)
  best[0] = -price
  let open = [0]
  for (let until = shortest; until <= days; until++) {
    let least = Number.POSITIVE_INFINITY
    for (const from of open) {
      const total = (best[from] ?? 0) + cost(from, until) + price
      if (total < least) {
        least = total
        last[until] = from
      }
    }
    best[until] = least
    // A spell can next begin here; a start that does worse than one more cut here will never do better again.
    const next = until - shortest + 1
    if (next >= shortest) open = open.filter(from => (best[from] ?? 0) + cost(from, next) <= (best[next] ?? 0))
    if (next >= shortest) open.push(next)
  }
  const cuts: number[] = []
  for (let at = last[days] ?? 0; at > 0; at = last[at] ?? 0) cuts.push(at)
  return cuts.reverse()
}
