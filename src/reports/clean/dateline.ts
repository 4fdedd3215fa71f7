import { type Span, slice } from '../../language/span.js'

/** Characters in which a dateline ends, if there is one. */
const longest = 120
/** Words of a place in it. */
const mostWords = 4

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const day = new RegExp(
  `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:${months})\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?|\\d{1,2}(?:st|nd|rd|th)?(?: (?:${months})\\.?)?|(?:${months})\\.? \\d{4}|\\d{1,2} (?:${months})\\.? \\d{4}|\\d{4})$`,
  'i',
)
const dash = /\s[-–—]{1,2}\s|\s?[–—]\s?|:\s/u
const agencyAtEnd = /\s?\((\p{Lu}[^()]{1,40})\)$/u
const opensSentence = /^["“‘'«]?[\p{Lu}\p{N}]/u

/**
 * The dateline that opens a paragraph ("GENEVA, March 3 (Agency) - "), with the dash and the space behind it; null where
 * there is none. A place, a day and an agency, the place in capitals where it stands alone: words that a dash happens to
 * follow are none.
 */
export function findDateline(text: string, paragraph: Span): Span | null {
  const opening = slice(text, paragraph).slice(0, longest)
  const at = dash.exec(opening)
  if (!at) return null
  const length = at.index + at[0].length
  if (!opensSentence.test(opening.slice(length))) return null
  const head = opening.slice(0, at.index)
  const agency = agencyAtEnd.exec(head)
  const parts = (agency ? head.slice(0, agency.index) : head).split(/,\s*/)
  const [first, ...rest] = parts.map(part => part.trim())
  const isBare = first === '' && rest.length === 0
  const hasDay = rest.some(part => day.test(part))
  if (!isBare && !isPlace(first!)) return null
  if (!rest.every(part => isPlace(part) || day.test(part))) return null
  const isShouted = /\p{Lu}{3}/u.test(first!) && first === first!.toUpperCase()
  // A colon ends a speaker's name as well: only a place that is shouted, alone or with its agency, stands before one.
  const isTold = at[0].startsWith(':') ? isShouted && rest.length === 0 : agency || hasDay || isShouted
  return isTold ? { start: paragraph.start, end: paragraph.start + length } : null
}

function isPlace(words: string): boolean {
  const all = words.split(/[ /]/)
  return (
    all.length <= mostWords &&
    all.every(word => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || /^(?:of|and|de|la|al|upon)$/.test(word))
  )
}
