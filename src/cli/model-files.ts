import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Fault } from '../fault.js'
import { decodeXml } from '../settlements/formats/decode.js'
import { type NamedText, readGenius } from '../settlements/formats/genius-xml.js'
import { readGeniusWeb } from '../settlements/formats/geniusweb.js'
import { readGmcr } from '../settlements/formats/gmcr.js'
import { parseXml } from '../settlements/formats/xml.js'
import type { Convention, Scenario } from '../settlements/scenario.js'
import type { ConflictFile } from '../settlements/stability/conflict-file.js'

/** What was read from the files of another tool. */
export type PeerFiles =
  | {
      readonly kind: 'scenario'
      readonly scenario: Scenario
      /** How the tool that wrote it makes utilities of its numbers. */
      readonly convention: Convention
      readonly notes: readonly string[]
      readonly refused: readonly string[]
    }
  | { readonly kind: 'conflict'; readonly conflict: ConflictFile }

/**
 * Reads what GENIUS, GeniusWeb or gmcr-py wrote: files, or a folder with nothing else of that kind in it.
 *
 * A profile that cannot be read is refused by name, as long as another one can.
 *
 * @throws Fault naming the file where nothing can be made of them
 */
export function readPeerFiles(places: readonly string[]): PeerFiles {
  const files = places.flatMap(expanded)
  const [first] = files
  if (!first) {
    throw new Fault('There is no .xml, .json or .gmcr file here.', {
      place: places.join(', '),
      mend: 'Name the files.',
    })
  }
  const kinds = new Set(files.map(file => extname(file).toLowerCase()))
  if (kinds.size > 1)
    throw new Fault(`Files of several tools are mixed: ${[...kinds].join(', ')}.`, {
      place: places.join(', '),
      mend: 'Name those of one scenario.',
    })
  if (kinds.has('.gmcr')) return { kind: 'conflict', conflict: readGmcr(textOf(single(files)), first) }
  if (kinds.has('.json')) return geniusWeb(files)
  if (kinds.has('.xml')) return genius(files)
  throw new Fault(`A ${extname(first) || 'file without an ending'} is none of .xml, .json and .gmcr.`, {
    place: first,
    mend: 'Name a GENIUS domain with its profiles, GeniusWeb profiles, or a .gmcr file.',
  })
}

const endings = ['.xml', '.json', '.gmcr']

function expanded(place: string): string[] {
  if (!existsSync(place)) throw new Fault('There is no such file or folder.', { place, mend: 'Check the path.' })
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter(name => endings.includes(extname(name).toLowerCase()) && !name.startsWith('.'))
    .sort()
    .map(name => join(place, name))
}

const single = (files: readonly string[]): string => {
  if (files.length === 1) return files[0] as string
  throw new Fault(`There are ${files.length} conflicts; one is read at a time.`, {
    place: files.join(', '),
    mend: 'Name one.',
  })
}

/** The text of a file, whatever its encoding; bytes that no encoding explains become replacement signs. */
function textOf(file: string): string {
  try {
    return decodeXml(readFileSync(file))
  } catch (cause) {
    throw new Fault(`The file cannot be read: ${(cause as Error).message}`, {
      place: file,
      mend: 'Check that you may read it.',
      cause,
    })
  }
}

const jsonOf = (file: string): string => readFileSync(file, 'utf8')

function geniusWeb(files: readonly string[]): PeerFiles {
  const read = refusing(files, file => {
    const named = { name: file, text: jsonOf(file) }
    readGeniusWeb('', [named])
    return named
  })
  const name = basename(dirname(resolve(files[0] as string)))
  return {
    kind: 'scenario',
    scenario: readGeniusWeb(name, read.done),
    convention: 'raw',
    notes: [],
    refused: read.refused,
  }
}

function genius(files: readonly string[]): PeerFiles {
  const { done, refused } = refusing(files, file => {
    const text = textOf(file)
    return { name: file, text, root: parseXml(text, file) }
  })
  const domains = done.filter(({ root }) => root.name === 'negotiation_template')
  const spaces = done.filter(({ root }) => root.name === 'utility_space')
  if (domains.length > 1) {
    throw new Fault('There are several domains.', {
      place: domains.map(({ name }) => name).join(', '),
      mend: 'Name one domain with its profiles.',
    })
  }
  for (const { name, root } of done.filter(one => !domains.includes(one) && !spaces.includes(one)))
    refused.push(`${name}: <${root.name}> is neither a GENIUS domain nor a profile.`)
  const [domain = spaces[0]] = domains
  const nonlinear = spaces.find(({ root }) => root.attributes.type === 'nonlinear')
  if (nonlinear) {
    throw new Fault('This profile is of hyper-rectangles, which a model cannot hold.', {
      place: nonlinear.name,
      mend: 'Answer it with `parley stage frontier`, whose lines hold `rects`.',
    })
  }
  if (!domain || spaces.length === 0) {
    throw new Fault('There is no profile to read.', {
      place: files.join(', '),
      mend: 'Name the profiles of the domain too.',
    })
  }
  const profiles: NamedText[] = []
  for (const profile of spaces) {
    try {
      readGenius('', domain, [profile])
      profiles.push(profile)
    } catch (error) {
      refused.push(refusal(error))
    }
  }
  if (profiles.length === 0) throw new Fault(refused[0] ?? 'There is no profile to read.')
  const { scenario, gaps } = readGenius(stem(domain.name), domain, profiles)
  return {
    kind: 'scenario',
    scenario: { ...scenario, parties: scenario.parties.map(party => ({ ...party, name: stem(party.name) })) },
    convention: 'genius',
    notes: gaps.map(({ file, what }) => `${file}: ${what}`),
    refused,
  }
}

const stem = (file: string): string => basename(file, extname(file))

function refusing<T>(files: readonly string[], read: (file: string) => T): { done: T[]; refused: string[] } {
  const done: T[] = []
  const refused: string[] = []
  let last: unknown
  for (const file of files) {
    try {
      done.push(read(file))
    } catch (error) {
      last = error
      refused.push(refusal(error))
    }
  }
  if (done.length === 0) throw last
  return { done, refused }
}

function refusal(error: unknown): string {
  if (!(error instanceof Fault)) throw error
  return `${error.place ? `${error.place}: ` : ''}${error.message}`
}
