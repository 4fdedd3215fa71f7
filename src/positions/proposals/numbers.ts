const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** A number in digits or in words up to ninety-nine; null where it is none. */
export function numberOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word)
  const lower = word.toLowerCase()
  const unit = units.indexOf(lower)
  if (unit >= 0) return unit
  const [ten, rest] = lower.split('-')
  const at = tens.indexOf(ten ?? '')
  if (at < 0) return null
  const more = rest === undefined ? 0 : units.indexOf(rest)
  return more < 0 || more > 9 ? null : (at + 2) * 10 + more
}

/** "nine-point", "20-point", "twenty-eight-point": how many points; null where the word does not say. */
export function pointCount(word: string): number | null {
  const match = /^(.{1,20})-points?$/i.exec(word)
  return match ? numberOf(match[1]!) : null
}

const days: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }

/** "45-day", "six-week": the duration as it is written, in its own unit; null where the word is none. */
export function durationOf(word: string): string | null {
  const match = /^(.{1,20})-(hour|day|week|month|year)s?$/i.exec(word)
  const number = match && numberOf(match[1]!)
  return number === null || number === undefined ? null : spelled(number, match![2]!.toLowerCase())
}

/** A duration of two words: "60 days". */
export function spelled(number: number, unit: string): string | null {
  const one = unit.toLowerCase().replace(/s$/, '')
  if (days[one] === undefined) return null
  // Weeks are days: "a two-week truce" is "a 14-day truce". Months are not: thirty days are not one.
  return one === 'week' ? `${number * 7}-day` : `${number}-${one}`
}
