import { SingleBar } from 'cli-progress'
import { Fault } from '../fault.js'
import type { Act } from '../positions/act.js'
import { buildRecord, readActs } from '../record/build.js'
import { type OpenedCase, type OpenOptions, openCase } from '../record/case-folder.js'
import { issuesOfCase } from '../record/issues-of-case.js'
import type { CaseRecord } from '../record/record.js'
import type { Effects } from './effects.js'
import { type ReaderOptions, secondReader } from './second-reader.js'

/**
 * The record of what stands at `places`; rulings that bear on nothing are counted on standard error.
 *
 * @throws Fault where not one report can be read; what was refused is then named one by one on standard error; or where
 * the second reader that is asked for cannot be reached
 */
export async function readRecord(
  places: readonly string[],
  effects: Effects,
  options: CaseOptions & ReaderOptions & { readonly quiet?: boolean } = {},
): Promise<CaseRecord> {
  const { opened, acts } = await readCase(places, effects, options)
  const record = buildRecord(opened, acts)
  if (!options.quiet) tellLostRulings(record, places[0] ?? '', effects)
  return record
}

/** Counts rulings that bear on nothing on standard error, and says where they are named. */
export function tellLostRulings({ rulings }: CaseRecord, place: string, effects: Pick<Effects, 'err'>): void {
  const lost = rulings.filter(({ state }) => state === 'without-object').length
  if (lost === 0) return
  effects.err(`rulings.yaml: ${lost} of ${rulings.length} rulings without object; parley rulings ${place} names them\n`)
}

/** What stands at `places` and what is said there, before any ruling; throws as `readRecord` does. */
export async function readCase(
  places: readonly string[],
  effects: Effects,
  options: CaseOptions & ReaderOptions = {},
): Promise<{ readonly opened: OpenedCase; readonly acts: readonly Act[] }> {
  const reader = await secondReader(options)
  const opened = await openedCase(places, effects, options)
  const acts = readActs(opened)
  if (!reader) return { opened, acts }
  const { withSecondReader } = await import('../record/second-reader.js')
  const bar = effects.interactive ? progress('asking the second reader: {value} of {total}') : undefined
  const read = await withSecondReader(acts, opened.reports, issuesOfCase(opened.file), reader, (n, of) => {
    bar?.setTotal(of)
    bar?.update(n)
  }).finally(() => bar?.stop())
  const asked = read.taken + read.dropped + read.failed.length
  if (asked > 0 && read.failed.length === asked) {
    throw new Fault(`The second reader answered none of ${asked} questions: ${read.failed[0]}`, {
      place: options.readerUrl ?? process.env.PARLEY_READER_URL ?? '',
      mend: 'Mind address, model and PARLEY_READER_KEY, or leave --reader out: Parley reads without it.',
    })
  }
  effects.err(
    `second reader ${reader.name}: ${asked} statements in doubt, ${read.taken} decided, ${read.dropped} answers without use, ${read.failed.length} unanswered, ${read.known} known from before\n`,
  )
  return { opened, acts: read.acts }
}

export type CaseOptions = Pick<OpenOptions, 'ignoreCaseFile' | 'fields'>

/** What stands at `places`, read but not analysed; throws as `readRecord` does. */
export async function openedCase(
  places: readonly string[],
  effects: Effects,
  options: CaseOptions = {},
): Promise<OpenedCase> {
  const bar = effects.interactive ? progress('reading reports: {value}') : undefined
  try {
    const opened = await openCase(places, { input: effects.input, onRead: n => bar?.update(n), ...options })
    if (opened.reports.length === 0) throw nothingToRead(places, opened, effects)
    return opened
  } finally {
    bar?.stop()
  }
}

function nothingToRead(places: readonly string[], opened: OpenedCase, effects: Effects): Fault {
  const [only, ...others] = opened.refused
  if (only && others.length === 0) return new Fault(only.reason, { place: only.place, mend: only.mend })
  listRefusals(opened, effects)
  const reason = only ? `Not one report could be read: ${opened.refused.length} refused.` : 'There is no report here.'
  return new Fault(reason, {
    place: places.join(' '),
    mend: 'Put reports there (txt, md, html, ...), or name other files or folders.',
  })
}

function progress(format: string): SingleBar {
  const bar = new SingleBar({
    format,
    clearOnComplete: true,
    stream: process.stderr,
    hideCursor: null,
  })
  bar.start(0, 0)
  return bar
}

/** Names each refused input on standard error; returns how many there are. */
export function listRefusals({ refused }: Pick<CaseRecord, 'refused'>, effects: Pick<Effects, 'err'>): number {
  for (const { place, reason, mend } of refused) effects.err(`refused: ${place}: ${reason} ${mend}\n`)
  return refused.length
}
