import type { Share } from '../../src/settlements/draws.js'
import type { Given, Package } from '../../src/settlements/model.js'

/** At most three digits after the point. */
export const number = (value: number): string => String(Number(value.toFixed(3)))

/** How good a party finds an option, as the model has it. */
export function stance(given: Given | undefined, option: string): string {
  if (given === undefined || given === 'unknown') return '?'
  if (Array.isArray(given)) {
    const at = given.findIndex(one => [one].flat().includes(option))
    return at < 0 ? '?' : `${at + 1}.`
  }
  const of = given[option] ?? 'unknown'
  return of === 'unknown' ? '?' : [of].flat().map(number).join(' to ')
}

export const packageText = (of: Package | Readonly<Record<string, string | string[]>>): string =>
  Object.entries(of)
    .map(([issue, option]) => `${issue}: ${[option].flat().join(' or ')}`)
    .join(', ')

const whole = (share: number): number =>
  share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(100 * share))) : 100 * share

export const held = ({ share, low, high, of }: Share): string =>
  of === 0
    ? 'how sure it is follows'
    : of === 1
      ? share === 1
        ? 'holds; nothing is uncertain'
        : 'does not hold; nothing is uncertain'
      : `holds in ${whole(share)} % of plausible preferences (${whole(low)}-${whole(high)})`
