import type { Finding } from './finding.js'
import type { Life } from './norm-life.js'
import type { Watched } from './observation.js'
import rules from './rules.json' with { type: 'json' }

/**
 * What the time says in which nothing was found: kept where somebody could observe, nothing at all where nobody could.
 *
 * A stretch in which anything was found is left to what was found in it.
 *
 * @param sight null: the agreement says nothing of who could observe
 */
export function quietFindings(
  { norm, changes, findings }: Life,
  sight: readonly Watched[] | null,
  horizon: number,
): Finding[] {
  const start = changes.find(({ state }) => state === 'active')?.at
  if (start === undefined) return []
  const end = changes.find(({ state }) => state === 'terminated')?.at ?? horizon
  const stretches: readonly Watched[] = sight ?? [{ from: start, to: end, how: 'blind' }]
  const times = findings.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from)
  const lastEnd: number[] = []
  for (const { to } of times) lastEnd.push(Math.max(to, lastEnd.at(-1) ?? to))
  return stretches.flatMap(({ how, ...stretch }): Finding[] => {
    const from = Math.max(stretch.from, start)
    const to = Math.min(stretch.to, end)
    if (from > to || isTouched(from, to)) return []
    const base = { norm: norm.id, party: null, from, to, evidence: [], next: null }
    if (how === 'blind') return [{ ...base, result: 'cannot assess', rule: 'unobserved', confidence: null }]
    const confidence = how === 'hindered' ? rules.hinderedCompliance : rules.observedCompliance
    return [{ ...base, result: 'compliant', rule: 'watched-and-quiet', confidence }]
  })

  /** Whether anything was found between two minutes: of those that began by the end, whether one lasted to the beginning. */
  function isTouched(from: number, to: number): boolean {
    let [low, high] = [0, times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[middle] as { from: number }).from <= to) low = middle + 1
      else high = middle
    }
    return low > 0 && (lastEnd[low - 1] as number) >= from
  }
}
