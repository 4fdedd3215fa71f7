/**
 * How often an inspector must look for a breach not to pay: p* = d / ((d + b) · pd); null: no frequency deters.
 *
 * Assumes one site and one chance, an inspected side that weighs only these, and no false alarms.
 *
 * @param gain d: what a breach that stays hidden is worth to the one who breaks
 * @param loss b: what being caught costs, in the same unit
 * @param detection pd: the chance that an inspection finds a breach that is there, in (0, 1]
 */
export function inspectionProbability(gain: number, loss: number, detection: number): number | null {
  if (gain <= 0) return 0
  const share = gain / ((gain + loss) * detection)
  return gain + loss > 0 && detection > 0 && share <= 1 ? share : null
}

/**
 * The value to the inspector of n periods with m inspections to spend: 1 a breach caught, -1 one missed, 0 none tried.
 *
 * Dresher's game (1962) by its recursion: in each period both choose unseen, the inspected side may break once, and an
 * inspection finds what is there. At most 1,000 periods. O(n · m).
 */
export function inspectionGame(periods: number, inspections: number): number {
  if (periods > 1000) throw new RangeError('At most 1,000 periods.')
  let row = Array.from({ length: inspections + 1 }, () => 0)
  for (let n = 1; n <= periods; n++) {
    const before = row
    row = before.map((_, m) => (m === 0 ? -1 : m >= n ? 0 : gameValue(before[m - 1] as number, before[m] as number)))
  }
  return row[inspections] as number
}

/** Inspect or not against keep or break: [[kept, 1], [spared, -1]]. */
const gameValue = (kept: number, spared: number): number => (-kept - spared) / (kept - 2 - spared)
