import { z } from 'zod'
import { Fault } from '../../fault.js'
import type { Conflict } from './conflict.js'
import { feasibleStates, type OptionForm } from './option-form.js'
import { rankByStatements } from './preference-statements.js'

const stateNumber = z.number().int().min(1)
const optionIndex = z.number().int().min(0)

/** A conflict as its JSON holds it: states numbered from 1, options from 0. */
export const conflictSchema = z.object({
  name: z.string(),
  decisionMakers: z
    .array(z.union([z.string(), z.object({ name: z.string(), options: z.array(optionIndex).default([]) })]))
    .min(1)
    .max(12),
  options: z
    .array(
      z.union([
        z.string(),
        z.object({ name: z.string(), direction: z.enum(['both', 'fwd', 'back', 'none']).default('both') }),
      ]),
    )
    .max(20)
    .default([]),
  /** Combinations that cannot be: every one named by its options and Y or N. */
  infeasible: z.array(z.array(z.tuple([optionIndex, z.enum(['Y', 'N'])]))).default([]),
  states: z
    .array(z.union([z.string(), z.object({ id: z.number().optional(), bits: z.string() })]))
    .max(4096)
    .default([]),
  /** [decision maker][state]: where it can move in one step. Left out: from the options. */
  reach: z.array(z.array(z.array(stateNumber))).optional(),
  /** [decision maker]: states from most to least preferred; equally preferred ones in an inner list. States left out come last, all alike. */
  ranking: z.array(z.array(z.union([stateNumber, z.array(stateNumber)]))).optional(),
  /** [decision maker]: statements on options, the most important first; instead of a ranking. */
  statements: z.array(z.array(z.string().max(500)).max(40)).optional(),
  /** The state that holds now, by its number. */
  statusQuo: stateNumber.optional(),
})

export type ConflictFile = z.infer<typeof conflictSchema>

/**
 * Reads a conflict.
 *
 * @throws Fault naming the field that is wrong
 */
export function conflictOf(value: unknown): Conflict {
  const parsed = conflictSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault(`Field \`${issue?.path.join('.')}\`: ${issue?.message}.`)
  }
  const file = parsed.data
  const form = optionForm(file)
  const states = statesOf(file, form)
  const count = file.decisionMakers.length
  const moves = file.reach ? reachOf(file, states.length, count) : movesByOptions(form, states)
  return {
    name: file.name,
    decisionMakers: form.decisionMakers.map(dm => dm.name),
    states,
    moves,
    rank: file.ranking ? ranksOf(file, states.length, count) : rankByStatementsOf(file, states, count),
  }
}

function optionForm(file: ConflictFile): OptionForm {
  return {
    decisionMakers: file.decisionMakers.map(dm => (typeof dm === 'string' ? { name: dm, options: [] } : dm)),
    options: file.options.map(option => (typeof option === 'string' ? { name: option, direction: 'both' } : option)),
    infeasible: file.infeasible,
  }
}

function statesOf(file: ConflictFile, form: OptionForm): string[] {
  const given = file.states.map(state => (typeof state === 'string' ? state : state.bits))
  if (given.length > 0) return given
  if (form.options.length > 0) return feasibleStates(form).map(state => state.bits)
  throw new Fault('Field `states`: expected the states, or the options that make them.')
}

function movesByOptions(form: OptionForm, states: readonly string[]): number[][][] {
  const number = new Map(states.map((bits, i) => [bits, i]))
  return form.decisionMakers.map(({ options }) =>
    states.map(from =>
      states
        .filter(
          to =>
            to !== from && [...to].every((bit, o) => bit === from[o] || (options.includes(o) && mayTurn(form, o, bit))),
        )
        .map(to => number.get(to) as number),
    ),
  )
}

function mayTurn(form: OptionForm, option: number, to: string): boolean {
  const direction = form.options[option]?.direction ?? 'both'
  return direction === 'both' || (direction === 'fwd' && to === 'Y') || (direction === 'back' && to === 'N')
}

function reachOf(file: ConflictFile, states: number, count: number): number[][][] {
  const reach = file.reach ?? []
  if (reach.length !== count) throw new Fault(`Field \`reach\`: expected ${count} lists, one a decision maker.`)
  return reach.map((of, dm) => {
    if (of.length !== states) throw new Fault(`Field \`reach[${dm + 1}]\`: expected ${states} lists, one a state.`)
    return of.map((to, from) =>
      [...new Set(to)].map(number => index(number, states, `reach[${dm + 1}][${from + 1}]`)).sort((a, b) => a - b),
    )
  })
}

function ranksOf(file: ConflictFile, states: number, count: number): number[][] {
  const ranking = file.ranking ?? []
  if (ranking.length !== count) throw new Fault(`Field \`ranking\`: expected ${count} lists, one a decision maker.`)
  return ranking.map((of, dm) => {
    const field = `ranking[${dm + 1}]`
    const rank = new Array<number>(states).fill(-1)
    of.forEach((tied, place) => {
      for (const number of [tied].flat()) {
        const state = index(number, states, field)
        if (rank[state] !== -1) throw new Fault(`Field \`${field}\`: state ${number} stands twice.`)
        rank[state] = place
      }
    })
    return rank.map(place => (place === -1 ? of.length : place))
  })
}

function rankByStatementsOf(file: ConflictFile, states: readonly string[], count: number): number[][] {
  if (file.statements?.length !== count) {
    throw new Fault(`Field \`ranking\`: expected ${count} rankings of states, or \`statements\` instead.`)
  }
  return file.statements.map(statements => rankByStatements(statements, states))
}

function index(number: number, states: number, field: string): number {
  if (number > states) throw new Fault(`Field \`${field}\`: there is no state ${number}; the last is ${states}.`)
  return number - 1
}
