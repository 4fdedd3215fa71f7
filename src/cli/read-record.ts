import { SingleBar } from 'cli-progress'
import { Fault } from '../fault.js'
import { buildRecord } from '../record/build.js'
import { openCase } from '../record/case-folder.js'
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
  options: { readonly ignoreCaseFile?: boolean } = {},
): Promise<CaseRecord> {
  const bar = effects.interactive ? progress() : undefined
  try {
    const opened = await openCase(places, { input: effects.input, onRead: n => bar?.update(n), ...options })
    if (opened.reports.length === 0) {
      listRefusals(opened, effects)
      throw new Fault(
        opened.refused.length === 0
          ? 'There is no report here.'
          : `Not one report could be read: ${opened.refused.length} refused.`,
        { place: places.join(' '), mend: 'Put reports there (txt, md, html, ...), or name other files or folders.' },
      )
    }
    return buildRecord(opened)
  } finally {
    bar?.stop()
  }
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
