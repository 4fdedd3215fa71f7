import { type Condition, conditions, describe, isAttacker, isUnknownAttacker } from './coverage/conditions.js'
import { type Attack, coverageFile, type Guarantee } from './coverage/guarantee-file.js'
import { boundFor, dayOf, isEveryone, names, protectedBy } from './coverage/parties.js'
import { and, given, or, type Truth } from './coverage/truth.js'

/** `must act`: bound to help. `may act`: bound, but each decides whether or how. `unclear`: the clause or the attack leaves it open. */
export type Answer = 'must act' | 'may act' | 'consults' | 'nobody is bound' | 'unclear'

/** What a guarantee says of an attack. */
export interface Cell {
  readonly guarantee: string
  readonly attack: string
  readonly answer: Answer
  readonly duties: readonly Duty[]
  /** The words of the guarantee that decide the answer; null: it has none on it, which is why it is unclear. */
  readonly clause: string | null
  /** Each condition with what the attack makes of it: the first that fails or is unknown decides. */
  readonly conditions: readonly Condition[]
  readonly collisions: readonly Collision[]
  /** What would void the guarantee. */
  readonly wouldVoid: readonly string[]
}

export interface Duty {
  readonly party: string
  readonly duty: string
  /** ISO 8601 duration or words; null: no time is set. */
  readonly within: string | null
  readonly discretion: 'full' | 'bounded' | 'none' | 'not said'
  readonly decision: string | null
  readonly binding: string | null
}

export interface Collision {
  readonly party: string
  /** `guarantor-attacks`: it breaks its own word; `bound-to-both`: it has given its word to the attacker too, by `with`. */
  readonly kind: 'guarantor-attacks' | 'bound-to-both'
  readonly with: string
  /** Whether it is plain, or depends on what is not known. */
  readonly holds: 'yes' | 'unknown'
}

export interface Coverage {
  readonly cells: readonly Cell[]
  /** Attacks that no guarantee plainly answers: `open` ones have an unclear cell. */
  readonly uncovered: readonly { readonly attack: string; readonly open: boolean }[]
}

/**
 * Which guarantee answers which attack: who must do what, at whose discretion, and what leaves it open.
 *
 * Three-valued throughout: a condition that the attack does not meet settles the cell, whatever is unknown beside it; one
 * that is unknown makes it unclear. O(guarantees² · attacks).
 *
 * @param value guarantees and attacks: `coverageSchema` says what they may hold
 * @throws Fault naming the field that cannot be read
 */
export function coverage(value: unknown): Coverage {
  const { guarantees, attacks } = coverageFile(value)
  const cells = guarantees.flatMap(guarantee => attacks.map(attack => cell(guarantee, attack, guarantees)))
  const uncovered = attacks.flatMap(({ id }) => {
    const answers = cells.filter(({ attack }) => attack === id).map(({ answer }) => answer)
    const isAnswered = answers.includes('must act') || answers.includes('may act')
    return isAnswered ? [] : [{ attack: id, open: answers.includes('unclear') }]
  })
  return { cells, uncovered }
}

function cell(guarantee: Guarantee, attack: Attack, all: readonly Guarantee[]): Cell {
  const { file } = guarantee
  const own = conditions(guarantee, attack)
  const met = and(own.map(({ holds }) => holds))
  const { answer, clause } = answerTo(guarantee, attack, own, met)
  return {
    guarantee: guarantee.id,
    attack: attack.id,
    answer,
    // Where the case for help is not met, what is open is only whether they are to consult.
    duties: answer === 'nobody is bound' ? [] : duties(guarantee, attack, answer === 'consults' || met === 'no'),
    clause,
    conditions: own,
    collisions: answer === 'nobody is bound' ? [] : collisions(guarantee, attack, all),
    wouldVoid: file.voidIf.map(describe),
  }
}

function answerTo({ file, ...guarantee }: Guarantee, attack: Attack, own: readonly Condition[], met: Truth) {
  if (met === 'yes') return { answer: answerWhenMet(file, attack), clause: file.obligation ?? file.decision ?? null }
  const deciding = own.find(({ holds }) => holds === met)
  const consults = consultation({ file, ...guarantee }, attack, own)
  if (met === 'no' && consults === 'yes')
    return { answer: 'consults' as const, clause: file.gap ?? file.consultation ?? null }
  const isOpen = met === 'unknown' || consults === 'unknown'
  const clause = met === 'no' && isOpen ? (file.consultation ?? null) : (deciding?.clause ?? null)
  return { answer: isOpen ? ('unclear' as const) : ('nobody is bound' as const), clause }
}

function answerWhenMet(file: Guarantee['file'], attack: Attack): Answer {
  const responses = file.responses ?? []
  if (responses.length > 0 && responses.every(response => response === 'consult')) return 'consults'
  const decision = file.decision ?? ''
  if (file.automatic === true || /^automatic/i.test(decision))
    return discretionOf(file) === 'full' ? 'may act' : 'must act'
  if (/external|finding|council finds/i.test(decision)) {
    const found = or([given(attack.found), /flagrant/i.test(decision) ? given(attack.flagrant) : 'no'])
    return found === 'yes' ? 'must act' : found === 'no' ? 'nobody is bound' : 'unclear'
  }
  if (discretionOf(file) === 'none') return 'must act'
  if (/individual|majority|unanim|each|consensus/i.test(decision) || discretionOf(file) === 'full') return 'may act'
  return file.automatic === false ? 'may act' : 'unclear'
}

function discretionOf(file: Guarantee['file']): Duty['discretion'] {
  const said = file.discretion?.toLowerCase() ?? ''
  if (said === 'full' || said === 'bounded' || said === 'none') return said
  return /deems? (?:it )?(?:necessary|fit|appropriate)|may |as (?:it|they) (?:sees?|judges?)/i.test(
    file.obligation ?? '',
  )
    ? 'full'
    : 'not said'
}

/** Whether the guarantors are to consult though the case for help is not met; only over an attack on one they protect. */
function consultation(guarantee: Guarantee, attack: Attack, own: readonly Condition[]): Truth {
  const { file } = guarantee
  const text = file.consultation ?? (file.consultWithin || file.responses?.includes('consult') ? 'consult' : undefined)
  if (text === undefined) return 'no'
  const holds = (name: Condition['name']) => own.find(one => one.name === name)?.holds ?? 'yes'
  const base = [holds('target'), holds('in force'), holds('not void')]
  // A question about the commitments arises where one that gave them is said to break them.
  const isOnCommitments = /commitment|obligation/i.test(text)
  if (!isOnCommitments) return and(base)
  const isGuarantor: Truth = isUnknownAttacker(attack)
    ? 'unknown'
    : names(
        guarantee.guarantors.filter(name => !isEveryone(name)),
        attack.attacker,
      )
  return and([...base, isGuarantor])
}

function duties(guarantee: Guarantee, attack: Attack, isToConsult: boolean): Duty[] {
  const { file } = guarantee
  const consult = file.consultation ?? 'consult'
  const help = file.obligation ?? file.responses?.join(', ') ?? 'help'
  return boundFor(guarantee, attack.target, dayOf(attack))
    .filter(party => !isAttacker(party, attack))
    .map(party => ({
      party,
      duty: isToConsult ? consult : help,
      within: file.consultWithin ?? null,
      discretion: discretionOf(file),
      decision: file.decision ?? null,
      binding: file.binding ?? null,
    }))
}

/** Guarantors that attack, and those that are bound to the attacker as well as to its target. */
function collisions(guarantee: Guarantee, attack: Attack, all: readonly Guarantee[]): Collision[] {
  if (isUnknownAttacker(attack)) return []
  const bound = boundFor(guarantee, attack.target, dayOf(attack))
  const attacking = bound
    .filter(party => isAttacker(party, attack))
    .map((party): Collision => ({ party, kind: 'guarantor-attacks', with: guarantee.id, holds: 'yes' }))
  const torn = bound
    .filter(party => !isAttacker(party, attack) && !isEveryone(party))
    .flatMap(party =>
      all.flatMap((other): Collision[] => {
        const isBound = boundFor(other, attack.attacker, dayOf(attack)).some(one => names([one], party) === 'yes')
        const holds = isBound ? protectedBy(other, attack.attacker, dayOf(attack)) : 'no'
        return holds === 'no' ? [] : [{ party, kind: 'bound-to-both', with: other.id, holds }]
      }),
    )
  return [...attacking, ...torn]
}
