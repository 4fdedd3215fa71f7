import { createInterface } from 'node:readline'
import { Fault } from '../fault.js'
import { type Effects, exit, realEffects } from './effects.js'
import type { StageFilter, StageLine } from './stages/filter.js'

/** Every stage that runs alone; each module is loaded only when called. */
const stages: Record<string, () => Promise<{ filter: StageFilter }>> = {
  extract: () => import('./stages/extract.js'),
  clean: () => import('./stages/clean.js'),
  acts: () => import('./stages/acts.js'),
  conditions: () => import('./stages/conditions.js'),
  positions: () => import('./stages/positions.js'),
  actors: () => import('./stages/actors.js'),
  statements: () => import('./stages/statements.js'),
  lineages: () => import('./stages/lineages.js'),
  stories: () => import('./stages/stories.js'),
  frontier: () => import('./stages/frontier.js'),
  stability: () => import('./stages/stability.js'),
}

export const stageNames = Object.keys(stages)

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
  const write = async (value: object) => {
    if ('error' in value) errors++
    effects.out(`${JSON.stringify(value)}\n`)
    await effects.drained()
  }
  const lines: StageLine[] = []
  let number = 0
  for await (const raw of createInterface({ input: effects.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (raw.trim() === '') continue
    const line = parseLine(raw, number)
    if ('error' in line) await write(line)
    else if ('all' in filter) lines.push(line.value)
    else for (const value of answers(filter.each, line.value)) await write(value)
  }
  if ('all' in filter) for (const value of filter.all(lines)) await write(value)
  return errors > 0 ? exit.doneWithRefusals : exit.done
}

function answers(each: (line: StageLine) => object | readonly object[], line: StageLine): readonly object[] {
  try {
    const answer = each(line)
    return Array.isArray(answer) ? answer : [answer]
  } catch (error) {
    return [{ id: line.id, error: messageOf(error) }]
  }
}

function parseLine(
  raw: string,
  line: number,
): { readonly value: StageLine } | { readonly line: number; readonly error: string } {
  if (raw.length > lineLimit) return { line, error: `The line is longer than ${lineLimit} characters.` }
  try {
    const value: unknown = JSON.parse(raw)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { value: value as StageLine } : { line, error: 'Expected a JSON object on the line.' }
  } catch (error) {
    return { line, error: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
