import type { Span } from '../../../language/span.js'
import type { Word } from '../../../language/words.js'
import data from './facts.json' with { type: 'json' }

/** How many of what: any number from `low` to `high`. */
export interface Quantity extends Span {
  readonly low: number
  readonly high: number
  readonly unit: string
  /** As stated, without its bounds and unit. */
  readonly stated: number
  readonly isConverted: boolean
}

/**
 * The quantities among `words` with the place of the word that each counts; -1 where it is a unit ("30 days", "%").
 *
 * "About 100" is anything near it, "at least 12" that or more, "1,200" anything that rounds to it; a range is itself.
 * Years, ordinals, dates and numbers of names ("Article 5") are no quantities.
 */
export function quantitiesIn(
  words: readonly Word[],
): { readonly quantity: Quantity; readonly counted: number; readonly from: number }[] {
  const found: { quantity: Quantity; counted: number; from: number }[] = []
  for (let at = 0; at < words.length; at++) {
    const number = numberAt(words, at)
    if (!number) continue
    const range = rangeAfter(words, number.until)
    const until = range?.until ?? number.until
    const what = countedAfter(words, until)
    const before = words[at - 1]
    // "Resolution 2231", "Article 5", "May 4", "Route 7": a number that follows a name names.
    const names = before?.pos === 'PROPN' && /^\p{Lu}/u.test(before.text)
    if (what && !names && before?.text !== '/' && before?.text !== '$' && !isYear(number.value, words[at]!)) {
      const bounds = boundsOf(words, at, number.value, range?.value)
      const [unit, factor] = unitOf(words[what.at]!)
      found.push({
        quantity: {
          start: words[at]!.start,
          end: words[what.at]!.end,
          low: bounds[0] * factor,
          high: bounds[1] * factor,
          unit: unit === null ? 'count' : factor === 1 ? unit : unit,
          stated: number.value,
          isConverted: unit !== null && !isBase(words[what.at]!),
        },
        counted: unit === null ? what.at : -1,
        from: at,
      })
    }
    at = until - 1
  }
  return found
}

/** Whether no number can be both. */
export function areOtherAmounts(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false
  const slack = a.isConverted !== b.isConverted ? 1 + data.slack.conversion : 1
  return a.low > b.high * slack || b.low > a.high * slack
}

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const worded = new Map([
  ...small.map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, 20 + 10 * n] as const),
  ['dozen', 12] as const,
])
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
])

/** The number that starts at `at`: digits or words, with its scale. */
function numberAt(words: readonly Word[], at: number): { readonly value: number; readonly until: number } | undefined {
  const first = words[at]?.text.toLowerCase() ?? ''
  let value: number | undefined
  let until = at + 1
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(first)) value = Number(first.replace(/,/g, ''))
  else {
    const parts = first.split('-').map(part => worded.get(part))
    if (parts.length > 0 && parts.every(part => part !== undefined))
      value = parts.reduce<number>((sum, part) => sum + part!, 0)
    const hyphen =
      words[until]?.text === '-' && (value ?? 0) >= 20
        ? worded.get(words[until + 1]?.text.toLowerCase() ?? '')
        : undefined
    if (value !== undefined && hyphen !== undefined && hyphen < 10) {
      value += hyphen
      until += 2
    }
    if (first === 'one' && !scales.has(words[until]?.text.toLowerCase() ?? '')) return undefined
  }
  if (value === undefined) return undefined
  for (
    let scale = scales.get(words[until]?.text.toLowerCase() ?? '');
    scale;
    scale = scales.get(words[until]?.text.toLowerCase() ?? '')
  ) {
    value *= scale
    until++
  }
  return { value, until }
}

function rangeAfter(
  words: readonly Word[],
  at: number,
): { readonly value: number; readonly until: number } | undefined {
  if (!/^(?:to|-|–|and|or)$/.test(words[at]?.text ?? '')) return undefined
  return numberAt(words, at + 1)
}

const counting = 4

/** The noun or unit behind a number, over adjectives: "240 unarmed observers", "180 cubic metres", "30-day". */
function countedAfter(words: readonly Word[], from: number): { readonly at: number } | undefined {
  for (let at = from; at < Math.min(words.length, from + counting); at++) {
    const { pos, text, lemma } = words[at]!
    if (text === '%' || lemma === 'percent' || lemma === 'cent') return { at }
    if (pos === 'NOUN') return words[at + 1]?.pos === 'NOUN' && !(lemma in data.units) ? { at: at + 1 } : { at }
    if (
      pos !== 'ADJ' &&
      pos !== 'ADV' &&
      pos !== 'PROPN' &&
      text !== '-' &&
      lemma !== 'per' &&
      lemma !== 'more' &&
      lemma !== 'of'
    )
      return undefined
  }
  return undefined
}

function unitOf({ lemma, text }: Word): readonly [unit: string | null, factor: number] {
  if (text === '%' || lemma === 'percent' || lemma === 'cent') return ['percent', 1]
  const known = (data.units as unknown as Record<string, readonly [string, number]>)[lemma]
  return known ?? [null, 1]
}

function isBase(word: Word): boolean {
  return unitOf(word)[1] === 1
}

const before = 4

function boundsOf(words: readonly Word[], at: number, value: number, until: number | undefined): [number, number] {
  const lead = ` ${words
    .slice(Math.max(0, at - before), at)
    .map(({ text }) => text.toLowerCase())
    .join(' ')} `
  const has = (phrases: readonly string[]) => phrases.some(phrase => lead.endsWith(` ${phrase} `))
  if (until !== undefined && until > value) return [value, until]
  if (has(data.atLeast)) return [value * 0.995, Number.POSITIVE_INFINITY]
  if (has(data.atMost)) return [0, value * 1.005]
  const slack = data.approximate.some(word => lead.includes(` ${word} `)) ? value * data.slack.approximate : 0
  const rounded = Math.max(slack, rounding(value))
  return [value - rounded, value + rounded]
}

/** Half of the last place that is not zero, from hundreds up, and no more than a share: 1,200 may be 1,153; 180 is 180. */
function rounding(value: number): number {
  if (!Number.isInteger(value) || value % 100 !== 0 || value === 0) return 0
  let unit = 100
  while (value % (unit * 10) === 0) unit *= 10
  return Math.min(unit / 2, value * data.slack.rounding)
}

function isYear(value: number, { text }: Word): boolean {
  return value >= 1900 && value <= 2100 && /^\d{4}$/.test(text)
}
