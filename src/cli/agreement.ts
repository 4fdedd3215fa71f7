import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { coverage } from '../agreements/coverage.js'
import { sequence } from '../agreements/sequence.js'
import { Fault } from '../fault.js'
import { readYaml } from '../yaml-file.js'
import { coverageText, sequenceText } from './agreement-text.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'

export interface AgreementOptions {
  readonly json?: boolean
  readonly output?: string
}

/** `parley agreement sequence|coverage FILE`: where an agreement locks itself; which attack nobody is bound to answer. */
export async function runAgreement(
  question: 'sequence' | 'coverage',
  place: string,
  options: AgreementOptions,
  effects: Effects,
): Promise<number> {
  const file = agreementFile(place)
  const value = readValue(file)
  const text = atPlace(file, () => {
    const answer = question === 'sequence' ? sequence(value) : coverage(value)
    if (options.json) return `${JSON.stringify(answer, null, 2)}\n`
    return 'cells' in answer ? coverageText(answer) : sequenceText(answer)
  })
  await deliver(text, options.output, effects)
  return exit.done
}

function agreementFile(place: string): string {
  if (!existsSync(place)) throw new Fault('There is no such file or folder.', { place, mend: 'Check the path.' })
  if (!statSync(place).isDirectory()) return place
  const file = join(place, 'agreement.yaml')
  if (existsSync(file)) return file
  throw new Fault('There is no agreement.yaml in this folder.', { place, mend: 'Name a YAML or JSON file.' })
}

function readValue(place: string): unknown {
  return readYaml(readFileSync(place, 'utf8'), { place, what: 'agreement', mend: 'Expected YAML or JSON.' }).value
}

/** What is wrong with a value is wrong with the file that it stands in. */
function atPlace<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault && error.place === undefined) {
      throw new Fault(error.message, { place, mend: 'The fields are described in docs/reference.md.', cause: error })
    }
    throw error
  }
}
