import { Fault } from '../fault.js'
import { type Effects, exit } from './effects.js'

/** Tells the user what went wrong and the way out; returns the exit code. */
export function printError(error: unknown, effects: Pick<Effects, 'err'>): number {
  if (error instanceof Fault) {
    effects.err(`parley: ${error.place ? `${error.place}: ` : ''}${error.message}\n`)
    if (error.mend) effects.err(`        ${error.mend}\n`)
    return error.exitCode
  }
  effects.err(`parley: this is a defect of Parley, please report it with the input that caused it.\n`)
  effects.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return exit.failed
}
