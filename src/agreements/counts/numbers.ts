import type { Word } from './words.js'

/** A number as it stands in words `from` to `to` (exclusive). */
export interface NumberAt {
  readonly value: number
  readonly to: number
  /** Written as "a" or "no", which count only before a noun. */
  readonly isArticle: boolean
}

const ones = [
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
]
const teens = ['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const small = new Map([...ones, ...teens].map((word, i) => [word, i + 1]))
const tens = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i) => [word, 20 + 10 * i]),
)
const none = new Set(['none', 'zero', 'nil'])
const figures = /^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/

/**
 * The number that begins at word `at`: "1,050", "twenty-five", "one hundred and five", "a dozen", "no"; null where none does.
 *
 * Words of degree ("about", "some", "more than", "at least") are no part of it: the figure is taken as it is given.
 */
export function numberAt(words: readonly Word[], at: number): NumberAt | null {
  const low = words[at]?.low
  if (low === undefined) return null
  if (figures.test(low)) return inFigures(words, at)
  if (none.has(low)) return { value: 0, to: at + 1, isArticle: false }
  if (low === 'no' || (low === 'any' && isDenied(words, at))) return { value: 0, to: at + 1, isArticle: true }
  const scaled = scaledAt(words, at)
  if (scaled) return scaled
  const spelled = inWords(words, at)
  if (spelled) return spelled
  if (low === 'single') return { value: 1, to: at + 1, isArticle: true }
  return low === 'a' || low === 'an' ? { value: 1, to: at + 1, isArticle: true } : null
}

/** "did *not* record *any* violations": none. */
function isDenied(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some(({ low }) => low === 'not' || low === 'never' || low === 'without')
}

function inFigures(words: readonly Word[], at: number): NumberAt {
  let digits = words[at]?.low.replaceAll(',', '') ?? ''
  let to = at + 1
  // Thousands set apart by a space.
  while (/^\d{1,3}$/.test(words[at]?.low ?? '') && /^\d{3}$/.test(words[to]?.low ?? '') && digits.length < 9) {
    digits += words[to]?.low
    to++
  }
  if (words[to]?.low === 'thousand') return { value: Number(digits) * 1000, to: to + 1, isArticle: false }
  return { value: Number(digits), to, isArticle: false }
}

/** "a dozen", "two dozen", "half a dozen", "a couple", "a hundred". */
function scaledAt(words: readonly Word[], at: number): NumberAt | null {
  const low = (i: number) => words[i]?.low
  if (low(at) === 'half' && low(at + 1) === 'a' && low(at + 2) === 'dozen')
    return { value: 6, to: at + 3, isArticle: false }
  const many = low(at) === 'a' ? 1 : (small.get(low(at) ?? '') ?? 0)
  const of = (to: number) => (low(to) === 'of' && low(to + 1) !== 'which' && low(to + 1) !== 'them' ? to + 1 : to)
  if (low(at + 1) === 'dozen' && many > 0) return { value: 12 * many, to: at + 2, isArticle: false }
  if (low(at) === 'a' && low(at + 1) === 'couple') return { value: 2, to: of(at + 2), isArticle: false }
  if (low(at) === 'a' && (low(at + 1) === 'hundred' || low(at + 1) === 'thousand')) return inWords(words, at)
  return null
}

function inWords(words: readonly Word[], at: number): NumberAt | null {
  let total = 0
  let part = 0
  let to = at
  let lastScale = Number.POSITIVE_INFINITY
  if (words[at]?.low === 'a') {
    part = 1
    to++
  }
  for (; to < words.length; to++) {
    const low = words[to]?.low ?? ''
    const value = below100(low)
    if (value !== null) {
      const isFree = part === 0 || (part % 100 === 0 && part > 0) || (part % 100 >= 20 && part % 10 === 0 && value < 10)
      if (!isFree) break
      part += value
    } else if (low === 'hundred' && part > 0 && part < 100) part *= 100
    else if (low === 'thousand' && part > 0 && lastScale > 1000) {
      total += part * 1000
      part = 0
      lastScale = 1000
    } else if (
      low === 'and' &&
      (part % 100 === 0 || lastScale === 1000) &&
      part + total >= 100 &&
      below100(words[to + 1]?.low ?? '') !== null
    )
      continue
    else break
  }
  const value = total + part
  return (value > 0 && to > at && below100(words[at]?.low ?? '') !== null) || (words[at]?.low === 'a' && value >= 100)
    ? { value, to, isArticle: false }
    : null
}

function below100(word: string): number | null {
  const [ten, one, ...rest] = word.split('-')
  if (rest.length > 0) return null
  if (one === undefined) return small.get(word) ?? tens.get(word) ?? null
  const [a, b] = [tens.get(ten ?? ''), small.get(one)]
  return a !== undefined && b !== undefined && b < 10 ? a + b : null
}
