import type { Bond, Lineage } from '../lineage.js'
import type { ReportId } from '../report.js'

/** A member of a lineage with those that hang on it. */
export interface Branch {
  readonly report: ReportId
  /** What ties it to the member that it hangs on; null for the first. */
  readonly bond: Bond | null
  readonly branches: readonly Branch[]
}

/**
 * The tree of a lineage: each member hangs on the one that it is likest to, so that the bonds along it are the strongest.
 *
 * It begins with the likely origin; where that is unknown with the first member, and then says who is nearest to whom and
 * nothing of who came first. Null for a lineage without members.
 */
export function family({ members, bonds, origin }: Pick<Lineage, 'members' | 'bonds' | 'origin'>): Branch | null {
  const first = origin?.report ?? members[0]
  if (first === undefined) return null
  const placed = new Set([first])
  const tied = new Map<ReportId, { report: ReportId; bond: Bond | null }[]>()
  const hang = (on: ReportId, report: ReportId, bond: Bond | null) => {
    placed.add(report)
    tied.set(on, [...(tied.get(on) ?? []), { report, bond }])
  }
  const strongest = [...bonds].sort((x, y) => y.probability - x.probability)
  for (;;) {
    const bond = strongest.find(({ a, b }) => placed.has(a) !== placed.has(b))
    if (!bond) break
    if (placed.has(bond.a)) hang(bond.a, bond.b, bond)
    else hang(bond.b, bond.a, bond)
  }
  for (const member of members) if (!placed.has(member)) hang(first, member, null)
  const branch = (report: ReportId, bond: Bond | null): Branch => ({
    report,
    bond,
    branches: (tied.get(report) ?? []).map(child => branch(child.report, child.bond)),
  })
  return branch(first, null)
}
