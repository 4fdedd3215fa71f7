import { z } from 'zod'
import { civil, moment } from '../sequence/times.js'

export const verifications = ['refuted', 'alleged', 'reported', 'observed', 'corroborated', 'verified'] as const
/** How far a thing is established: `alleged` by one side, `reported` by others, `observed` by a monitor, and so on. */
export type Verification = (typeof verifications)[number]

export const sayings = [
  'fulfilled',
  'not-fulfilled',
  'breached',
  'remedied',
  'suspended',
  'resumed',
  'terminated',
] as const
/** What an entry says of a norm itself, where it is more than something that happened. */
export type Saying = (typeof sayings)[number]

export const exemptions = ['notified-live-fire', 'self-defence-claimed', 'accident'] as const

/**
 * One line of the log: something that happened, and when it became known.
 *
 * The log is only ever added to: an entry with an id that stood before corrects it from the day on which it became known,
 * and what was known before then stays answerable.
 */
export interface LogEntry {
  readonly id: string
  /** First and last minute in which it may have happened, in the civil time of the agreement. */
  readonly from: number
  readonly to: number
  /** First minute of the day, or the minute, from which it was known. */
  readonly known: number
  readonly act: string
  /** Who did it, beyond doubt: all of them. */
  readonly by: readonly string[]
  /** Otherwise, how likely each is to have done it; what is missing to 1 is unknown. */
  readonly attribution: Readonly<Record<string, number>>
  readonly target: string | null
  readonly place: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly verification: Verification
  readonly exempt: (typeof exemptions)[number] | null
  /** The norm, or the agreement, that it says something of. */
  readonly norm: string | null
  readonly says: Saying | null
  /** The mechanism whose finding it is. */
  readonly foundBy: string | null
  readonly duplicateOf: string | null
  /** How many sources carry it; null: not said. */
  readonly sources: number | null
  /** The kind of source that carries it ("monitor", "memorial book"); null: not said. */
  readonly reportedBy: string | null
  /** By how many kilometres its latitude and longitude may be off; null: not said. */
  readonly within: number | null
  /** What a reader sees of it. */
  readonly text: string
}

const day = z.string().refine(text => moment(text, 0) !== null, 'expected a date or an instant: 2025-04-15')
const names = z.union([z.string(), z.array(z.string())]).transform(given => [given].flat())

/** An entry as a file holds it; what may be left out has a default that claims nothing. */
export const entrySchema = z.object({
  id: z.string().min(1).max(200),
  from: day,
  to: day.optional(),
  known: day.optional().describe('the last day of the thing where left out'),
  act: z.string().min(1).max(500),
  by: names.default([]),
  attribution: z
    .record(z.string().max(200), z.number().min(0).max(1))
    .default({})
    .refine(given => sum(given) <= 1.000_001, 'the shares come to more than 1'),
  target: z.string().max(500).nullable().default(null),
  place: z.string().max(500).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  verification: z.enum(verifications).default('reported'),
  exempt: z.enum(exemptions).nullable().default(null),
  norm: z.string().max(200).nullable().default(null),
  says: z.enum(sayings).nullable().default(null),
  foundBy: z.string().max(200).nullable().default(null),
  duplicateOf: z.string().max(200).nullable().default(null),
  sources: z.int().min(0).nullable().default(null),
  reportedBy: z.string().max(500).nullable().default(null),
  within: z.number().min(0).nullable().default(null),
  text: z.string().max(20_000).default(''),
})

/** What a file holds made an entry; or why it cannot be one. */
export function entryOf(given: unknown): { entry: LogEntry } | { reason: string } {
  const parsed = entrySchema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { reason: `${issue?.path.join('.') || 'the row'}: ${issue?.message}` }
  }
  const { from, to, known, ...rest } = parsed.data
  const start = moment(from, 0) as { from: number; to: number }
  const end = moment(to ?? from, 0) as { from: number; to: number }
  if (end.to < start.from) return { reason: 'to: it ends before it begins' }
  const { unknown: _, ...attribution } = rest.attribution
  const heard = known === undefined ? Math.max(end.from, start.from) : (moment(known, 0) as { from: number }).from
  // Written out, so that all entries are of one shape: a hundred thousand of them are then read several times as fast.
  return {
    entry: {
      id: rest.id,
      from: start.from,
      to: end.to,
      known: heard,
      act: rest.act,
      by: rest.by,
      attribution,
      target: rest.target,
      place: rest.place,
      lat: rest.lat,
      lon: rest.lon,
      verification: rest.verification,
      exempt: rest.exempt,
      norm: rest.norm,
      says: rest.says,
      foundBy: rest.foundBy,
      duplicateOf: rest.duplicateOf,
      sources: rest.sources,
      reportedBy: rest.reportedBy,
      within: rest.within,
      text: rest.text,
    },
  }
}

/**
 * What was known at the end of a minute: of each id the version that became known last, in the order in which things
 * happened. The order of arrival makes no difference.
 */
export function knownBy(log: readonly LogEntry[], minute: number): LogEntry[] {
  const latest = new Map<string, LogEntry>()
  for (const entry of log) {
    if (entry.known > minute) continue
    const before = latest.get(entry.id)
    if (!before || isLater(entry, before)) latest.set(entry.id, entry)
  }
  return [...latest.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1))
}

/** Of two versions known on the same day neither is later by itself: their words decide, so that the order cannot. */
function isLater(entry: LogEntry, before: LogEntry): boolean {
  if (entry.known !== before.known) return entry.known > before.known
  return JSON.stringify(entry) > JSON.stringify(before)
}

/** The days on which something became known, in order. */
export function daysKnown(log: readonly LogEntry[]): string[] {
  const minutes = new Set(log.map(({ known }) => known))
  return [...new Set([...minutes].map(dayOf))].sort()
}

/** The day of a minute. */
export const dayOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 10)

/** A minute as a reader sees it: the day, with the hour unless it begins or ends one. */
export const showMinute = (minute: number): string => (Number.isFinite(minute) ? civil(minute) : 'ever')

const sum = (given: Readonly<Record<string, number>>): number =>
  Object.values(given).reduce((total, one) => total + one, 0)
