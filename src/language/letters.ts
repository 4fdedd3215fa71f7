/** Letters that no decomposition turns into one of the basic alphabet. */
const whole: ReadonlyMap<string, string> = new Map(
  [...'đdĐDłlŁLıiøoØOħhĦHŧtŦTŋnŊNəeƏE'.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]),
)

/**
 * `text` with each Latin letter beyond Latin-1 as its basic letter: `Đurić` is `Duric`; `é` and `ü` stay.
 *
 * Every UTF-16 unit stands for one of the result, so offsets are the same in both.
 */
export function foldedLetters(text: string): string {
  return text.replace(/[\u0100-\u024f\u0259\u1e00-\u1eff]/g, basicLetter)
}

/** The basic letter of one Latin letter; the letter itself where it has none. */
export function basicLetter(letter: string): string {
  const [base = letter] = letter.normalize('NFD')
  return whole.get(base) ?? base
}
