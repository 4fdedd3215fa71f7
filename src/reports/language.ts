import { detectAll } from 'tinyld/light'

/** Fewer letters tell no language. */
const fewestLetters = 60
/** The detector reads no further: its time grows with the text, its certainty does not. */
const enough = 4000

/** The language of `text` (ISO 639-1); null where it is too short to tell or two languages come out alike. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, enough)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null
  const [best, second] = detectAll(sample)
  if (!best || (second && best.accuracy - second.accuracy < 0.05)) return null
  return best.lang
}
