import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Fault } from '../fault.js'
import { modelOfScenario } from '../settlements/formats/from-scenario.js'
import { writeGeniusDomain, writeGeniusProfile } from '../settlements/formats/genius-xml.js'
import { writeGeniusWeb } from '../settlements/formats/geniusweb.js'
import { writeGmcr } from '../settlements/formats/gmcr.js'
import { scenarioOfModel } from '../settlements/formats/to-scenario.js'
import { modelText, parseModel } from '../settlements/model-file.js'
import type { Convention } from '../settlements/scenario.js'
import { type Effects, exit } from './effects.js'
import type { ModelAction } from './model-actions.js'
import { readPeerFiles } from './model-files.js'
import { deliver } from './output.js'
import { conflictIn, modelFile, readText } from './settle-files.js'

export const peerFormats = ['genius', 'geniusweb', 'gmcr'] as const
export const importedAs = ['model', 'scenario'] as const

export interface ModelOptions {
  readonly format?: string
  readonly convention?: Convention
  readonly lossy?: boolean
  readonly json?: boolean
  readonly output?: string
}

/** `parley model import FILE...` and `parley model export MODEL`: models from and for other tools. */
export async function runModel(
  action: ModelAction,
  places: readonly string[],
  options: ModelOptions,
  effects: Effects,
): Promise<number> {
  if (places.length === 0) throw new Fault(`There is nothing to ${action}.`, { mend: 'Name a file.', exitCode: 2 })
  return action === 'import' ? importFiles(places, options, effects) : exportModel(places, options, effects)
}

async function importFiles(places: readonly string[], options: ModelOptions, effects: Effects): Promise<number> {
  const format = options.format ?? 'model'
  if (!(importedAs as readonly string[]).includes(format)) throw wrongFormat(format, importedAs)
  const read = readPeerFiles(places)
  if (read.kind === 'conflict') {
    const text = options.json
      ? `${JSON.stringify(read.conflict, null, 2)}\n`
      : stringify(read.conflict, { lineWidth: 110 })
    await deliver(text, options.output, effects)
    return exit.done
  }
  const convention = options.convention ?? read.convention
  const { model, notes } = modelOfScenario(read.scenario, convention)
  const text =
    format === 'scenario'
      ? `${JSON.stringify({ scenario: read.scenario, rule: convention })}\n`
      : options.json
        ? `${JSON.stringify(model, null, 2)}\n`
        : modelText(model)
  await deliver(text, options.output, effects)
  for (const note of [...read.notes, ...(format === 'scenario' ? [] : notes)]) effects.err(`note: ${note}\n`)
  for (const one of read.refused) effects.err(`refused: ${one}\n`)
  return read.refused.length > 0 ? exit.doneWithRefusals : exit.done
}

/** A file of the export, by its name within the folder. */
interface Written {
  readonly name: string
  readonly text: string
}

async function exportModel(places: readonly string[], options: ModelOptions, effects: Effects): Promise<number> {
  const { format = 'genius' } = options
  if (!(peerFormats as readonly string[]).includes(format)) throw wrongFormat(format, peerFormats)
  const [place = ''] = places
  if (places.length > 1) throw new Fault('One model is exported at a time.', { mend: 'Name one.', exitCode: 2 })
  if (format === 'gmcr') {
    await deliver(writeGmcr(conflictIn(place)), options.output, effects)
    return exit.done
  }
  const { files, losses } = written(place, format as 'genius' | 'geniusweb', options)
  if (losses.length > 0 && !options.lossy) {
    throw new Fault(
      `${format} files cannot hold all of this model: ${losses[0]}${losses.length > 1 ? ` And ${losses.length - 1} more.` : ''}`,
      {
        place,
        mend: 'With --lossy what can be held is written, and what cannot is named.',
      },
    )
  }
  if (options.json)
    await deliver(
      `${JSON.stringify(Object.fromEntries(files.map(({ name, text }) => [name, text])), null, 2)}\n`,
      options.output,
      effects,
    )
  else await writeFolder(files, options.output, effects)
  for (const loss of losses) effects.err(`note: ${loss}\n`)
  return exit.done
}

function written(
  place: string,
  format: 'genius' | 'geniusweb',
  options: ModelOptions,
): { files: Written[]; losses: readonly string[] } {
  const file = modelFile(place)
  const model = parseModel(readText(file), file)
  const convention = options.convention ?? (format === 'genius' ? 'genius' : 'raw')
  const { scenario, losses } = scenarioOfModel(model, convention, format === 'genius' ? 'number' : 'bid')
  const taken = new Set<string>(['domain'])
  const profiles = scenario.parties.map((party, p): Written => {
    const name = `${fileName(party.name, taken)}${format === 'genius' ? '.xml' : '.json'}`
    return { name, text: format === 'genius' ? writeGeniusProfile(scenario, p) : writeGeniusWeb(scenario, p) }
  })
  const domain = format === 'genius' ? [{ name: 'domain.xml', text: writeGeniusDomain(scenario) }] : []
  return { files: [...domain, ...profiles], losses }
}

/** A name that every file system takes, each once. */
function fileName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[^\p{L}\p{N} ._-]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(0, 100)
      .trim() || 'party'
  let free = plain
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain}-${n}`
  taken.add(free.toLowerCase())
  return free
}

async function writeFolder(files: readonly Written[], folder: string | undefined, effects: Effects): Promise<void> {
  if (folder === undefined) {
    throw new Fault(`An export is ${files.length} files.`, {
      mend: 'Name a folder: -o FOLDER. Or print them: --json.',
      exitCode: 2,
    })
  }
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, text } of files) await writeFile(join(folder, name), text)
  } catch (cause) {
    throw new Fault(`The files could not be written: ${(cause as Error).message}`, {
      place: folder,
      mend: 'Name a folder that you may write to.',
      cause,
    })
  }
  effects.err(`written: ${files.map(({ name }) => join(folder, name)).join(', ')}\n`)
}

const wrongFormat = (format: string, known: readonly string[]): Fault =>
  new Fault(`There is no format "${format}" here.`, { mend: `Use one of: ${known.join(', ')}.`, exitCode: 2 })
