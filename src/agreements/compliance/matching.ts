import type { NormFile } from '../agreement/norm.js'
import type { EventPattern } from '../agreement/terms.js'
import type { Agreement } from '../agreement.js'
import { isNamedAct, kindsOf } from '../coverage/act-match.js'
import { and, not, type Truth } from '../coverage/truth.js'
import type { LogEntry } from './log.js'
import rules from './rules.json' with { type: 'json' }

/** Holds entries of the log against patterns, parties and zones of one agreement; answers are kept, names come often. */
export class Matching {
  readonly #agreement: Agreement
  readonly #parties = new Map<string, string | null>()
  readonly #acts = new WeakMap<readonly string[], Map<string, Truth>>()
  readonly #named = new Map<string, readonly string[]>()
  /** The share of an attribution from which it names a party. */
  readonly threshold: number

  constructor(agreement: Agreement) {
    this.#agreement = agreement
    const own = agreement.mechanisms.flatMap(({ confidenceThreshold }) => confidenceThreshold.attribution ?? [])
    this.threshold = Math.max(0.5 + 1e-9, own.length > 0 ? Math.max(...own) : rules.attribution)
  }

  /** The party that a name means; null: none of the agreement's. */
  party(name: string): string | null {
    const known = this.#parties.get(name)
    if (known !== undefined) return known
    const low = name.trim().toLowerCase()
    const found = this.#agreement.parties.find(({ id, name: own, aliases }) =>
      [id, own, ...aliases].some(one => one.toLowerCase() === low),
    )
    this.#parties.set(name, found?.id ?? null)
    return found?.id ?? null
  }

  /** How likely one of some parties, or of their members, did it. */
  share(entry: LogEntry, parties: readonly string[]): number {
    const isOne = (name: string) => {
      const party = this.party(name)
      return party !== null && this.#isIn(party, parties)
    }
    if (entry.by.length > 0) return entry.by.some(isOne) ? 1 : 0
    let total = 0
    for (const name in entry.attribution) if (isOne(name)) total += entry.attribution[name] ?? 0
    return total
  }

  /** What nobody is named for. */
  unknown(entry: LogEntry): number {
    if (entry.by.length > 0) return 0
    return Math.max(0, 1 - Object.values(entry.attribution).reduce((total, one) => total + one, 0))
  }

  /** Whether the parties did it: named by enough of the attribution, or not to be ruled out. */
  isBy(entry: LogEntry, parties: readonly string[]): Truth {
    const own = this.share(entry, parties)
    if (own >= this.threshold) return 'yes'
    return own + this.unknown(entry) >= this.threshold ? 'unknown' : 'no'
  }

  /** An act of no kind that Parley knows is named by its own words alone. */
  isAct(named: readonly string[], act: string): Truth {
    const answers = this.#acts.get(named) ?? new Map<string, Truth>()
    const known = answers.get(act)
    if (known !== undefined) return known
    const isSame = named.some(one => one.trim().toLowerCase() === act.trim().toLowerCase())
    const isKnown = kindsOf(act).length > 0 && named.some(one => kindsOf(one).length > 0)
    const answer = isSame ? 'yes' : isKnown ? isNamedAct(named, act) : 'no'
    this.#acts.set(named, answers.set(act, answer))
    return answer
  }

  /** "use of force; shelling": the acts that a norm names; the same list each time. */
  actsOf({ act }: Pick<NormFile, 'act'>): readonly string[] {
    const known = this.#named.get(act)
    if (known) return known
    const parts = act.split(/[;,]| or /).map(one => one.trim())
    const named = parts.filter(one => one !== '')
    this.#named.set(act, named)
    return named
  }

  /** Who was hit is often not said; a target that is named must be one of them. */
  isAgainst(entry: LogEntry, parties: readonly string[]): Truth {
    if (parties.length === 0 || entry.target === null || /^(?:any|unknown)$/i.test(parties[0] ?? '')) return 'yes'
    const target = this.party(entry.target)
    return target !== null &&
      this.#isIn(
        target,
        parties.map(one => this.party(one) ?? one),
      )
      ? 'yes'
      : 'no'
  }

  isInZone(entry: LogEntry, zoneId: string | undefined): Truth {
    if (zoneId === undefined) return 'yes'
    const zone = this.#agreement.zones.find(({ id }) => id === zoneId)
    if (!zone) return 'unknown'
    const names = [zone.id, zone.name ?? '', ...zone.places].map(one => one.toLowerCase())
    if (entry.place !== null && names.includes(entry.place.trim().toLowerCase())) return 'yes'
    if (zone.box && entry.lat !== null && entry.lon !== null) {
      const [west, south, east, north] = zone.box
      const { lat, lon } = entry
      const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east
      return isBetween && lat >= south && lat <= north ? 'yes' : 'no'
    }
    return entry.place !== null && zone.places.length > 0 ? 'no' : 'unknown'
  }

  /** Whether an entry is what a pattern speaks of. */
  isEvent(entry: LogEntry, pattern: EventPattern): Truth {
    const act = this.isAct(pattern.acts, entry.act)
    if (act === 'no' || entry.verification === 'refuted' || entry.duplicateOf !== null) return 'no'
    const by = (pattern.attacker ?? []).filter(one => !/^any\b/i.test(one)).map(one => this.party(one) ?? one)
    const open = pattern.threshold !== undefined && pattern.threshold !== 'any'
    return and([
      act,
      by.length === 0 ? 'yes' : this.isBy(entry, by),
      this.isAgainst(entry, pattern.target ?? []),
      this.#isIn_(entry, pattern.area),
      pattern.exceptArea === undefined ? 'yes' : not(this.#isIn_(entry, pattern.exceptArea)),
      entry.verification === 'alleged' ? 'unknown' : 'yes',
      open || pattern.sustained || pattern.unprovoked ? 'unknown' : 'yes',
      pattern.attributed ? (this.unknown(entry) <= 1 - this.threshold ? 'yes' : 'no') : 'yes',
    ])
  }

  #isIn_(entry: LogEntry, areas: readonly string[] | undefined): Truth {
    if (areas === undefined) return 'yes'
    const known = areas.filter(one => this.#agreement.zones.some(({ id }) => id === one))
    const inZones = known.map(one => this.isInZone(entry, one))
    if (inZones.includes('yes')) return 'yes'
    if (entry.place === null) return known.length === areas.length && !inZones.includes('unknown') ? 'no' : 'unknown'
    const place = entry.place.trim().toLowerCase()
    return areas.some(one => one.trim().toLowerCase() === place) ? 'yes' : 'no'
  }

  #isIn(party: string, parties: readonly string[]): boolean {
    if (parties.includes(party)) return true
    const memberOf = this.#agreement.parties.find(({ id }) => id === party)?.memberOf ?? []
    return memberOf.some(one => parties.includes(one))
  }
}
