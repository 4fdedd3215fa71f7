/** What a side gets in a period: by breaking while the other keeps, by both keeping, by both breaking. */
export interface Payoffs {
  readonly temptation: number
  readonly reward: number
  readonly punishment: number
}

/**
 * The least patience (weight of the next period against this one, 0 to 1) at which keeping an agreement pays; null: none.
 *
 * A breach is noticed with chance `detection` and answered by breaking for `periods` periods, for ever where none are
 * given; then both keep again. Breaking once pays no more where T - R <= detection · (R - P) · (δ + ... + δ^periods).
 */
export function patience(
  { temptation, reward, punishment }: Payoffs,
  detection = 1,
  periods = Number.POSITIVE_INFINITY,
): number | null {
  const gain = temptation - reward
  const loss = detection * (reward - punishment)
  if (gain <= 0) return 0
  if (loss <= 0) return null
  if (periods === Number.POSITIVE_INFINITY) return gain / (gain + loss)
  if (loss * periods < gain) return null
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (loss * discounted(middle, periods) < gain) low = middle
    else high = middle
  }
  return high
}

const discounted = (patience: number, periods: number): number =>
  patience === 1 ? periods : (patience * (1 - patience ** periods)) / (1 - patience)
