import type { IssueId } from './act.js'
import type { IssueDefinition } from './definitions.js'

/** A place where an issue is spoken of. */
export interface IssueMention {
  readonly issue: IssueId
  /** UTF-16 offsets into the text that was searched, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Finds the issues of a taxonomy in texts. */
export interface IssueFinder {
  /** Mentions in order of place. */
  mentions(text: string): IssueMention[]
  /** What a text is about, each issue once: a mere occasion ("during talks") does not count beside another issue. */
  issues(text: string): IssueId[]
  /** The same, but empty where only occasions are named. */
  named(text: string): IssueId[]
  /** Issues that a phrase such as "these guarantees" may take up again; empty where nothing in `text` refers back by name. */
  recalled(text: string): IssueId[]
}

/** A finder for the general taxonomy and the case's own issues. Linear in the words of a text. */
export function issueFinder(issues: readonly IssueDefinition[]): IssueFinder {
  const terms = termIndex(issues.flatMap(issue => issue.terms.map(term => ({ issue: issue.id, term }))))
  const weak = termIndex(issues.flatMap(issue => (issue.weak ?? []).map(term => ({ issue: issue.id, term }))))
  const barred = termIndex(issues.flatMap(issue => (issue.exclude ?? []).map(term => ({ issue: issue.id, term }))))
  const anaphors = termIndex(issues.flatMap(issue => (issue.anaphors ?? []).map(term => ({ issue: issue.id, term }))))
  const background = new Set(issues.filter(issue => issue.background).map(issue => issue.id))
  const found = (text: string, index: TermIndex) => {
    const tokens = tokensOf(text)
    const holes = hitsIn(tokens, barred)
    return hitsIn(tokens, index)
      .filter(hit => !holes.some(({ issue, start, end }) => issue === hit.issue && start < hit.end && hit.start < end))
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.issue < b.issue ? -1 : 1))
  }
  const finder: IssueFinder = {
    mentions: text => found(text, terms),
    issues(text) {
      const named = finder.named(text)
      return named.length > 0 ? named : idsOf([...found(text, terms), ...found(text, weak)])
    },
    named(text) {
      const faint = found(text, weak)
      // "talks on prisoners": the longer words say that the talks are not the point.
      const strong = found(text, terms).filter(hit => !faint.some(wider => covers(wider, hit)))
      const named = exceptOccasions(strong, background, text)
      return idsOf(named.length > 0 ? named : exceptOccasions(faint, background, text))
    },
    recalled(text) {
      const tokens = tokensOf(text)
      const found = tokens.flatMap((token, i) => {
        if (!demonstratives.has(token.word)) return []
        const noun = /^an?$/.test(tokens[i + 1]?.word ?? '') ? i + 2 : i + 1
        return hitsAt(tokens, noun, anaphors).map(({ issue }) => issue)
      })
      return [...new Set(found)]
    },
  }
  return finder
}

function covers(wider: IssueMention, hit: IssueMention): boolean {
  const isLonger = wider.end - wider.start > hit.end - hit.start
  return isLonger && wider.issue === hit.issue && wider.start <= hit.start && hit.end <= wider.end
}

/** The mentions without those of background issues that tell only when or amid what: "after a round of indirect talks". */
function exceptOccasions(
  mentions: readonly IssueMention[],
  background: ReadonlySet<IssueId>,
  text: string,
): IssueMention[] {
  let occasionEnd = -1
  return mentions.filter(({ issue, start, end }) => {
    if (!background.has(issue)) return true
    const goesOn =
      occasionEnd >= 0 && start >= occasionEnd && /^(?: of)?(?: [a-z]{1,20})?\s$/i.test(text.slice(occasionEnd, start))
    if (!goesOn && start >= occasionEnd && !isOccasion(text.slice(0, start))) return true
    occasionEnd = end
    return false
  })
}

function idsOf(mentions: readonly IssueMention[]): IssueId[] {
  return [...new Set(mentions.map(({ issue }) => issue))]
}

const demonstratives = new Set(['this', 'that', 'these', 'those', 'such'])

/** Whether what follows `before` is only when or amid what something was said. */
function isOccasion(before: string): boolean {
  return /\b(?:during|following|after|amid|amidst|ahead of|in|at|before)(?: (?:an?|the|their|his|her|its|these|those|further|ongoing|recent|[a-z]{2,20}ed))?(?: [a-z]{1,20})? $/i.test(
    before.slice(-60),
  )
}

interface Token {
  readonly word: string
  /** Whether it stands with a capital: a name, or the first word of a sentence. */
  readonly isCapital: boolean
  /** Whether a clause ends before it: no term goes on across a full stop, a semicolon or a dash. */
  readonly opensClause: boolean
  readonly start: number
  readonly end: number
}

/** Words and numbers in lower case; a hyphen parts them, a possessive ending is none. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0].toLowerCase()
    const mark = text[match.index - 1]
    if (word === 's' && (mark === "'" || mark === '’')) continue
    const before = tokens.at(-1)
    const between = text.slice(before?.end ?? 0, match.index)
    tokens.push({
      word,
      isCapital: /^\p{Lu}/u.test(match[0]),
      opensClause:
        /[;!?…–—]|:\s|\s-+\s/.test(between) || (/\.["'”’]?\s/.test(between) && (before?.word.length ?? 0) > 3),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return tokens
}

type Step =
  | { readonly kind: 'gap' }
  | { readonly kind: 'name' }
  | { readonly kind: 'word'; readonly letters: string; readonly anyEnding: boolean }

interface Term {
  readonly issue: IssueId
  readonly steps: readonly Step[]
}

/** Terms by the first three letters of their first word; terms whose first word is shorter, by all of it. */
type TermIndex = ReadonlyMap<string, readonly Term[]>

const keyLength = 3
const nameKey = '^'
const longestGap = 3

function termIndex(entries: readonly { readonly issue: IssueId; readonly term: string }[]): TermIndex {
  const index = new Map<string, Term[]>()
  for (const { issue, term } of entries) {
    const steps = term
      .toLowerCase()
      .split(/[\s-]+/)
      .filter(step => step !== '')
      .map((step): Step => {
        if (step === '*') return { kind: 'gap' }
        if (step === '^') return { kind: 'name' }
        return { kind: 'word', letters: step.replace(/\*$/, ''), anyEnding: step.endsWith('*') }
      })
    const first = steps[0]
    if (!first || first.kind === 'gap') continue
    const key = first.kind === 'name' ? nameKey : (first.letters.split('?')[0]?.slice(0, keyLength) ?? '')
    index.set(key, [...(index.get(key) ?? []), { issue, steps }])
  }
  return index
}

function hitsIn(tokens: readonly Token[], index: TermIndex): IssueMention[] {
  return tokens.flatMap((_, at) => hitsAt(tokens, at, index))
}

function hitsAt(tokens: readonly Token[], at: number, index: TermIndex): IssueMention[] {
  const token = tokens[at]
  if (!token) return []
  const found: IssueMention[] = []
  const keys = Array.from({ length: Math.min(keyLength, token.word.length) }, (_, i) => token.word.slice(0, i + 1))
  for (const key of token.isCapital ? [...keys, nameKey] : keys) {
    for (const { issue, steps } of index.get(key) ?? []) {
      const last = tokens[lastOf(tokens, at, steps) ?? -1]
      if (last) found.push({ issue, start: token.start, end: last.end })
    }
  }
  return found
}

/** The index of the token that ends the term opened at `at`; a gap passes over up to three words, as few as will do. */
function lastOf(tokens: readonly Token[], at: number, steps: readonly Step[]): number | undefined {
  let i = at
  let gap = 0
  for (const step of steps) {
    if (step.kind === 'gap') {
      gap = longestGap
      continue
    }
    let passed = 0
    for (;;) {
      const token = tokens[i]
      if (!token || (i > at && token.opensClause)) return undefined
      if (step.kind === 'name' ? token.isCapital : matches(token.word, step.letters, step.anyEnding)) break
      if (passed++ >= gap) return undefined
      i++
    }
    i++
    gap = 0
  }
  return i - 1
}

/** Whether a word is `letters`, in which `?` stands for one letter or none. */
function matches(word: string, letters: string, anyEnding: boolean): boolean {
  const wild = letters.indexOf('?')
  if (wild < 0) return anyEnding ? word.startsWith(letters) : word === letters
  const without = letters.slice(0, wild) + letters.slice(wild + 1)
  const withAny = letters.slice(0, wild) + (word[wild] ?? '') + letters.slice(wild + 1)
  return matches(word, without, anyEnding) || matches(word, withAny, anyEnding)
}
