import { partyName } from '../../actors/gazetteer.js'
import { resolveActor } from '../../actors/resolve.js'
import { isLarge, isNamedAct, saysUnattributed } from './act-match.js'
import type { Attack, Guarantee, Pattern } from './guarantee-file.js'
import { listOf } from './guarantee-file.js'
import { dayOf, isEveryone, isSame, names, neighbours, protectedBy } from './parties.js'
import { isScattered, type Located, locate, regionsIn } from './regions.js'
import { and, given, not, or, type Truth } from './truth.js'

export interface Condition {
  readonly name:
    | 'in force'
    | 'target'
    | 'act'
    | 'attacker'
    | 'area'
    | 'excluded area'
    | 'threshold'
    | 'sustained'
    | 'attributed'
    | 'unprovoked'
    | 'not void'
  readonly holds: Truth
  /** The words of the guarantee that set it; null: it says nothing of this, which sets no condition. */
  readonly clause: string | null
}

/** Each condition under which a guarantee answers an attack, and whether the attack meets it. */
export function conditions(guarantee: Guarantee, attack: Attack): Condition[] {
  const { trigger, file, beneficiaries } = guarantee
  const clause = (value: string | readonly string[] | undefined) =>
    value === undefined ? null : listOf(value).join('; ')
  const excluded = trigger.exceptArea ?? trigger.excludedArea
  return [
    {
      name: 'in force',
      holds: inForce(guarantee, attack),
      clause: file.year === undefined ? null : `from ${file.year}`,
    },
    { name: 'target', holds: protectedBy(guarantee, attack.target, dayOf(attack)), clause: clause(beneficiaries) },
    {
      name: 'act',
      holds: trigger.acts.length === 0 ? 'unknown' : isNamedAct(trigger.acts, attack.act),
      clause: clause(trigger.acts),
    },
    { name: 'attacker', holds: attackerHolds(guarantee, attack), clause: clause(trigger.attacker) },
    { name: 'area', holds: areaHolds(guarantee, attack), clause: clause(trigger.area) },
    {
      name: 'excluded area',
      holds: excluded === undefined ? 'yes' : not(isInArea(listOf(excluded), attack, 'no')),
      clause: clause(excluded),
    },
    ...thresholds(trigger, attack),
    {
      name: 'not void',
      holds: not(isVoid(guarantee, attack)),
      clause: file.voidIf.length === 0 ? null : file.voidIf.map(describe).join('; '),
    },
  ]
}

/** Who the attacker is, in words that are no name. */
export const isUnknownAttacker = (attack: Attack): boolean =>
  /^(?:unknown|unclear|unidentified|not known|\?|)$/i.test(attack.attacker.trim()) || attack.attributed === false

function inForce({ file }: Guarantee, attack: Attack): Truth {
  const year = Number(/^\d{4}/.exec(attack.date ?? '')?.[0])
  if (!year) return 'yes'
  const last = Number(/\d{4}/.exec(String(file.until ?? ''))?.[0])
  return year < (file.year ?? year) || year > (last || year) ? 'no' : 'yes'
}

function attackerHolds(guarantee: Guarantee, attack: Attack): Truth {
  const { trigger } = guarantee
  const allowed = listOf(trigger.attacker)
  const others = neighbours(guarantee, attack.target)
  const isUnknown = isUnknownAttacker(attack)
  const byName = (texts: readonly string[]): Truth => (isUnknown ? 'unknown' : names(texts, attack.attacker))
  const except = trigger.exceptAttacker === undefined ? 'yes' : not(byName(listOf(trigger.exceptAttacker)))
  const isAny = allowed.length === 0 || allowed.some(text => /^any\b/i.test(text) || isEveryone(text))
  return and([isAny ? 'yes' : byName(allowed), others.length === 0 ? 'yes' : byName(others), except])
}

function areaHolds(guarantee: Guarantee, attack: Attack): Truth {
  const { area } = guarantee.trigger
  const areas = listOf(area)
  if (area === undefined || areas.some(text => /^(?:any|anywhere|all)\b/i.test(text))) return 'yes'
  const named = isInArea(areas, attack, 'unknown')
  return named === 'unknown' ? or(areas.map(text => liesIn(text, guarantee, attack))) : named
}

/** "the territory of a member state": of whoever is protected. */
const ofParties = /\b(?:members?|part(?:y|ies)|signator(?:y|ies)|contracting|ally|allies)\b/i

/** A clause that bounds its area by parts of the world, or by whose territory it is, and a place that is known to lie in a state. */
function liesIn(text: string, guarantee: Guarantee, attack: Attack): Truth {
  const place = placeOf(attack)
  const isOfTerritory = /\b(?:territor(?:y|ies)|soil)\b/i.test(text)
  const bounds = regionsIn(text)
  const isOfEach = bounds.length === 0 && isOfTerritory && ofParties.test(text)
  if (place === null) return isOfEach ? protectedBy(guarantee, attack.target, dayOf(attack)) : 'unknown'
  if (isOfEach && place.state !== null) return protectedBy(guarantee, partyName(place.state), dayOf(attack))
  if (bounds.length === 0) return isOfTerritory && namesAnotherState(text, place.state) ? 'no' : 'unknown'
  const isWithin = (regions: readonly string[]) => regions.some(region => bounds.includes(region))
  if (!isWithin(place.regions)) return isWithin(place.partly) ? 'unknown' : 'no'
  if (!isOfTerritory || place.state === null) return 'yes'
  return protectedBy(guarantee, partyName(place.state), dayOf(attack))
}

/** Where an attack lies: where its area is known to; else in the state that is attacked, where that is all in one part of the world. */
function placeOf({ area, target }: Attack): Located | null {
  if (area === undefined) return null
  const { code, sector } = resolveActor(target)
  const isState = code !== null && sector === null && !isScattered(code)
  return locate(area) ?? (isState ? locate(target) : null)
}

function namesAnotherState(text: string, state: string | null): boolean {
  const { code } = resolveActor(text)
  return code !== null && state !== null && code !== state
}

/** Whether an attack lies in one of some areas; names that differ may still be one within the other: `otherwise`. */
function isInArea(areas: readonly string[], attack: Attack, otherwise: Truth): Truth {
  const { area } = attack
  if (area === undefined) return 'unknown'
  const says = (text: string, name: string) =>
    (regionsIn(text).length === 0 && names([text], name) === 'yes') || text.toLowerCase().includes(name.toLowerCase())
  const held = locate(area)?.state ?? null
  const isElsewhere =
    held !== null && resolveActor(attack.target).code !== null && !isSame(partyName(held), attack.target)
  // "the territory of Ostrel" is where Ostrel is attacked, unless another clause takes a part of it out.
  const isTarget = (text: string) =>
    otherwise === 'unknown' && !isElsewhere && regionsIn(text).length === 0 && names([text], attack.target) === 'yes'
  return areas.some(text => says(text, area) || says(area, text) || isTarget(text)) ? 'yes' : otherwise
}

function thresholds(trigger: Pattern, attack: Attack): Condition[] {
  const found: Condition[] = []
  const add = (name: Condition['name'], holds: Truth, clause: string) => found.push({ name, holds, clause })
  const { threshold } = trigger
  if (threshold !== undefined && !/^any$/i.test(threshold)) {
    const parts = threshold
      .toLowerCase()
      .split(/[-,; ]+/)
      .filter(part => part !== 'and')
    add('threshold', and(parts.map(part => meets(part, attack))), threshold)
  }
  if (trigger.sustained === true) add('sustained', given(attack.sustained), 'sustained')
  if (trigger.attributed === true) add('attributed', isAttributed(attack), 'attributed')
  if (trigger.unprovoked === true) add('unprovoked', not(given(attack.provoked)), 'unprovoked')
  return found
}

function meets(part: string, attack: Attack): Truth {
  if (part === 'significant' || part === 'large' || part === 'major')
    return attack.significant === undefined && isLarge(attack.act) ? 'yes' : given(attack.significant)
  if (part === 'deliberate')
    return attack.deliberate === undefined && isLarge(attack.act) ? 'yes' : given(attack.deliberate)
  if (part === 'sustained') return given(attack.sustained)
  if (part === 'attributed') return isAttributed(attack)
  return 'unknown'
}

function isAttributed(attack: Attack): Truth {
  if (attack.attributed !== undefined) return given(attack.attributed)
  return isUnknownAttacker(attack) || saysUnattributed(attack.act) ? 'no' : 'yes'
}

/** Void by what is said to be the case; of what nobody says, nothing is void. */
function isVoid({ file }: Guarantee, attack: Attack): Truth {
  return or(file.voidIf.map(one => voids(one, attack)))
}

function voids(one: string | Pattern, attack: Attack): Truth {
  if (typeof one === 'string') {
    if (attack.circumstances.some(text => text.trim().toLowerCase() === one.trim().toLowerCase())) return 'yes'
    return attack.circumstances.some(text => isNamedAct([one], text) === 'yes') ? 'unknown' : 'no'
  }
  const by = listOf(one.attacker).filter(text => !/^any$/i.test(text))
  const acts = listOf(one.act ?? one.acts)
  const own: Truth = by.length === 0 || isUnknownAttacker(attack) ? 'no' : names(by, attack.attacker)
  const target = listOf(one.target)
  const asAttack = and([own, isNamedAct(acts, attack.act), target.length === 0 ? 'yes' : names(target, attack.target)])
  const asCircumstance = attack.circumstances.map(
    (text): Truth =>
      isNamedAct(acts, text) !== 'no' && by.some(party => text.toLowerCase().includes(party.toLowerCase()))
        ? 'unknown'
        : 'no',
  )
  return or([asAttack, ...asCircumstance])
}

/** What would void a guarantee, in words. */
export function describe(one: string | Pattern): string {
  if (typeof one === 'string') return one
  const acts = listOf(one.act ?? one.acts).join(' or ')
  const by = listOf(one.attacker).join(' or ')
  const on = listOf(one.target).join(' or ')
  return [acts, by && `by ${by}`, on && `on ${on}`].filter(part => part).join(' ')
}

export const isAttacker = (party: string, attack: Attack): boolean =>
  !isUnknownAttacker(attack) && isSame(party, attack.attacker)
