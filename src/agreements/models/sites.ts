/**
 * The fewest sites to visit, drawn at random, to come upon a breach with the wished confidence; null: not even all suffice.
 *
 * Assumes that `inBreach` of `sites` are in breach, that none is visited twice, and that a visit finds a breach that is
 * there with chance `detection`, each by itself.
 *
 * @param confidence in (0, 1): 0.9 for nine times in ten
 */
export function sitesToVisit(sites: number, inBreach: number, confidence: number, detection = 1): number | null {
  for (let visits = 0; visits <= sites; visits++)
    if (1 - chanceOfNone(sites, inBreach, visits, detection) >= confidence - 1e-12) return visits
  return null
}

/** Over how many of the visited are in breach (hypergeometric), none of which is found. */
function chanceOfNone(sites: number, inBreach: number, visits: number, detection: number): number {
  let total = 0
  for (let hit = Math.max(0, visits - (sites - inBreach)); hit <= Math.min(inBreach, visits); hit++) {
    const log = logChoose(inBreach, hit) + logChoose(sites - inBreach, visits - hit) - logChoose(sites, visits)
    total += Math.exp(log) * (1 - detection) ** hit
  }
  return total
}

function logChoose(n: number, k: number): number {
  let log = 0
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i)
  return log
}
