/** Languages whose names of months and days are known. */
const languages = 'en de fr es pt it nl sv da nb fi pl cs sk hu ro tr ru uk bg el hr sl lt lv et id ca'.split(' ')
/** What stands between the parts of a date. */
const between = new Set(
  'the of at on am pm um uhr den der le à du de del el a las di alle om op kl klo dnia r o godz в г года и gmt utc cet cest bst est edt pst pdt th st nd rd h'.split(
    ' ',
  ),
)
const most = 9

/** Whether a line says a day, month and year, with or without the hour, and nothing else. In lower case. */
export function isDateLine(line: string): boolean {
  if (line.length > 80 || !/\p{N}/u.test(line)) return false
  const words = line.match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? []
  if (words.length < 2 || words.length > most) return false
  return (
    words.some(word => names().months.has(word)) &&
    words.every(
      word => /^\p{N}+$/u.test(word) || names().months.has(word) || names().days.has(word) || between.has(word),
    )
  )
}

let known: { readonly months: ReadonlySet<string>; readonly days: ReadonlySet<string> } | null = null

function names() {
  known ??= {
    months: namesOf({ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }),
    days: namesOf({ weekday: 'long' }, { weekday: 'short' }),
  }
  return known
}

function namesOf(...forms: readonly Intl.DateTimeFormatOptions[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const language of languages)
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
      for (let at = 0; at < 12; at++) {
        const words = format
          .format(Date.UTC(2024, at, 1 + at))
          .toLowerCase()
          .match(/\p{L}[\p{L}\p{M}]*/gu)
        for (const word of words ?? []) if (word.length > 1 && !between.has(word)) found.add(word)
      }
    }
  return found
}
