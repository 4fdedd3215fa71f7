import { SingleBar } from 'cli-progress'
import { Fault } from '../fault.js'
import { buildRecord } from '../record/build.js'
import { type OpenedCase, type OpenOptions, openCase } from '../record/case-folder.js'
import type { CaseRecord } from '../record/record.js'
import type { Effects } from './effects.js'

/**
 * The record of what stands at `places`.
 *
 * @throws Fault where not one report can be read; what was refused is then named one by one on standard error
 */
export async function readRecord(
  places: readonly string[],
  effects: Effects,
  options: CaseOptions = {},
): Promise<CaseRecord> {
  return buildRecord(await openedCase(places, effects, options))
}

export type CaseOptions = Pick<OpenOptions, 'ignoreCaseFile' | 'fields'>

/** What stands at `places`, read but not analysed; throws as `readRecord` does. */
export async function openedCase(
  places: readonly string[],
  effects: Effects,
  options: CaseOptions = {},
): Promise<OpenedCase> {
  const bar = effects.interactive ? progress() : undefined
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

function progress(): SingleBar {
  const bar = new SingleBar({
    format: 'reading reports: {value}',
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
