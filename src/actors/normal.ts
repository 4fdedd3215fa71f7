import { basicLetter } from '../language/letters.js'

/** A word of a mention, with what is lost when it is made normal. */
export interface MentionWord {
  readonly normal: string
  readonly text: string
}

/**
 * The words of a name for comparison: lower case, without accents, points or a possessive ending.
 * `Côte d’Ivoire's` becomes `cote d'ivoire`.
 */
export function normal(name: string): string[] {
  return mentionWords(name).map(word => word.normal)
}

/** A person's name without the nickname that stands in marks within it: `Anton "Tolly" Brandt` is `Anton Brandt`. */
export function withoutNickname(name: string): string {
  return name.replace(/ ?(?:["“„«‘'`(]|'')[\p{L} .-]{1,30}(?:["”“»’')]|'')(?= )/u, '')
}

/** A person's name for comparison: `Donald J. Trump` and `Donald "Don" Trump` are `donald trump`. */
export function personKey(name: string): string {
  const words = normal(withoutNickname(name))
  const [first, ...rest] = words
  const last = rest.pop()
  if (first === undefined || last === undefined) return words.join(' ')
  return [first, ...rest.filter(word => word.length > 1), last].join(' ')
}

/** A word with where it starts in its mention. */
export interface PlacedWord extends MentionWord {
  readonly start: number
}

/** The words of a mention, in order. */
export function mentionWords(mention: string): PlacedWord[] {
  return [...mention.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu)].map(({ 0: text, index: start }) => ({
    text,
    normal: normalWord(text),
    start,
  }))
}

function normalWord(text: string): string {
  // Nine words in ten are plain small letters, which only the ending of a genitive can change.
  if (/^[a-z]+$/.test(text)) return text
  return text
    .replaceAll('’', "'")
    .replace(/'s?$/i, '')
    .replace(/-(?:led|based|born|ruled|run|held|controlled|appointed)$/i, '')
    .replaceAll('.', '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, basicLetter)
    .toLowerCase()
}

/** The plural of a demonym: `Afghans`, `Spanish`, `Congolese`. */
export function plural(demonym: string): string {
  return /(?:ese|ish|ch|sh|s|x|men|[A-Z.]{2})$/.test(demonym) ? demonym : `${demonym}s`
}

/** A surname without the article that some reports leave out: `al-hayya` is `hayya`; the name itself where it has none. */
export function withoutParticle(surname: string): string {
  return surname.replace(/^(?:al|el)-(?=\p{L}{3})/u, '')
}
