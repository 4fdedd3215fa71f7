import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Fault } from '../fault.js'
import { readGmcr } from '../settlements/formats/gmcr.js'
import { parseModel } from '../settlements/model-file.js'
import { type ConflictFile, conflictSchema } from '../settlements/stability/conflict-file.js'
import { readYaml } from '../yaml-file.js'

/** The model file that a place names: itself, or the `model.yaml` of a folder. */
export function modelFile(place: string): string {
  if (!existsSync(place)) {
    throw new Fault('There is no such file or folder.', { place, mend: 'Check the path.' })
  }
  if (!statSync(place).isDirectory()) return place
  const file = join(place, 'model.yaml')
  if (existsSync(file)) return file
  throw new Fault('There is no model.yaml in this folder.', {
    place,
    mend: `Draft one: parley settle --draft ${place}`,
  })
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Fault(`The file cannot be read: ${(cause as Error).message}`, {
      place: file,
      mend: 'Check that you may read it.',
      cause,
    })
  }
}

/** A file that holds a conflict and nothing else: a `.gmcr`, or YAML or JSON with decision makers; null: another kind of file. */
export function conflictFile(file: string): ConflictFile | null {
  if (extname(file).toLowerCase() === '.gmcr') return readGmcr(readText(file), file)
  const text = readText(file)
  if (!/^\s*"?decisionMakers"?\s*:/m.test(text)) return null
  const { value, fault } = readYaml(text, {
    place: file,
    what: 'conflict',
    mend: 'See "conflict" in docs/reference.md.',
  })
  if (typeof value !== 'object' || value === null || !('decisionMakers' in value)) return null
  const parsed = conflictSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw fault(issue?.path ?? [], issue?.message ?? 'wrong')
}

/** The conflict of a place: of a file of its own, or of a model. */
export function conflictIn(place: string): ConflictFile {
  const file = modelFile(place)
  const own = conflictFile(file)
  if (own) return own
  const { conflict } = parseModel(readText(file), file)
  if (conflict) return conflict
  throw new Fault('This model has no conflict.', { place: file, mend: 'Describe one under `conflict`.' })
}
