import type { ActKind } from './act.js'

/**
 * How hard a line an act takes, from giving way (-3) to threatening (4); null: no stance on the issue itself.
 *
 * An ordering, not a measure: it decides whether a move is called hardened or softened, nothing else.
 */
const hardness: Readonly<Record<ActKind, number | null>> = {
  CONCEDE: -3,
  ACCEPT: -3,
  OFFER: -2,
  SUPPORT: -2,
  PROPOSE: -1,
  DOUBT: 1,
  REQUEST: 1,
  DEMAND: 2,
  REJECT: 3,
  THREATEN: 4,
  CONSULT: null,
  STATE: null,
  ACCUSE: null,
  DENY: null,
}

/** Whether an act takes a stand on its issue: a comment, a contact, a charge or a denial does not displace one. */
export function isStance(act: ActKind): boolean {
  return hardness[act] !== null
}

/** How hard a line the act takes, its red line and its condition counted in. */
export function hardnessOf(step: {
  readonly act: ActKind
  readonly conditional: boolean
  readonly redLine: boolean
}): number {
  const plain = hardness[step.act] ?? 0
  // A condition takes back part of what is given, a red line adds to what is refused.
  return plain + (step.redLine ? 1 : 0) + (step.conditional && plain < 0 ? 0.5 : 0)
}

/** Whether two acts on one issue cannot both be the party's line: one gives or backs what the other refuses. */
export function areOpposed(a: ActKind, b: ActKind): boolean {
  return (giving.has(a) && refusing.has(b)) || (giving.has(b) && refusing.has(a))
}

const giving: ReadonlySet<ActKind> = new Set(['OFFER', 'ACCEPT', 'CONCEDE', 'SUPPORT'])
const refusing: ReadonlySet<ActKind> = new Set(['REJECT', 'THREATEN'])
