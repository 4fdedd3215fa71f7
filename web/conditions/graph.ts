import type { ApiCondition } from '../../src/server/api.js'
import { type Drawing, drawn, type GraphNode } from '../parts/graph.js'
import { list } from '../state/address.js'
import type { Case } from '../state/case.js'
import { hrefWith } from '../state/route.svelte.js'

/** The conditions drawn from left to right; a link whose two sides are the same issue stands between its words. */
export function drawConditions(case_: Case, links: readonly ApiCondition[]): Drawing {
  const circular = circularEnds(case_)
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, { from: string; to: string; links: ApiCondition[] }>()
  const node = (words: string, issue: string | undefined, inCircle: boolean) => {
    const id = issue ? `issue:${issue}` : `words:${words.toLowerCase()}`
    nodes.set(id, {
      id,
      text: issue ? case_.issue(issue).name : words,
      href: issue ? hrefWith({ open: list.write(['issue', issue]) }) : null,
      isMarked: inCircle || nodes.get(id)?.isMarked === true,
      isLoose: issue === undefined,
    })
    return id
  }
  for (const link of links) {
    const inCircle = circular.has(link.id)
    const { waiting, awaited } = circular.get(link.id) ?? ends(link)
    const from = node(link.awaited.words, awaited, inCircle)
    const to = node(link.waiting.words, waiting, inCircle)
    const key = JSON.stringify([from, to])
    const edge = edges.get(key)
    if (edge) edge.links.push(link)
    else edges.set(key, { from, to, links: [link] })
  }
  return drawn(
    [...nodes.values()],
    [...edges.values()].map(({ from, to, links: of }) => {
      const [first] = of as [ApiCondition, ...ApiCondition[]]
      return {
        from,
        to,
        label: label(case_, of),
        says: `${label(case_, of)}: ${first.waiting.words} waits for ${first.awaited.words}`,
        href: hrefWith({ open: list.write(['condition', first.id]) }),
        isMarked: of.some(link => circular.has(link.id)),
      }
    }),
  )
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
