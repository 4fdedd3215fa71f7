import { issueFinder } from '../issues.js'
import type { Bearing } from './bearings.js'
import type { Option, OptionAct, OptionRuling } from './option.js'

/** One act on one issue with the option that its words were grouped into; null: none. */
export interface Derived {
  readonly bearing: Bearing
  /** Whether the act makes its words an option. */
  readonly founds: boolean
  readonly option: { readonly id: string; readonly name: string } | null
}

/**
 * The options of one issue once a person's rulings are obeyed.
 *
 * A ruling takes what its terms match (the longest match wins, then the first in the file) and the whole of each option
 * that it names by id. So it merges, splits and renames, and it survives a rebuild, since it goes by words and not by place.
 * Obeying a ruling twice changes nothing. An option that is left without a stance is none.
 */
export function ruled(derived: readonly Derived[], rulings: readonly OptionRuling[]): Option[] {
  const ruling = rulingOf(rulings)
  const placed = derived.map(one => ({ ...one, place: placeOf(one, ruling) }))
  const founded = new Set(placed.flatMap(({ founds, place }) => (founds ? [place.id] : [])))
  const options = new Map<string, { id: string; name: string; kind: Option['kind']; acts: OptionAct[] }>()
  for (const { bearing, place } of placed) {
    const { issue } = bearing
    const at = place.kind === 'told' && !founded.has(place.id) ? unspecified(issue) : place
    const option = options.get(at.id) ?? { ...at, acts: [] }
    option.acts.push(optionAct(bearing))
    options.set(at.id, option)
  }
  const issue = derived[0]?.bearing.issue ?? ''
  return [...options.values()].map(option => ({ issue, ...option }))
}

type Place = Pick<Option, 'id' | 'name' | 'kind'>

function unspecified(issue: string): Place {
  return { id: `${issue}/unspecified`, name: 'not specified', kind: 'unspecified' }
}

function placeOf({ bearing, option }: Derived, ruling: Ruling): Place {
  const { issue, act, wording } = bearing
  const found = ruling(wording?.text ?? act.said, option?.id ?? null)
  if (found) return { id: `${issue}/${found.id}`, name: found.name, kind: 'ruled' }
  return option ? { ...option, kind: 'told' } : unspecified(issue)
}

type Ruling = (text: string, option: string | null) => OptionRuling | undefined

function rulingOf(rulings: readonly OptionRuling[]): Ruling {
  const finder = issueFinder(
    rulings.map(({ id, name, wordings }) => ({ id, name, group: '', pax: [], terms: [...wordings] })),
  )
  const order = new Map(rulings.map(({ id }, n) => [id, n]))
  const named = new Map(
    rulings.flatMap(one =>
      [one.id, ...one.wordings].map(id => [id.startsWith(`${one.issue}/`) ? id : `${one.issue}/${id}`, one] as const),
    ),
  )
  return (text, option) => {
    const [best] = finder
      .mentions(text)
      .sort((a, b) => b.end - b.start - (a.end - a.start) || (order.get(a.issue) ?? 0) - (order.get(b.issue) ?? 0))
    if (best) return rulings[order.get(best.issue) ?? -1]
    return option === null ? undefined : named.get(option)
  }
}

function optionAct({ act, wording, kind, awaited }: Bearing): OptionAct {
  return {
    statement: act.statement.id,
    wording: wording && { report: act.statement.report, ...wording.span, text: wording.text },
    act: kind,
    awaited,
  }
}
