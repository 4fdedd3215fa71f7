import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { CaseParty, PartyId } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import { Fault } from '../fault.js'
import { spanAt } from '../language/in-order.js'
import type { Span } from '../language/span.js'
import { caseFileAt } from '../record/case-folder.js'
import { fastTagger, packagedTagger } from '../record/tagger-model.js'
import type { Refusal } from '../reports/report.js'
import { formatOf } from '../reports/sources/formats.js'
import type { Attribution } from '../statements/statement.js'
import { voices } from '../statements/voices.js'
import { brat } from './brat.js'
import { type Effects, exit } from './effects.js'
import { attributionLine } from './stages/statements.js'
import { type GivenText, statementTexts } from './statement-texts.js'
import { statementsText } from './statements-text.js'

export interface StatementsOptions {
  readonly json?: boolean
  readonly brat?: boolean
  /** With `brat`: the folder for NAME.txt and NAME.ann. */
  readonly output?: string
  /** Read without syntax. */
  readonly fast?: boolean
  /** The case folder whose `case.yaml` says who belongs to which party. */
  readonly case?: string
  /** Show what stands outside the article too. */
  readonly all?: boolean
}

type Text = Extract<GivenText, { kind: 'text' }>

/** `parley statements FILES`: exit 0, or 3 when an input or a line could not be read. */
export async function runStatements(
  places: readonly string[],
  options: StatementsOptions,
  effects: Effects,
): Promise<number> {
  if (options.output !== undefined && !options.brat)
    throw new Fault('-o is for the files of --brat.', { mend: 'Add --brat, or redirect with > FILE.', exitCode: 2 })
  if (options.brat && options.output === undefined && places.length > 1) throw severalTexts()
  const read = options.fast ? fastTagger : packagedTagger
  const print = options.brat
    ? bratPrinter(options.output, effects)
    : options.json
      ? jsonPrinter(effects)
      : terminalPrinter((await caseFileAt([options.case ?? places[0] ?? '-'])).parties, effects)
  const refused: Refusal[] = []
  let badLines = 0
  let texts = 0
  for await (const given of statementTexts(places.length > 0 ? places : ['-'], effects.input)) {
    if (given.kind === 'refusal') {
      refused.push(given.refusal)
    } else if (given.kind === 'bad-line') {
      badLines++
      const { kind: _, ...told } = given
      if (options.json) effects.out(`${JSON.stringify(told)}\n`)
      else effects.err(`refused: ${told.line === undefined ? `id ${told.id}` : `line ${told.line}`}: ${told.error}\n`)
    } else {
      texts++
      const shown = options.all ? wholeOf(given.text) : articleOf(given)
      const found = read(given.text).filter(each => isShown(each, shown))
      await print(given, found, shown)
    }
    await effects.drained()
  }
  const [first] = refused
  if (first && texts + badLines === 0 && refused.length === 1)
    throw new Fault(first.reason, { place: first.place, mend: first.mend })
  for (const { place, reason, mend } of refused) effects.err(`refused: ${place}: ${reason} ${mend}\n`)
  if (texts + badLines === 0) return exit.failed
  return refused.length + badLines > 0 ? exit.doneWithRefusals : exit.done
}

type Printer = (given: Text, found: readonly Attribution[], shown: readonly Span[]) => void | Promise<void>

function jsonPrinter(effects: Effects): Printer {
  return ({ id }, found) => effects.out(`${JSON.stringify(attributionLine(id, found))}\n`)
}

function terminalPrinter(parties: readonly CaseParty[], effects: Effects): Printer {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const nameOf = (party: PartyId) => names.get(party) ?? partyName(party)
  let isFirst = true
  return (given, found, shown) => {
    const { id, text } = given
    const spoken = voices(given, found, { parties })
    effects.out(
      `${isFirst ? '' : '\n'}${statementsText({ id: String(id ?? ''), text, shown, found, voices: spoken, partyName: nameOf }, effects)}`,
    )
    isFirst = false
  }
}

/** One text to standard output, or any number to files in a folder: a standoff file knows no text but its own. */
function bratPrinter(folder: string | undefined, effects: Effects): Printer {
  const taken = new Set<string>()
  return async ({ id, text }, found) => {
    if (folder === undefined) {
      if (taken.size > 0) throw severalTexts()
      taken.add('-')
      effects.out(brat(text, found))
      return
    }
    const name = fileName(id, taken)
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${name}.txt`), text)
      await writeFile(join(folder, `${name}.ann`), brat(text, found))
    } catch (cause) {
      throw new Fault(`The file could not be written: ${(cause as Error).message}`, {
        place: folder,
        mend: 'Name a folder that you may write to.',
        cause,
      })
    }
  }
}

function severalTexts(): Fault {
  return new Fault('There is more than one text, and standoff lines belong to one.', {
    mend: 'Name a folder for them: --brat -o FOLDER.',
    exitCode: 2,
  })
}

/** A name for the text that no other has and that cannot lead out of the folder. */
function fileName(id: unknown, taken: Set<string>): string {
  const given = String(id ?? '')
  const stem = basename(given, formatOf(given) === null ? '' : extname(given))
  const plain =
    stem
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^[.-]+/, '')
      .slice(0, 120) || 'text'
  let name = plain
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`
  taken.add(name.toLowerCase())
  return name
}

function articleOf({ body, headline }: Text): Span[] {
  return [...(headline ? [headline] : []), ...body].sort((a, b) => a.start - b.start)
}

function wholeOf(text: string): Span[] {
  return text === '' ? [] : [{ start: 0, end: text.length }]
}

/** Whether cue and content begin and end within what is shown. */
function isShown({ cue, content }: Attribution, shown: readonly Span[]): boolean {
  return [...cue, ...content].every(
    ({ start, end }) => spanAt(shown, start) !== undefined && spanAt(shown, end - 1) !== undefined,
  )
}
