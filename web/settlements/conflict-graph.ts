import { Graph, layout } from '@dagrejs/dagre'
import type { StateAnswer } from '../../src/settlements/stability/conflict-answer.js'
import type { ConflictReport, DrawnMove } from '../../src/settlements/stability/conflict-report.js'

export interface DrawnState {
  readonly of: StateAnswer
  readonly lines: readonly string[]
  /** The concepts by which it lasts, as its last line. */
  readonly lasts: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One decision maker's way between two states; where it can go back too, with a head at both ends. */
export interface DrawnArrow extends DrawnMove {
  readonly isBothWays: boolean
  readonly path: string
  /** Where its mover's letter stands. */
  readonly x: number
  readonly y: number
}

export interface ConflictDrawing {
  readonly width: number
  readonly height: number
  readonly states: readonly DrawnState[]
  readonly arrows: readonly DrawnArrow[]
}

/** Beyond this many lines nobody can follow one, and laying them out takes seconds. */
export const mostArrows = 260

/** Width of a letter at 13 and 11 pixels; generous, since the reader's fonts are not known. */
const letter = { words: 7.9, concept: 7.6 }

/** The states from left to right as the moves lead; null: too many moves to draw. */
export function drawConflict(report: ConflictReport, moves: readonly DrawnMove[]): ConflictDrawing | null {
  const arrows = bothWays(moves)
  if (arrows.length > mostArrows) return null
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 56, edgesep: 14, marginx: 8, marginy: 20 })
  graph.setDefaultEdgeLabel(() => ({}))
  const boxes = report.answer.states.map(of => {
    const lines = wrapped(`${of.state}. ${of.text}`)
    const lasts = [...of.stableBy, ...(of.leftBy === null ? ['coalition'] : [])].join(' ')
    const width = Math.max(...lines.map(line => line.length * letter.words), lasts.length * letter.concept, 70) + 20
    graph.setNode(String(of.state), { width, height: lines.length * 17 + 32 })
    return { of, lines, lasts }
  })
  for (const { from, to, by } of arrows)
    graph.setEdge(String(from), String(to), { width: 18, height: 18, labelpos: 'c' }, String(by))
  layout(graph)
  const size = graph.graph()
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    states: boxes.map(box => {
      const { x, y, width, height } = graph.node(String(box.of.state))
      return { ...box, x, y, width, height }
    }),
    arrows: arrows.map(arrow => {
      const { points, x = 0, y = 0 } = graph.edge(String(arrow.from), String(arrow.to), String(arrow.by))
      return { ...arrow, path: smooth(points), x, y }
    }),
  }
}

/** Where a decision maker can go there and back it is one line, from the state that it likes less. */
function bothWays(moves: readonly DrawnMove[]): (DrawnMove & { readonly isBothWays: boolean })[] {
  const key = ({ from, to, by }: DrawnMove) => `${by}/${from}/${to}`
  const known = new Map(moves.map(move => [key(move), move]))
  return moves.flatMap((move): (DrawnMove & { readonly isBothWays: boolean })[] => {
    const back = known.get(key({ ...move, from: move.to, to: move.from }))
    if (!back) return [{ ...move, isBothWays: false }]
    const isFirst = move.better || (!back.better && move.from < move.to)
    return isFirst ? [{ ...move, isBothWays: true }] : []
  })
}

/** At most four lines of about 24 letters; the whole words stand in the list below the drawing. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 24) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > 26 ? `${word.slice(0, 25)}…` : word)
  }
  return lines.length > 4 ? [...lines.slice(0, 3), `${lines[3]} …`] : lines
}

/** A curve through the points, straight at both ends. */
function smooth(points: readonly { x: number; y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
  return points
    .map((point, n) => {
      const next = points[n + 1]
      if (n === 0) return `M${at(point)}`
      return next ? `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}` : `L${at(point)}`
    })
    .join('')
}
