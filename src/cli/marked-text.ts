import type { Span } from '../language/span.js'
import type { Attribution } from '../statements/statement.js'

/** The parts of an attribution, as they are told apart: `[1 source]`, `{1 cue}`, `‹1 content›`. */
export const parts = ['content', 'source', 'cue'] as const
export type Part = (typeof parts)[number]

export const brackets: Readonly<Record<Part, readonly [string, string]>> = {
  content: ['‹', '›'],
  source: ['[', ']'],
  cue: ['{', '}'],
}

/** A stretch of what is printed: words of the text, or a bracket with its number. */
export interface Piece {
  readonly words: string
  /** The innermost part that it stands in: a cue before a source before a content. */
  readonly part: Part | null
  readonly isBracket: boolean
}

/**
 * The text with every part of `found` in brackets that carry the attribution's number, from 1.
 *
 * Where two parts of one kind are open, the closing bracket carries the number too, since they may overlap.
 * Only what lies in `shown` is given (in order, not overlapping); stretches that do not touch stand on lines of their own.
 */
export function marked(text: string, found: readonly Attribution[], shown: readonly Span[]): Piece[] {
  const edges = edgesOf(found)
  const open: Edge[] = []
  const pieces: Piece[] = []
  let next = 0
  for (const [n, { start, end }] of shown.entries()) {
    const before = shown[n - 1]
    if (before) pieces.push({ words: gapBetween(text, before.end, start), part: null, isBracket: false })
    let at = start
    for (; next < edges.length; next++) {
      const edge = edges[next]
      if (!edge || edge.at > end || (edge.at === end && edge.opens)) break
      const isShown = edge.opens ? edge.at >= start : edge.at > start
      if (isShown && edge.at > at)
        pieces.push({ words: text.slice(at, edge.at), part: innermost(open), isBracket: false })
      if (isShown) at = edge.at
      const bracket = edge.opens ? opening(edge, open) : closing(edge, open)
      if (isShown) pieces.push({ words: bracket, part: edge.part, isBracket: true })
    }
    if (at < end) pieces.push({ words: text.slice(at, end), part: innermost(open), isBracket: false })
  }
  return pieces
}

interface Edge {
  readonly at: number
  readonly opens: boolean
  readonly part: Part
  readonly number: number
  readonly length: number
}

/** Where parts begin and end: closings first, the inner before the outer; openings the outer before the inner. */
function edgesOf(found: readonly Attribution[]): Edge[] {
  const edges = found.flatMap((attribution, n) =>
    parts.flatMap(part =>
      attribution[part].flatMap(({ start, end }) => {
        const edge = { part, number: n + 1, length: end - start }
        return [
          { ...edge, at: start, opens: true },
          { ...edge, at: end, opens: false },
        ]
      }),
    ),
  )
  const rank = (edge: Edge) => parts.indexOf(edge.part)
  return edges.sort((a, b) => {
    if (a.at !== b.at || a.opens !== b.opens) return a.at - b.at || (a.opens ? 1 : -1)
    const outerFirst = b.length - a.length || rank(a) - rank(b) || a.number - b.number
    return a.opens ? outerFirst : -outerFirst
  })
}

function opening(edge: Edge, open: Edge[]): string {
  open.push(edge)
  return `${brackets[edge.part][0]}${edge.number} `
}

function closing(edge: Edge, open: Edge[]): string {
  const isAlone = open.filter(({ part }) => part === edge.part).length <= 1
  const mine = open.findIndex(({ part, number }) => part === edge.part && number === edge.number)
  if (mine >= 0) open.splice(mine, 1)
  return `${isAlone ? '' : ` ${edge.number}`}${brackets[edge.part][1]}`
}

function innermost(open: readonly Edge[]): Part | null {
  return parts.findLast(part => open.some(edge => edge.part === part)) ?? null
}

/** White space between two stretches stays as it is; words that are left out become a line break. */
function gapBetween(text: string, from: number, to: number): string {
  const gap = text.slice(from, to)
  return gap.trim() === '' ? gap : '\n\n'
}
