import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { agreementDraftText } from '../agreements/draft/draft-text.js'
import { draftAgreement } from '../agreements/draft.js'
import { Fault } from '../fault.js'
import { issueDefinitions } from '../positions/definitions.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { listRefusals, readRecord } from './read-record.js'

export interface DraftOptions {
  readonly json?: boolean
  readonly output?: string
  readonly force?: boolean
  readonly stdout?: boolean
}

/**
 * `parley agreement draft CASE`: writes a first `agreement.yaml` from what the reports say.
 *
 * @throws Fault where an agreement.yaml is there already: it is the user's, and replaced only with --force
 */
export async function runAgreementDraft(place: string, options: DraftOptions, effects: Effects): Promise<number> {
  const file = join(place, 'agreement.yaml')
  const prints = options.stdout === true || options.json === true || options.output !== undefined
  if (!prints && !(existsSync(place) && statSync(place).isDirectory())) {
    throw new Fault('There is no such folder.', { place, mend: 'Name a case folder, or use --stdout or -o.' })
  }
  if (!prints && !options.force && existsSync(file)) {
    throw new Fault('There is an agreement already.', {
      place: file,
      mend: 'Use --stdout to see a new draft beside it, or --force to replace it.',
    })
  }
  const record = await readRecord([place], effects)
  const pax = new Map(issueDefinitions.map(({ id, pax: codes }) => [id, codes]))
  const draft = draftAgreement(`${basename(resolve(place))}: draft`, record, issue => pax.get(issue) ?? [])
  if (draft.agreement.provisions?.length === 0) {
    throw new Fault('No party is reported to want anything on any issue: there is nothing to draft.', {
      place,
      mend: 'Add reports, or write an agreement.yaml by hand: `parley agreement schema` describes it.',
    })
  }
  const text = options.json
    ? `${JSON.stringify({ agreement: draft.agreement, notes: Object.fromEntries(draft.notes) }, null, 2)}\n`
    : agreementDraftText(draft)
  await deliver(text, options.output ?? (prints ? undefined : file), effects)
  if (!prints)
    effects.err(`Put your clauses in place of the reported words, then run: parley agreement check ${place}\n`)
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}
