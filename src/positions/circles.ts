import type { IssueId } from './act.js'
import type { Circle, ConditionLink } from './condition-graph.js'

/** A link from one issue that waits to one that it waits for. */
interface Edge {
  readonly from: IssueId
  readonly to: IssueId
  readonly link: ConditionLink
}

/** More circles than this on one issue are one knot: a reader sees the shortest. */
const longestCircle = 6

/**
 * The circles among `links`: for each issue the shortest way back to itself, each circle once, the shortest first.
 *
 * Two issues wait for each other only through links of somebody's own words; an issue that waits for itself is a circle
 * where two parties say so of each other, not where one party names it on both sides. O(issues · links).
 */
export function circlesOf(links: readonly ConditionLink[]): Circle[] {
  const edges = links.flatMap(link =>
    link.waiting.issues.flatMap(from => link.awaited.issues.map((to): Edge => ({ from, to, link }))),
  )
  const byIssue = new Map<IssueId, Edge[]>()
  for (const edge of edges) byIssue.set(edge.from, [...(byIssue.get(edge.from) ?? []), edge])
  const found = new Map<string, Circle>()
  for (const issue of [...byIssue.keys()].sort()) {
    const own = [...mutual(issue, byIssue), ...shortestBack(issue, byIssue)]
    for (const path of own) {
      const circle = canonical(path)
      const key = circle.issues.join('>')
      if (!found.has(key)) found.set(key, circle)
    }
  }
  return [...found.values()].sort(
    (a, b) => a.issues.length - b.issues.length || (a.issues.join() < b.issues.join() ? -1 : 1),
  )
}

/** "We stop when they stop" against "we stop when they stop": one issue, two parties, each waiting for the other. */
function mutual(issue: IssueId, byIssue: ReadonlyMap<IssueId, readonly Edge[]>): Edge[][] {
  const loops = (byIssue.get(issue) ?? []).filter(edge => edge.to === issue)
  const first = loops[0]
  const other = loops.find(loop => loop.link.party !== first?.link.party)
  return first && other ? [[first, other]] : []
}

/** The shortest way along links from `issue` back to it, by breadth; empty where there is none. */
function shortestBack(issue: IssueId, byIssue: ReadonlyMap<IssueId, readonly Edge[]>): Edge[][] {
  let paths: Edge[][] = (byIssue.get(issue) ?? []).filter(edge => edge.to !== issue).map(edge => [edge])
  const seen = new Set<IssueId>([issue])
  for (let length = 1; length <= longestCircle && paths.length > 0; length++) {
    const next: Edge[][] = []
    for (const path of paths) {
      const last = path.at(-1)
      if (!last) continue
      if (last.to === issue) return [path]
      if (seen.has(last.to)) continue
      seen.add(last.to)
      for (const edge of byIssue.get(last.to) ?? []) next.push([...path, edge])
    }
    paths = next
  }
  return []
}

/** The circle from its first issue in the alphabet, so that one circle has one name. */
function canonical(path: readonly Edge[]): Circle {
  const least = path.reduce((best, edge, i) => (edge.from < (path[best]?.from ?? edge.from) ? i : best), 0)
  const turned = [...path.slice(least), ...path.slice(0, least)]
  return { issues: turned.map(({ from }) => from), links: turned.map(({ link }) => link.id) }
}
