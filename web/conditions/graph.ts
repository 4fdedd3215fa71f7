import { Graph, layout } from '@dagrejs/dagre'
import type { ApiCondition } from '../../src/server/api.js'
import type { Case } from '../state/case.js'

export interface GraphNode {
  /** `issue:ceasefire`, or `words:...` where no issue was recognised. */
  readonly id: string
  readonly issue: string | null
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly inCircle: boolean
}

/** From what must come first to what waits for it. */
export interface GraphEdge {
  readonly links: readonly ApiCondition[]
  readonly path: string
  /** Who says so. */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly inCircle: boolean
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** Width of a letter at 13 and 12 pixels; generous, since the reader's fonts are not known. */
const letter = { node: 7.6, label: 6.9 }

/** The conditions drawn from left to right; a link whose two sides are the same issue stands between its words. */
export function drawConditions(case_: Case, links: readonly ApiCondition[]): Drawing {
  const circular = circularEnds(case_)
  const nodes = new Map<string, { issue: string | null; lines: string[]; inCircle: boolean }>()
  const edges = new Map<string, ApiCondition[]>()
  const node = (words: string, issue: string | undefined, inCircle: boolean) => {
    const id = issue ? `issue:${issue}` : `words:${words.toLowerCase()}`
    const known = nodes.get(id)
    if (known) known.inCircle ||= inCircle
    else nodes.set(id, { issue: issue ?? null, lines: wrapped(issue ? case_.issue(issue).name : words), inCircle })
    return id
  }
  for (const link of links) {
    const inCircle = circular.has(link.id)
    const { waiting, awaited } = circular.get(link.id) ?? ends(link)
    const from = node(link.awaited.words, awaited, inCircle)
    const to = node(link.waiting.words, waiting, inCircle)
    const key = JSON.stringify([from, to])
    edges.set(key, [...(edges.get(key) ?? []), link])
  }

  const graph = new Graph({ multigraph: false })
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 44, edgesep: 16, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [id, { lines }] of nodes) {
    const width = Math.max(...lines.map(line => line.length)) * letter.node + 24
    graph.setNode(id, { width, height: lines.length * 18 + 16 })
  }
  for (const [key, of] of edges) {
    const [from, to] = JSON.parse(key) as [string, string]
    graph.setEdge(from, to, { width: label(case_, of).length * letter.label + 12, height: 20, labelpos: 'c' })
  }
  layout(graph)

  const size = graph.graph()
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: [...nodes].map(([id, one]) => {
      const { x, y, width, height } = graph.node(id)
      return { id, ...one, x, y, width, height }
    }),
    edges: [...edges].map(([key, of]) => {
      const [from, to] = JSON.parse(key) as [string, string]
      const { points, x = 0, y = 0, width = 0 } = graph.edge(from, to)
      return {
        links: of,
        path: smooth(points),
        label: label(case_, of),
        x,
        y,
        width,
        inCircle: of.some(link => circular.has(link.id)),
      }
    }),
  }
}

interface Ends {
  readonly waiting: string | undefined
  readonly awaited: string | undefined
}

/** A link of several issues stands between the first two that differ; a side without an issue stands by its words. */
function ends({ waiting, awaited }: ApiCondition): Ends {
  const first = waiting.issues.find(id => !awaited.issues.includes(id)) ?? waiting.issues[0]
  return { waiting: first, awaited: awaited.issues.find(id => id !== first) }
}

/** The links of circles stand between the issues that make the circle. */
function circularEnds(case_: Case): Map<string, Ends> {
  return new Map(
    case_.record.conditions.circles.flatMap(({ issues, links }) =>
      links.map((id, n) => [id, { waiting: issues[n], awaited: issues[(n + 1) % issues.length] }] as const),
    ),
  )
}

function label(case_: Case, links: readonly ApiCondition[]): string {
  const names = [...new Set(links.map(link => case_.party(link.party).name))]
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(', ')
}

/** At most three lines of about 22 letters; the whole words stand in the list below the drawing. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 22) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > 26 ? `${word.slice(0, 25)}…` : word)
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines
}

/** A curve through the points, straight at both ends. */
function smooth(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${round(first.x)} ${round(first.y)}`
  rest.forEach((point, n) => {
    const next = rest[n + 1]
    if (!next) path += `L${round(point.x)} ${round(point.y)}`
    else
      path += `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`
  })
  return path
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
