import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Fault } from '../fault.js'
import { draftCase, draftText } from '../record/draft-case.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { listRefusals, readRecord } from './read-record.js'

export interface InitOptions {
  readonly force?: boolean
  readonly stdout?: boolean
  readonly json?: boolean
}

/**
 * `parley init FOLDER`: writes `case.yaml` beside the reports.
 *
 * @throws Fault where a case.yaml is there already: it is the user's, and replaced only with --force
 */
export async function runInit(folder: string, options: InitOptions, effects: Effects): Promise<number> {
  const file = join(folder, 'case.yaml')
  const prints = options.stdout === true || options.json === true
  if (!prints && !options.force && existsSync(file)) {
    throw new Fault('There is a case file already.', {
      place: file,
      mend: 'Use --stdout to see a new draft beside it, or --force to replace it.',
    })
  }
  const record = await readRecord([folder], effects, { ignoreCaseFile: true })
  const draft = draftCase(record, basename(resolve(folder)))
  const text = options.json
    ? `${JSON.stringify({ ...draft.file, counts: countsOf(draft), terms: draft.terms }, null, 2)}\n`
    : draftText(draft)
  await deliver(text, prints ? undefined : file, effects)
  if (!prints) {
    const { parties, issues } = draft.file
    effects.err(
      `${parties.length} parties and ${issues.length} issues found, and ${draft.terms.length} terms of no issue; edit the file, then run: parley brief ${folder}\n`,
    )
  }
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}

function countsOf({ byParty, byActor, byIssue, unplaced }: ReturnType<typeof draftCase>) {
  return {
    parties: Object.fromEntries(byParty),
    actors: Object.fromEntries(byActor),
    issues: Object.fromEntries(byIssue),
    unplaced: Object.fromEntries(unplaced),
  }
}
