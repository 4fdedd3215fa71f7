import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { Fault } from '../fault.js'
import { draftModel, draftText } from '../settlements/draft.js'
import { readKtab } from '../settlements/formats/ktab.js'
import { influence } from '../settlements/influence.js'
import { modelJsonSchema } from '../settlements/model.js'
import { parseModel } from '../settlements/model-file.js'
import { named, settlements } from '../settlements/settlement.js'
import { conflictAnswer } from '../settlements/stability/conflict-answer.js'
import type { ConflictFile } from '../settlements/stability/conflict-file.js'
import { conflictText } from './conflict-text.js'
import { type Effects, exit } from './effects.js'
import { influenceJson, influenceText } from './influence-text.js'
import { deliver } from './output.js'
import { conflictFile, modelFile, readText } from './settle-files.js'
import { settlementText } from './settlement-text.js'

export interface SettleOptions {
  readonly json?: boolean
  readonly draft?: boolean
  readonly schema?: boolean
  readonly force?: boolean
  readonly stdout?: boolean
  readonly output?: string
  readonly draws: number
  readonly seed: number
  readonly list: number
  /** The state of a conflict of which it is asked what would make it stable, from 1. */
  readonly stable?: number
}

/** `parley settle PLACE`: what could still be agreed under a model, which states of a conflict would last, where the weight of actors lies. */
export async function runSettle(place: string | undefined, options: SettleOptions, effects: Effects): Promise<number> {
  if (options.schema) {
    await deliver(schemaText(), options.output, effects)
    return exit.done
  }
  if (place === undefined) {
    throw new Fault('There is nothing to settle.', { mend: 'Name a case folder or a model.yaml.', exitCode: 2 })
  }
  return options.draft ? draft(place, options, effects) : settle(place, options, effects)
}

async function settle(place: string, options: SettleOptions, effects: Effects): Promise<number> {
  const file = modelFile(place)
  if (extname(file).toLowerCase() === '.csv') return settleTable(file, options, effects)
  const own = conflictFile(file)
  if (own) return settleConflict(own, options, effects)
  const model = parseModel(readText(file), file)
  const answer = settlements(model, { listed: options.list, draws: options.draws, seed: options.seed })
  const conflict = model.conflict ? conflictAnswer(model.conflict, options.stable) : null
  const ink = { color: effects.color && options.output === undefined, columns: effects.columns }
  const packageNamed = (chosen: readonly number[]) => named(model, chosen)
  const text = options.json
    ? `${JSON.stringify(conflict ? { ...answer, conflict } : answer, (key, value) => jsonValue(key, value, packageNamed), 2)}\n`
    : `${settlementText(model, answer, ink)}${conflict ? `\n${conflictText(conflict, ink)}` : ''}`
  await deliver(text, options.output, effects)
  return exit.done
}

/** A conflict on its own: which states would last, and why. */
async function settleConflict(file: ConflictFile, options: SettleOptions, effects: Effects): Promise<number> {
  const answer = conflictAnswer(file, options.stable)
  const color = effects.color && options.output === undefined
  const text = options.json ? `${JSON.stringify(answer, null, 2)}\n` : conflictText(answer, { color })
  await deliver(text, options.output, effects)
  return exit.done
}

/** A table of actors on one question: where their weight lies. */
async function settleTable(file: string, options: SettleOptions, effects: Effects): Promise<number> {
  const found = influence(readKtab(readText(file), file))
  if (!found)
    throw new Fault('Nobody in this table has any weight.', { place: file, mend: 'Give capability and salience.' })
  const text = options.json ? `${JSON.stringify(influenceJson(found), null, 2)}\n` : influenceText(found)
  await deliver(text, options.output, effects)
  return exit.done
}

/** Packages by name instead of by number, and whole numbers beyond doubles as their digits. */
function jsonValue(key: string, value: unknown, packageNamed: (chosen: readonly number[]) => object): unknown {
  if (typeof value === 'bigint') return String(value)
  return key === 'package' && Array.isArray(value) ? packageNamed(value) : value
}

/** Beside the model, where an editor finds it by the model's first line and nobody takes it for a report. */
const schemaFile = '.parley/model.schema.json'

async function writeSchema(folder: string): Promise<void> {
  await mkdir(join(folder, '.parley'), { recursive: true })
  await writeFile(join(folder, schemaFile), schemaText())
}

const schemaText = (): string => `${JSON.stringify(modelJsonSchema(), null, 2)}\n`

async function draft(place: string, options: SettleOptions, effects: Effects): Promise<number> {
  const file = join(place, 'model.yaml')
  const prints = options.stdout === true || options.json === true || options.output !== undefined
  if (!prints && !options.force && existsSync(file)) {
    throw new Fault('There is a model already.', {
      place: file,
      mend: 'Use --stdout to see a new draft beside it, or --force to replace it.',
    })
  }
  // Reading reports loads the language models: who only settles a model does not wait for them.
  const { listRefusals, readRecord } = await import('./read-record.js')
  const record = await readRecord([place], effects)
  const model = draftModel(basename(resolve(place)), record)
  const yaml = draftText(model, prints ? undefined : schemaFile)
  if (yaml === null) {
    throw new Fault('No party takes a stance on any issue in these reports: there is nothing to draft.', {
      place,
      mend: 'Add reports, or write a model.yaml by hand: `parley settle --schema` describes it.',
    })
  }
  const text = options.json ? `${JSON.stringify(model, null, 2)}\n` : yaml
  await deliver(text, options.output ?? (prints ? undefined : file), effects)
  if (!prints) await writeSchema(place)
  if (!prints) effects.err(`Edit what stands as unknown or assumed, then run: parley settle ${place}\n`)
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}
