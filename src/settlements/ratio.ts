/** An exact fraction in lowest terms; the denominator is positive. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/** The fraction n/d in lowest terms. `d` must not be 0. */
export function ratio(n: bigint, d = 1n): Ratio {
  const sign = d < 0n ? -1n : 1n
  const common = gcd(n, d) * sign
  return common === 1n ? { n, d } : { n: n / common, d: d / common }
}

export const zero: Ratio = { n: 0n, d: 1n }
export const one: Ratio = { n: 1n, d: 1n }

const decimal = /^\s*([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,4}))?\s*$/

/**
 * The number that the digits say: "0.1" is one tenth, not the double nearest to it.
 *
 * @throws RangeError when it is no decimal number, or its exponent is beyond ±1000
 */
export function ratioOf(value: string | number): Ratio {
  const parts = decimal.exec(String(value))
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts ?? []
  if (!parts || whole + fraction === '' || Math.abs(Number(exponent)) > 1000) {
    throw new RangeError(`"${value}" is not a decimal number.`)
  }
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  const power = Number(exponent) - fraction.length
  return power >= 0 ? ratio(digits * 10n ** BigInt(power)) : ratio(digits, 10n ** BigInt(-power))
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d)
/** a / b; b must not be 0. */
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n)

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Ratio, b: Ratio): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** The double nearest to n/d, ties to even, as a correctly rounded division gives it. */
export function nearest(n: bigint, d = 1n): number {
  const negative = n < 0n !== d < 0n
  const top = n < 0n ? -n : n
  const bottom = d < 0n ? -d : d
  if (top <= wholeLimit && bottom <= wholeLimit) return (Number(top) / Number(bottom)) * (negative ? -1 : 1)
  const shift = Math.max(0, 70 + bitLength(bottom) - bitLength(top))
  const scaled = top << BigInt(shift)
  const quotient = scaled / bottom
  const sticky = quotient * bottom === scaled ? quotient : quotient | 1n
  return (Number(sticky) / 2 ** shift) * (negative ? -1 : 1)
}

export const toNumber = (a: Ratio): number => nearest(a.n, a.d)

/** As people write it: "66", "65.8", "1/3"; a fraction where a decimal would not end. */
export function ratioText(a: Ratio): string {
  let rest = a.d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n ? String(toNumber(a)) : `${a.n}/${a.d}`
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

const wholeLimit = BigInt(Number.MAX_SAFE_INTEGER)
const bitLength = (value: bigint): number => value.toString(16).length * 4
