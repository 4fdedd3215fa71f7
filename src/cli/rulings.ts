import { Fault } from '../fault.js'
import type { RulingEffect } from '../positions/rulings/ruling.js'
import { rulingsJsonSchema } from '../record/rulings-file.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { readRecord } from './read-record.js'
import { rulingsText } from './rulings-text.js'

export interface RulingsOptions {
  readonly json?: boolean
  /** Print the JSON Schema of rulings.yaml and nothing else. */
  readonly schema?: boolean
  readonly output?: string
}

/**
 * `parley rulings CASE`: what persons ruled, what it changed, and what it no longer bears on.
 *
 * Exit 3 where a ruling is without object: it is an input that could not be used, as a refused report is; the rest is done.
 * A refused report alone is not the matter here: `parley brief` and `parley reports` tell it.
 */
export async function runRulings(
  place: string | undefined,
  options: RulingsOptions,
  effects: Effects,
): Promise<number> {
  if (options.schema) {
    await deliver(`${JSON.stringify(rulingsJsonSchema(), null, 2)}\n`, options.output, effects)
    return exit.done
  }
  if (place === undefined) {
    throw new Fault('No case is named.', { mend: 'Name a case folder: parley rulings my-case', exitCode: 2 })
  }
  const { rulings } = await readRecord([place], effects, { quiet: true })
  const text = options.json ? `${JSON.stringify({ rulings }, null, 2)}\n` : rulingsText(rulings)
  await deliver(text, options.output, effects)
  return rulings.some(isWithoutObject) ? exit.doneWithRefusals : exit.done
}

export const isWithoutObject = ({ state }: RulingEffect): boolean => state === 'without-object'
