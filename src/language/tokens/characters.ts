/** What a UTF-16 unit is to the tokeniser. */
export const character = { space: 1, line: 2, letter: 3, digit: 4, quote: 5, apostrophe: 6, high: 7, mark: 8 } as const

const known = new Uint8Array(0x10000)

/** The class of a UTF-16 unit (one of `character`); each unit is looked at once and remembered. */
export function classOf(unit: number): number {
  const found = known[unit]!
  if (found !== 0) return found
  const made = classify(unit)
  known[unit] = made
  return made
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (/[\n\r\u2028\u2029\u0085]/u.test(char)) return character.line
  if (/[\s\p{Cc}\u200b\ufeff\u200e\u200f\u202a-\u202e\u2060]/u.test(char)) return character.space
  if (unit >= 0xd800 && unit < 0xdc00) return character.high
  if (/[\p{L}\p{M}_\u00ad\u200c\u200d]/u.test(char)) return character.letter
  if (/\p{N}/u.test(char)) return character.digit
  if (/["“”„‟«»‹›`]/u.test(char)) return character.quote
  if (/['’‘‚‛ʼ]/u.test(char)) return character.apostrophe
  return character.mark
}
