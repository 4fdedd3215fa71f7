import { trim } from '../../language/paragraphs.js'
import type { Span } from '../../language/span.js'

/**
 * A paragraph taken apart where line breaks were lost: before and after a subhead that runs into the next sentence
 * ("... the talks. Guarantees Under Discussion However, the ministers ..."), and where a full stop touches a capital
 * ("... the talks.The ministers ..."). Where it cannot be told, the paragraph stays whole. Linear in its length.
 */
export function unglue(text: string, paragraph: Span): Span[] {
  const cuts = [...touchingSentences(text, paragraph), ...subheads(text, paragraph)].sort((a, b) => a - b)
  const ends = [...cuts, paragraph.end]
  return ends.flatMap((end, index) => trim(text, { start: ends[index - 1] ?? paragraph.start, end }) ?? [])
}

/** Offsets where a sentence starts right after the mark that ends the one before. */
function touchingSentences(text: string, { start, end }: Span): number[] {
  const found: number[] = []
  for (const match of text
    .slice(start, end)
    .matchAll(/[\p{Ll}\p{N})][.!?]["”’»)]?(?=["“‘«]?\p{Lu}[\p{Ll}'’]*(?:[\s,…]|\.{3}))/gu)) {
    const before = text.slice(Math.max(start, start + match.index - 24), start + match.index + 1)
    // "www.Example.org" and "e.g.Then" are no sentence ends; a word of two letters or more before the mark is.
    if (/(?:^|[\s"“(])[\p{L}\p{N}'’-]{2,}$/u.test(before)) found.push(start + match.index + match[0].length)
  }
  return found
}

interface Token extends Span {
  readonly word: string
}

const small = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'as',
  'by',
  'with',
  'from',
  'over',
  'vs',
])
/** Words of a heading that no name carries with a capital. */
const headingOnly = new Set([
  'Under',
  'Among',
  'Amid',
  'Between',
  'Over',
  'Without',
  'About',
  'Into',
  'Against',
  'After',
  'Before',
  'Beyond',
  'Toward',
  'Towards',
  'Within',
  'During',
  'Is',
  'Are',
  'Was',
  'Be',
  'As',
  'Its',
  'Their',
  'How',
  'Why',
  'What',
  'From',
  'With',
  'Behind',
])
/** Words that open a sentence and close no heading. */
const openers = new Set([
  'The',
  'This',
  'These',
  'That',
  'Those',
  'It',
  'He',
  'She',
  'They',
  'We',
  'However',
  'Despite',
  'Although',
  'Though',
  'While',
  'When',
  'As',
  'After',
  'Before',
  'Since',
  'If',
  'In',
  'On',
  'At',
  'During',
  'Following',
  'Meanwhile',
  'But',
  'Yet',
  'Both',
  'Some',
  'Many',
  'Most',
  'Several',
  'According',
  'Earlier',
  'Later',
  'Additionally',
  'Moreover',
  'Furthermore',
  'There',
  'With',
  'Amid',
  'Its',
  'His',
  'Her',
  'Their',
  'Our',
  'An',
  'A',
  'Once',
  'Until',
  'Instead',
  'Still',
  'For',
  'Conversely',
  'Nevertheless',
  'Nonetheless',
])
const describing = /(?:ant|ent|al|ive|ous|ic|ary|able|ible|ly|ful|less|ing)$/

/** Offsets where a glued subhead starts (if not at the paragraph's start) and where it ends. */
function subheads(text: string, { start, end }: Span): number[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(/\S+/gu))
    tokens.push({ word: match[0], start: start + match.index, end: start + match.index + match[0].length })
  const cuts: number[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (from > 0 && !/[.!?…]["”’»)]*$/u.test(tokens[from - 1]!.word)) continue
    const to = runEnd(tokens, from)
    const next = sentenceAfterHeading(tokens, from, to)
    if (next === null) continue
    if (from > 0) cuts.push(tokens[from]!.start)
    cuts.push(tokens[next]!.start)
  }
  return cuts
}

/** The end (exclusive) of the run of capitalised and small words that starts at `from`, without marks inside. */
function runEnd(tokens: readonly Token[], from: number): number {
  let to = from
  while (to < tokens.length && to - from < 16) {
    const { word } = tokens[to]!
    if (!/^\p{Lu}[\p{L}'’-]*,?$/u.test(word) && !small.has(word)) break
    to++
    if (word.endsWith(',')) break
  }
  while (to > from && small.has(tokens[to - 1]!.word)) to--
  return to
}

/** Where in the run the next sentence starts; null where the run is no heading with a sentence glued to it. */
function sentenceAfterHeading(tokens: readonly Token[], from: number, to: number): number | null {
  if (to - from < 3 || to >= tokens.length || !/^\p{Ll}/u.test(tokens[to]!.word)) return null
  const bare = (index: number) => tokens[index]!.word.replace(/,$/, '')
  const isContent = (index: number) => /^\p{Lu}/u.test(bare(index)) && !openers.has(bare(index))
  const last = to - 1
  const next = openers.has(bare(last))
    ? last
    : openers.has(bare(last - 1)) && tokens[last]!.word.endsWith(',')
      ? last - 1
      : null
  if (next !== null) {
    let content = 0
    for (let index = from; index < next; index++) if (isContent(index)) content++
    return content >= 2 && isContent(next - 1) ? next : null
  }
  const hasHeadingWord = tokens.slice(from + 1, last).some(({ word }) => headingOnly.has(word))
  return hasHeadingWord && to - from >= 4 && isContent(last - 1) && describing.test(bare(last)) ? last : null
}
