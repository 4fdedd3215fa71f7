import type { Path } from '../../yaml-file.js'
import type { Agreement } from '../agreement.js'
import { normsOf } from '../agreement.js'
import { moment } from '../sequence/times.js'
import { type Condition, clocks, within } from './condition.js'

/** Something that the schema cannot see is wrong with a field. */
export interface Misreference {
  readonly path: Path
  readonly message: string
}

/** Names that stand for nothing or stand twice, and stretches of time that end before they begin. */
export function misreferences(agreement: Agreement): Misreference[] {
  const parties = new Set(agreement.parties.map(({ id }) => id))
  const provisions = new Set(agreement.provisions.map(({ id }) => id))
  const norms = new Set(normsOf(agreement).map(({ id }) => id))
  const zones = new Set(agreement.zones.map(({ id }) => id))
  const mechanisms = new Set(agreement.mechanisms.map(({ id }) => id))
  const found: Misreference[] = []
  const wrong = (path: Path, message: string) => found.push({ path, message })

  const names = (
    what: string,
    known: ReadonlySet<string>,
    given: string | readonly string[] | undefined,
    path: Path,
  ) => {
    for (const [i, one] of [given ?? []].flat().entries())
      if (!known.has(one))
        wrong(Array.isArray(given) && given.length > 1 ? [...path, i] : path, `there is no ${what} "${one}"`)
  }
  const once = (field: string, all: readonly string[], taken: ReadonlySet<string> = new Set()) => {
    for (const [i, one] of all.entries())
      if (all.indexOf(one) < i || taken.has(one)) wrong([field, i, 'id'], `the id "${one}" stands twice`)
  }
  const conditions = (given: Condition | undefined, path: Path) => {
    for (const one of given ? within(given) : []) {
      if (one.op === 'after') names('norm', norms, one.norm, path)
      if (one.op === 'finding') names('mechanism', mechanisms, one.mechanism, path)
      if (one.op === 'elapsed') names('norm', new Set([...norms, ...clocks]), one.since, path)
    }
  }

  once(
    'parties',
    agreement.parties.map(({ id }) => id),
  )
  once(
    'provisions',
    agreement.provisions.map(({ id }) => id),
  )
  once(
    'norms',
    agreement.norms.map(({ id }) => id),
  )
  once(
    'guarantees',
    agreement.guarantees.map(({ id }) => id),
    new Set(agreement.norms.map(({ id }) => id)),
  )
  once(
    'mechanisms',
    agreement.mechanisms.map(({ id }) => id),
  )
  once(
    'zones',
    agreement.zones.map(({ id }) => id),
  )
  once(
    'attacks',
    agreement.attacks.map(({ id }) => id),
  )
  for (const [i, { memberOf }] of agreement.parties.entries())
    names('party', parties, memberOf, ['parties', i, 'memberOf'])
  for (const [i, one] of agreement.participation.entries())
    names('party', parties, one.party, ['participation', i, 'party'])
  conditions(agreement.entryIntoForce, ['entryIntoForce'])
  for (const [i, { agreedBy, bracketedBy }] of agreement.provisions.entries()) {
    names('party', parties, agreedBy, ['provisions', i, 'agreedBy'])
    names('party', parties, bracketedBy, ['provisions', i, 'bracketedBy'])
    for (const both of agreedBy.filter(one => bracketedBy.includes(one)))
      wrong(['provisions', i, 'bracketedBy'], `"${both}" cannot both agree and keep brackets`)
  }
  for (const field of ['norms', 'guarantees'] as const)
    for (const [i, norm] of agreement[field].entries()) checkNorm(norm, [field, i])
  for (const [i, one] of agreement.sequence.entries()) {
    const steps = new Set([...norms, ...provisions])
    names('norm or provision', steps, one.before, ['sequence', i, 'before'])
    names('norm or provision', steps, one.after, ['sequence', i, 'after'])
    if (one.reading !== 'text') names('party', parties, one.reading, ['sequence', i, 'reading'])
  }
  for (const [i, one] of agreement.mechanisms.entries()) {
    names('party', parties, one.members, ['mechanisms', i, 'members'])
    for (const [k, { zone }] of one.access.entries()) names('zone', zones, zone, ['mechanisms', i, 'access', k, 'zone'])
  }
  for (const [i, one] of agreement.observed.entries()) {
    names('mechanism', mechanisms, one.mechanism, ['observed', i, 'mechanism'])
    names('zone', zones, one.zone, ['observed', i, 'zone'])
    if ((moment(one.to, 0)?.to ?? 0) < (moment(one.from, 0)?.from ?? 0))
      wrong(['observed', i, 'to'], 'it ends before it begins')
  }
  return found

  function checkNorm(norm: ReturnType<typeof normsOf>[number], path: Path) {
    names('provision', provisions, norm.provision, [...path, 'provision'])
    names('party', parties, norm.bearers, [...path, 'bearers'])
    names('party', parties, norm.towards, [...path, 'towards'])
    names('zone', zones, norm.zone, [...path, 'zone'])
    names('norm', norms, norm.onViolation, [...path, 'onViolation'])
    names('mechanism', mechanisms, norm.verifiedBy, [...path, 'verifiedBy'])
    conditions(norm.trigger, [...path, 'trigger'])
    conditions(norm.due, [...path, 'due'])
    conditions(norm.sunset, [...path, 'sunset'])
    for (const [k, one] of norm.exceptions.entries()) conditions(one, [...path, 'exceptions', k])
    if (norm.onViolation.includes(norm.id)) wrong([...path, 'onViolation'], 'a norm cannot answer its own violation')
    if (norm.mode === 'periodic' && norm.every === undefined) wrong([...path, 'mode'], 'a periodic norm needs `every`')
    const isByTrigger = within(norm.trigger).some(one => one.op === 'elapsed' && one.since === 'trigger')
    if (isByTrigger) wrong([...path, 'trigger'], 'a trigger cannot count from itself')
  }
}
