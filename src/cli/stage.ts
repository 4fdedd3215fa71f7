import { Fault } from '../fault.js'
import { type Effects, exit, realEffects } from './effects.js'
import { jsonLines, messageOf } from './json-lines.js'
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
  sequence: () => import('./stages/sequence.js'),
  coverage: () => import('./stages/coverage.js'),
  counts: () => import('./stages/counts.js'),
}

export const stageNames = Object.keys(stages)

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
  for await (const line of jsonLines(effects.input)) {
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
