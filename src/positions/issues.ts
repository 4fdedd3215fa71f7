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
  /** Issues that a phrase such as "these guarantees" may take up again; empty where nothing in `text` refers back by name. */
  recalled(text: string): IssueId[]
}

/** A finder for the general taxonomy and the case's own issues; of two with one id, the terms are joined. */
export function issueFinder(issues: readonly IssueDefinition[]): IssueFinder {
  const rules = issues.map(issue => ({
    id: issue.id,
    terms: pattern(issue.terms),
    exclude: issue.exclude ? pattern(issue.exclude) : null,
    anaphors: issue.anaphors ? anaphorPattern(issue.anaphors) : null,
  }))
  const background = new Set(issues.filter(issue => issue.background).map(issue => issue.id))
  const finder: IssueFinder = {
    issues(text) {
      const all = finder.mentions(text)
      const named = all.filter(({ issue, start }) => !background.has(issue) || !isOccasion(text.slice(0, start)))
      return [...new Set((named.length > 0 ? named : all).map(({ issue }) => issue))]
    },
    mentions(text) {
      const found: IssueMention[] = []
      for (const { id, terms, exclude } of rules) {
        if (!terms) continue
        const barred = exclude
          ? [...text.matchAll(exclude)].map(match => [match.index, match.index + match[0].length])
          : []
        for (const match of text.matchAll(terms)) {
          const start = match.index
          const end = start + match[0].length
          if (!barred.some(([from = 0, until = 0]) => from < end && start < until))
            found.push({ issue: id, start, end })
        }
      }
      return found.sort((a, b) => a.start - b.start || a.end - b.end || (a.issue < b.issue ? -1 : 1))
    },
    recalled(text) {
      return rules.filter(({ anaphors }) => anaphors?.test(text)).map(({ id }) => id)
    },
  }
  return finder
}

/** Whether what follows `before` is only when or amid what something was said. */
function isOccasion(before: string): boolean {
  return /\b(?:during|following|after|amid|amidst|ahead of|in|at|before)(?: (?:an?|the|their|his|her|its|these|those|further|ongoing|recent|\p{L}+ed))?(?: \p{L}+)? $/iu.test(
    before.slice(-50),
  )
}

/** "this stance", "such a move", "that role", "it": words that refer back without naming what to. */
export function refersBack(text: string): boolean {
  return /\b(?:this|that|these|those|such|the) (?:an? )?(?:stance|position|idea|move|step|notion|role|proposal|suggestion|plan|measure|issue|question|matter|demand|offer|request|term|condition|concession|point|view|task)s?\b|\bsuch (?:an? )?\w+|\b(?:them|it|they|this|these|those)\b/iu.test(
    text,
  )
}

function pattern(terms: readonly string[]): RegExp | null {
  if (terms.length === 0) return null
  // Longest first: of two terms that open at one place the regular expression takes the one listed first.
  const sources = [...terms].sort((a, b) => b.length - a.length).map(termSource)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

function anaphorPattern(nouns: readonly string[]): RegExp {
  return new RegExp(
    `\\b(?:this|that|these|those|such)(?: an?)? (?:${nouns.map(termSource).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  )
}

/** `word*`: any ending; `*` alone: up to three words; `?`: any one letter. Bounded, so that it runs in linear time. */
function termSource(term: string): string {
  return term
    .split(' ')
    .map(word => {
      if (word === '*') return '*'
      return word
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\?/g, '\\p{L}?')
        .replace(/\*/g, "[\\p{L}'’-]{0,15}")
    })
    .join(' ')
    .replace(/ \* /g, "(?: [\\p{L}\\p{N}'’-]{1,20}){0,3} ")
    .replace(/ /g, '\\s')
}
