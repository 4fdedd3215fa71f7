import { type Agreement, nameOf, normsOf } from '../agreement.js'
import type { Compliance } from '../compliance.js'
import type { Condition, NormState } from './condition.js'
import { modeOf, type NormFile } from './norm.js'
import type { EventPattern } from './terms.js'

/** What `sequence` reads, made from an agreement: its norms as steps, its triggers and precedences as waits. */
export function sequenceCaseOf(agreement: Agreement, known?: Compliance): object {
  const norms = normsOf(agreement).filter(({ modality }) => modality !== 'permission' && modality !== 'power')
  const ids = new Set(norms.map(({ id }) => id))
  const provisions = agreement.provisions.filter(
    ({ id }) => !ids.has(id) && agreement.sequence.some(({ before, after }) => before === id || after === id),
  )
  const states = new Map(known?.norms.map(({ norm, state }) => [norm, state]))
  return {
    title: agreement.title,
    signed: agreement.signed,
    nodes: [
      ...norms.map(norm => ({
        id: norm.id,
        label: labelOf(norm),
        kind: modeOf(norm),
        earliest: timeText(norm.trigger, agreement),
        due: norm.due && timeText(norm.due, agreement, norm.trigger),
      })),
      ...provisions.map(({ id, heading, text }) => ({ id, label: heading ?? text })),
    ],
    edges: [
      ...norms.flatMap(({ id, trigger }) =>
        trigger.op === 'after' && ids.has(trigger.norm) && trigger.norm !== id && awaited.includes(trigger.state)
          ? [
              {
                from: trigger.norm,
                to: id,
                reading: 'text',
                kind: trigger.state === 'active' ? 'start-start' : 'finish-start',
              },
            ]
          : [],
      ),
      ...agreement.sequence.map(({ before, after, sources, reading, ...rest }) => ({
        ...rest,
        from: before,
        to: after,
        reading: reading === 'text' ? 'text' : nameOf(agreement, reading),
        source: sources[0]?.quote,
      })),
    ],
    outcomes: norms.flatMap(({ id }) => {
      const result = outcomeOf[states.get(id) ?? 'pending']
      const isKept = states.get(id) === 'active' && modeOf(norms.find(one => one.id === id)!) === 'maintain'
      return isKept ? [{ check: id, result: 'in force' }] : result ? [{ check: id, result }] : []
    }),
  }
}

const awaited: readonly NormState[] = ['fulfilled', 'active']

const outcomeOf: Partial<Record<NormState, string>> = {
  fulfilled: 'fulfilled',
  remedied: 'fulfilled',
  overdue: 'overdue',
  violated: 'violated',
  disputed: 'disputed',
  suspended: 'suspended',
  terminated: 'terminated',
}

const labelOf = ({ modality, act, object, bearers }: Pick<NormFile, 'modality' | 'act' | 'object' | 'bearers'>) =>
  `${modality === 'prohibition' ? 'no ' : ''}${act}${object ? ` of ${object}` : ''} (${bearers.join(', ')})`

/** A condition as a time by distance; undefined where it is more than that. */
function timeText(given: Condition, agreement: Agreement, trigger?: Condition): string | undefined {
  if (given.op === 'date') return given.at
  if (given.op !== 'elapsed') return undefined
  const entry = agreement.entryIntoForce
  if (given.since === 'signed') return agreement.signed && `signed+${given.duration}`
  if (given.since === 'entry') {
    if (entry?.op === 'date') return `${entry.at}+${given.duration}`
    return entry === undefined && agreement.signed ? `signed+${given.duration}` : undefined
  }
  if (given.since !== 'trigger') return `${given.since}+${given.duration}`
  if (trigger?.op === 'after' && trigger.state === 'fulfilled') return `${trigger.norm}+${given.duration}`
  return trigger?.op === 'date' ? `${trigger.at}+${given.duration}` : undefined
}

/** What `coverage` reads, made from an agreement: its guarantees with the names of their parties, and its attacks. */
export function coverageCaseOf(agreement: Agreement): object {
  const name = (party: string) => nameOf(agreement, party)
  const pattern = (given: EventPattern) => ({
    ...given,
    ...(given.attacker && { attacker: given.attacker.map(name) }),
    ...(given.target && { target: given.target.map(name) }),
  })
  return {
    guarantees: agreement.guarantees.map(one => ({
      id: one.id,
      year: agreement.signed === undefined ? undefined : Number(agreement.signed.slice(0, 4)),
      bearers: one.bearers.map(name),
      towards: one.towards.map(name),
      casusFoederis: pattern(one.casusFoederis),
      decision: one.decision,
      consultation: one.consultation,
      consultWithin: one.consultWithin,
      obligation: one.obligation ?? agreement.provisions.find(({ id }) => id === one.provision)?.text,
      responses: one.responses,
      discretion: one.discretion,
      voidIf: one.voidIf.map(what => (typeof what === 'string' ? what : pattern(what))),
      reciprocal: one.reciprocal,
      binding: one.binding,
    })),
    attacks: agreement.attacks.map(one => ({ ...one, attacker: name(one.attacker), target: name(one.target) })),
  }
}
