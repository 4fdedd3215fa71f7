import { Fault } from '../../fault.js'

/**
 * Ranks states by prioritised statements (Fang, Hipel, Kilgour and Peng 2003): the first statement that tells two states
 * apart decides; states that satisfy the same statements are equally preferred.
 *
 * A statement speaks of options by number, from 1: `3`, `-1` (not taken), `2 & -4`, `1 | 2`, `3 if 1`, `3 iff 1`, brackets.
 *
 * @param states Y or N an option
 * @returns [state]: 0 for the most preferred
 * @throws Fault when a statement cannot be read
 */
export function rankByStatements(statements: readonly string[], states: readonly string[]): number[] {
  const holds = statements.map(statement => parse(statement))
  const keys = states.map(state => holds.map(test => (test(state) ? '0' : '1')).join(''))
  const different = [...new Set(keys)].sort()
  return keys.map(key => different.indexOf(key))
}

type Test = (state: string) => boolean

function parse(statement: string): Test {
  const tokens = statement.match(/\d{1,3}|iff|if|[-&|()]|\S/gi) ?? []
  let at = 0
  const fail = (): never => {
    throw new Fault(`The statement "${statement}" cannot be read at "${tokens[at] ?? 'its end'}".`, {
      mend: 'Write option numbers with -, &, |, if, iff and brackets: "-1 & (2 | 3) if 4".',
    })
  }
  const next = (token: string): boolean => {
    if (tokens[at]?.toLowerCase() !== token) return false
    at++
    return true
  }
  const conditional = (depth: number): Test => {
    const left = either(depth)
    if (next('iff')) {
      const right = either(depth)
      return state => left(state) === right(state)
    }
    if (next('if')) {
      const right = either(depth)
      return state => !right(state) || left(state)
    }
    return left
  }
  const either = (depth: number): Test => {
    const parts = [both(depth)]
    while (next('|')) parts.push(both(depth))
    return state => parts.some(part => part(state))
  }
  const both = (depth: number): Test => {
    const parts = [single(depth)]
    while (next('&')) parts.push(single(depth))
    return state => parts.every(part => part(state))
  }
  const single = (depth: number): Test => {
    if (depth > 50) return fail()
    if (next('-')) {
      const part = single(depth + 1)
      return state => !part(state)
    }
    if (next('(')) {
      const part = conditional(depth + 1)
      return next(')') ? part : fail()
    }
    const option = Number(tokens[at])
    if (!Number.isInteger(option) || option < 1) return fail()
    at++
    return state => state[option - 1] === 'Y'
  }
  const test = conditional(0)
  return at === tokens.length ? test : fail()
}
