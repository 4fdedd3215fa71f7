import { areCompatible, type Contested, contested, features, likeness, signature, weights } from './alike.js'
import { fullness, type Wording } from './wording.js'
import data from './words.json' with { type: 'json' }

/** Wordings that are one option. */
export interface Groups {
  readonly groups: readonly (readonly Wording[])[]
  /** The group that a wording belongs to or would join; -1 where none is like it. */
  readonly placeOf: (wording: Wording) => number
}

/**
 * Groups the wordings of one issue into options: each in exactly one group, whatever their order.
 *
 * The fullest wordings lead; each next one joins the most like leader whose group holds nothing that contradicts it, or
 * leads a group of its own. `known`: the wordings by which words are weighed, those of the whole case.
 * O(distinct wordings × groups that share a word).
 */
export function groupsOf(wordings: readonly Wording[], known: readonly Wording[] = wordings): Groups {
  const bySignature = new Map<string, Wording[]>()
  for (const wording of wordings) {
    const key = signature(wording)
    bySignature.set(key, [...(bySignature.get(key) ?? []), wording])
  }
  const kinds = [...bySignature]
    .map(([key, same]) => ({ key, same, wording: same[0]! }))
    .sort((a, b) => fullness(b.wording) - fullness(a.wording) || (a.key < b.key ? -1 : 1))
  const weight = weights(known)
  const quarrel = contested(kinds.map(({ wording }) => wording))
  const led: Wording[][] = []
  /** Leaders by what they name: only those that share a word with a wording can be like it. */
  const byFeature = new Map<string, number[]>()
  const near = (wording: Wording) =>
    [...new Set(features(wording).flatMap(feature => byFeature.get(feature) ?? []))].sort((a, b) => a - b)
  const lead = (wording: Wording) => {
    for (const feature of features(wording)) byFeature.set(feature, [...(byFeature.get(feature) ?? []), led.length])
    led.push([wording])
  }
  const placeByKey = new Map<string, number>()
  for (const { key, wording } of kinds) {
    const best = mostLike(wording, near(wording), led, quarrel, weight)
    placeByKey.set(key, best < 0 ? led.length : best)
    if (best < 0) lead(wording)
    else led[best]!.push(wording)
  }
  return {
    groups: led.map(members => members.flatMap(member => bySignature.get(signature(member)) ?? [])),
    placeOf: wording => placeByKey.get(signature(wording)) ?? mostLike(wording, near(wording), led, quarrel, weight),
  }
}

/** Of `places` that of the group whose leader, its first wording, is most like `wording`; -1 where none is like enough. */
function mostLike(
  wording: Wording,
  places: readonly number[],
  led: readonly (readonly Wording[])[],
  quarrel: Contested,
  weight: (feature: string) => number,
): number {
  let best = -1
  let most = 0
  for (const place of places) {
    const members = led[place]!
    const like = likeness(wording, members[0]!, weight)
    if (like < data.alike || like <= most) continue
    if (!members.every(member => areCompatible(wording, member, quarrel))) continue
    best = place
    most = like
  }
  return best
}
