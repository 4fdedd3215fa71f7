import { createInterface } from 'node:readline'
import { Fault } from '../fault.js'
import { type Effects, exit, realEffects } from './effects.js'
import type { StageFilter, StageLine } from './stages/filter.js'

/** Every stage that runs alone; each module is loaded only when called. */
const stages: Record<string, () => Promise<{ filter: StageFilter }>> = {
  conditions: () => import('./stages/conditions.js'),
}

/** Longest line that is read; a longer one comes back as an error. */
const lineLimit = 64 * 1024 * 1024

/** `parley stage NAME < in.jsonl > out.jsonl`: exit 0, or 3 when a line could not be read. */
export async function runStage(name: string, effects: Effects = realEffects): Promise<number> {
  const load = stages[name]
  if (!load) {
    throw new Fault(`There is no stage "${name}".`, {
      mend: `Use one of: ${Object.keys(stages).join(', ')}.`,
      exitCode: 2,
    })
  }
  const { filter } = await load()
  let errors = 0
  const write = (value: object) => effects.out(`${JSON.stringify(value)}\n`)
  const refuse = (place: object, error: unknown) => {
    errors++
    write({ ...place, error: error instanceof Error ? error.message : String(error) })
  }
  const lines: StageLine[] = []
  let number = 0
  for await (const raw of createInterface({ input: effects.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (raw.trim() === '') continue
    let line: StageLine
    try {
      line = parseLine(raw)
    } catch (error) {
      refuse({ line: number }, error)
      continue
    }
    if ('all' in filter) {
      lines.push(line)
      continue
    }
    try {
      const answer = filter.each(line)
      for (const value of Array.isArray(answer) ? answer : [answer]) write(value)
    } catch (error) {
      refuse({ id: line.id }, error)
    }
  }
  if ('all' in filter) for (const value of filter.all(lines)) write(value)
  return errors > 0 ? exit.doneWithRefusals : exit.done
}

function parseLine(raw: string): StageLine {
  if (raw.length > lineLimit) throw new Fault(`The line is longer than ${lineLimit} characters.`)
  const value: unknown = JSON.parse(raw)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('Expected a JSON object on the line.')
  return value as StageLine
}
