import { gap, type Tokens } from '../../language/tokens/tokens.js'

/** Which tokens stand in quotation marks, the marks included. */
export interface Quotes {
  /** Number of the quotation each token stands in, or -1. */
  readonly of: Int32Array
  /** First token of each quotation, and the one after its last. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Whether it goes on from the paragraph before: that one was left open and this paragraph opens anew. */
  readonly goesOn: readonly boolean[]
}

type Mark = 'opens' | 'closes' | 'either' | 'single-opens' | 'single-closes' | 'no'

/** How many tokens a quotation in single marks may have: what stands alone is more often an apostrophe. */
const longestSingle = 60

/**
 * The quotations of a text, paragraph by paragraph, so that a missing mark spoils one paragraph at most.
 *
 * A quotation that is not closed runs to the end of its paragraph when the next paragraph opens with a mark,
 * else to the end of its sentence. Marks within marks belong to the outer quotation.
 */
export function quotes(tokens: Tokens): Quotes {
  const of = new Int32Array(tokens.count).fill(-1)
  const from: number[] = []
  const to: number[] = []
  const goesOn: boolean[] = []
  const sentenceEnds = sentenceEndOf(tokens)
  let leftOpen = false
  let start = 0
  while (start < tokens.count) {
    let end = start + 1
    while (end < tokens.count && tokens.gap[end]! < gap.blankLine) end++
    let open = -1
    let isSingle = false
    let closer = '"'
    const firstMark = markOf(tokens, start)
    const isContinued = leftOpen && firstMark !== 'no' && firstMark !== 'closes'
    const push = (a: number, b: number) => {
      of.fill(from.length, a, b)
      from.push(a)
      to.push(b)
      goesOn.push(isContinued && a === start)
    }
    for (let i = start; i < end; i++) {
      const mark = markOf(tokens, i)
      if (mark === 'no') continue
      if (open < 0) {
        if (mark === 'opens' || mark === 'either' || (mark === 'single-opens' && hasSingleClose(tokens, i, end))) {
          open = i
          isSingle = mark === 'single-opens'
          closer = closerOf(tokens, i)
        }
      } else if (closes(tokens, i, mark, isSingle, closer) && !(isSingle && mayBePossessive(tokens, i, end))) {
        if (!isNickname(tokens, open, i)) push(open, i + 1)
        open = -1
      }
    }
    leftOpen = false
    if (open >= 0) {
      const next = end < tokens.count ? markOf(tokens, end) : 'no'
      leftOpen = next === 'opens' || next === 'either'
      push(open, leftOpen ? end : Math.min(end, sentenceEnds[open]!))
    }
    start = end
  }
  return { of, from, to, goesOn }
}

/** «…» and »…«, „…“ and “…”: which mark closes the one at token `i`. */
function closerOf(tokens: Tokens, i: number): string {
  const char = tokens.text[tokens.start[i]!]!
  if (char === '„') return '“”'
  if (char === '«') return '»'
  if (char === '»') return '«'
  if (char === '‹') return '›'
  return '"”'
}

function closes(tokens: Tokens, i: number, mark: Mark, isSingle: boolean, closer: string): boolean {
  if (isSingle) return mark === 'single-closes'
  const char = tokens.text[tokens.start[i]!]!
  if (char === "'") return mark === 'either'
  return closer.includes(char)
}

function markOf(tokens: Tokens, i: number): Mark {
  const start = tokens.start[i]!
  const length = tokens.end[i]! - start
  if (length > 2) return 'no'
  const char = tokens.text[start]!
  if (char === '“' || char === '„' || char === '«' || char === '‹') return 'opens'
  if (char === '”' || char === '›') return 'closes'
  if (char === '»') return tokens.gap[i] === gap.none ? 'closes' : 'opens'
  if (char === '`') return length === 2 ? 'opens' : 'single-opens'
  if (char === '"' || (length === 2 && (char === "'" || char === '’') && tokens.text[start + 1] === char))
    return 'either'
  if (length > 1) return 'no'
  if (char === '‘' || char === '‚' || char === '‛') return 'single-opens'
  if (char === "'" || char === '’') {
    const touchesLeft = tokens.gap[i] === gap.none
    const touchesRight = i + 1 < tokens.count && tokens.gap[i + 1] === gap.none
    if (!touchesLeft && touchesRight && char === "'") return 'single-opens'
    return touchesLeft ? 'single-closes' : 'no'
  }
  return 'no'
}

function hasSingleClose(tokens: Tokens, from: number, end: number): boolean {
  const last = Math.min(end, from + longestSingle)
  for (let i = from + 1; i < last; i++) if (markOf(tokens, i) === 'single-closes') return true
  return false
}

/** "the ministers' plan,'": a mark after an "s", where another closes behind a stop or comma before a quotation opens. */
function mayBePossessive(tokens: Tokens, i: number, end: number): boolean {
  if (tokens.text[tokens.start[i]! - 1] !== 's') return false
  for (let k = i + 1; k < Math.min(end, i + longestSingle); k++) {
    const mark = markOf(tokens, k)
    if (mark === 'single-opens') return false
    if (mark === 'single-closes' && /[.,!?]/.test(tokens.text[tokens.start[k]! - 1] ?? '')) return true
  }
  return false
}

/** `Anton "Tolly" Brandt`: one or two words in marks between the words of a name are no quotation. */
function isNickname(tokens: Tokens, open: number, close: number): boolean {
  if (close - open > 3 || open === 0 || close + 1 >= tokens.count) return false
  const isApart =
    tokens.gap[open] !== gap.none && tokens.gap[close + 1] !== gap.none && tokens.gap[close + 1]! < gap.blankLine
  const isCapital = (i: number) => /^\p{Lu}[\p{L}.-]*$/u.test(tokens.text.slice(tokens.start[i], tokens.end[i]))
  if (!isApart || tokens.gap[open]! >= gap.blankLine) return false
  for (let i = open - 1; i <= close + 1; i++) if (i !== open && i !== close && !isCapital(i)) return false
  return true
}

function sentenceEndOf(tokens: Tokens): Int32Array {
  const ends = new Int32Array(tokens.count)
  for (let s = 0; s + 1 < tokens.sentences.length; s++)
    ends.fill(tokens.sentences[s + 1]!, tokens.sentences[s]!, tokens.sentences[s + 1]!)
  return ends
}
