import { Graph, layout } from '@dagrejs/dagre'

/** What is to be drawn: from each edge's `from` to its `to`, left to right. */
export interface GraphNode {
  readonly id: string
  readonly text: string
  /** Where a click leads; null: nowhere. */
  readonly href: string | null
  /** Drawn in the accent colour. */
  readonly isMarked: boolean
  /** Drawn in quotation: words that nobody sorted. */
  readonly isLoose?: boolean
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  /** What stands on the arrow, and what it means in full. */
  readonly label: string
  readonly says: string
  readonly href: string | null
  readonly isMarked: boolean
  /** Drawn broken: it need not come first, only begin with it. */
  readonly isLoose?: boolean
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The graph with places; in pixels. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly nodes: readonly (GraphNode & Box & { readonly height: number; readonly lines: readonly string[] })[]
  readonly edges: readonly (GraphEdge & Box & { readonly path: string })[]
}

/** Width of a letter at 13 and 12 pixels; generous, since the reader's fonts are not known. */
const letter = { node: 7.6, label: 6.9 }

/** Places nodes and edges from left to right; two edges between the same nodes become two arrows. */
export function drawn(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Drawing {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 44, edgesep: 16, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  const lines = new Map(nodes.map(({ id, text }) => [id, wrapped(text)]))
  for (const [id, own] of lines) {
    const width = Math.max(...own.map(line => line.length)) * letter.node + 24
    graph.setNode(id, { width, height: own.length * 18 + 16 })
  }
  for (const [n, { from, to, label }] of edges.entries())
    graph.setEdge(from, to, { width: label.length * letter.label + 12, height: 20, labelpos: 'c' }, `${n}`)
  layout(graph)
  const size = graph.graph()
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: nodes.map(one => {
      const { x, y, width, height } = graph.node(one.id)
      return { ...one, lines: lines.get(one.id) ?? [], x, y, width, height }
    }),
    edges: edges.map((one, n) => {
      const { points, x = 0, y = 0, width = 0 } = graph.edge(one.from, one.to, `${n}`)
      return { ...one, path: smooth(points), x, y, width }
    }),
  }
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
