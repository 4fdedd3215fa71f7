import acts from './acts.json' with { type: 'json' }
import { or, type Truth } from './truth.js'

interface Kind {
  readonly id: string
  readonly terms: readonly string[]
  readonly is: readonly string[]
  readonly disputed: readonly string[]
}

/**
 * Whether an attack is an act that a clause names.
 *
 * A clause that names a weapon ("with nuclear weapons") is met by an attack with that weapon only. What some hold to be
 * an armed attack and others do not, and what neither side of the comparison is known to be, is unknown.
 */
export function isNamedAct(clause: readonly string[], attack: string): Truth {
  return or(clause.map(text => matches(text, attack)))
}

function matches(clause: string, attack: string): Truth {
  if (/^any( act)?$/i.test(clause.trim()) || clause.trim().toLowerCase() === attack.trim().toLowerCase()) return 'yes'
  const weapon = acts.weapons.find(({ terms }) => holds(clause, terms))
  if (weapon && !holds(attack, weapon.terms)) return kindsOf(attack).length > 0 ? 'no' : 'unknown'
  const named = new Set(kindsOf(clause).map(({ id }) => id))
  const done = kindsOf(attack)
  if (named.size === 0 || done.length === 0) return 'unknown'
  return or(
    done.map(({ id, is, disputed }) =>
      [id, ...is].some(one => named.has(one)) ? 'yes' : disputed.some(one => named.has(one)) ? 'unknown' : 'no',
    ),
  )
}

/** The kinds that a text names; a longer term takes the words of a shorter one: a border incident is no "incident" beside it. */
export function kindsOf(text: string): Kind[] {
  const found = acts.kinds.flatMap(kind => kind.terms.filter(term => holds(text, [term])).map(term => ({ kind, term })))
  const kept = found.filter(({ term }) => !found.some(other => other.term !== term && other.term.includes(term)))
  return [...new Set(kept.map(({ kind }) => kind))]
}

/** Whether a text holds one of some terms, at the beginning of a word: "missile" is in "missiles". */
export function holds(text: string, terms: readonly string[]): boolean {
  const low = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')}`
  return terms.some(term => low.includes(` ${term}`))
}

/** Whether an attack is of a kind that is never small. */
export const isLarge = (attack: string): boolean => kindsOf(attack).some(({ id }) => acts.large.includes(id))

export const saysUnattributed = (attack: string): boolean => holds(attack, acts.unattributed)
