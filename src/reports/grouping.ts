import type { Report, ReportId } from './report.js'

/** Reports in an order that is theirs, not that of their reading: by text, then by id. */
export function inOrder(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => byText(a.text, b.text) || byText(a.id, b.id))
}

/** The places of each group's members, in order of date, then of id; the groups in order of their first member's id. */
export function groupsOf(ordered: readonly Report[], groups: Int32Array): number[][] {
  const places = new Map<number, number[]>()
  groups.forEach((group, place) => {
    const members = places.get(group)
    if (members) members.push(place)
    else places.set(group, [place])
  })
  return [...places.values()]
    .map(members => members.sort((a, b) => byDate(ordered[a]!, ordered[b]!)))
    .sort((a, b) => byText(ordered[a[0]!]!.id, ordered[b[0]!]!.id))
}

/** 12 hexadecimal digits made from the members' ids, whatever their order. */
export function groupId(members: readonly ReportId[]): string {
  const joined = [...members].sort(byText).join('\n')
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let at = 0; at < joined.length; at++) {
    low = Math.imul(low ^ joined.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ joined.charCodeAt(at), 0x5bd1e995) ^ (high >>> 13)
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 16).toString(16).padStart(4, '0')
}

function byDate(a: Report, b: Report): number {
  return byText(a.date?.value ?? '~', b.date?.value ?? '~') || byText(a.id, b.id)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
