import { readFileSync } from 'node:fs'
import { agreementFaults } from '../agreements/agreement/agreement-file.js'
import { coverageCaseOf, sequenceCaseOf } from '../agreements/agreement/as-case.js'
import { checkAgainstPatterns, clausePatterns } from '../agreements/agreement/checklist.js'
import { type Agreement, agreementJsonSchema } from '../agreements/agreement.js'
import { compareAgreements } from '../agreements/compare.js'
import type { LogFormat } from '../agreements/compliance/log-file.js'
import { compliance } from '../agreements/compliance.js'
import { coverage } from '../agreements/coverage.js'
import { sequence } from '../agreements/sequence.js'
import { countedIncidents, dayOf } from '../agreements/trends/counted.js'
import { trends } from '../agreements/trends.js'
import { Fault } from '../fault.js'
import { exportedAgreement } from './agreement-export.js'
import { agreementFile, readAgreement, readLogs } from './agreement-files.js'
import type { AgreementFormat, Question } from './agreement-questions.js'
import { coverageText, sequenceText } from './agreement-text.js'
import { compareText } from './compare-text.js'
import { checkText, complianceJson, complianceText, patternsText } from './compliance-text.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { listRefusals } from './read-record.js'
import { trendsJson, trendsText } from './trends-text.js'

export interface AgreementOptions {
  readonly json?: boolean
  readonly output?: string
  readonly asOf?: string
  readonly event?: string
  readonly window?: number
  readonly incidents?: readonly string[]
  readonly format?: LogFormat
  readonly column?: Readonly<Record<string, string>>
  /** Of a comparison: the later draft. */
  readonly with?: string
  /** Of an export. */
  readonly to?: AgreementFormat
  readonly reading?: readonly string[]
  /** Of a draft. */
  readonly force?: boolean
  readonly stdout?: boolean
  /** Of a check: print the clause patterns. */
  readonly patterns?: boolean
}

/** `parley agreement QUESTION FILE`: what an agreement lacks, where it locks itself, what it leaves open, whether it is kept. */
export async function runAgreement(
  question: Question,
  place: string | undefined,
  options: AgreementOptions,
  effects: Effects,
): Promise<number> {
  if (question === 'schema') {
    await deliver(json(agreementJsonSchema()), options.output, effects)
    return exit.done
  }
  if (place === undefined && question === 'check' && options.patterns) {
    await deliver(options.json ? json({ patterns: clausePatterns }) : patternsText(), options.output, effects)
    return exit.done
  }
  if (place === undefined)
    throw new Fault('No agreement is named.', { mend: 'Name a case folder or a YAML file.', exitCode: 2 })
  if (question === 'pledges') return (await import('./pledges.js')).runPledges(place, options, effects)
  if (question === 'draft') return (await import('./agreement-draft.js')).runAgreementDraft(place, options, effects)
  if (question === 'trends') return trending(place, options, effects)
  const file = agreementFile(place)
  if (question === 'check') return check(file, options, effects)
  if (question === 'compare') return comparing(file, options, effects)
  const read = readAgreement(file)
  if (question === 'export') {
    const text = await exportedAgreement(read, file, options.to, options.reading)
    await deliver(text, options.output, effects)
    return exit.done
  }
  if (question === 'compliance') {
    if (read.kind === 'case') throw noNorms(file)
    return keeping(read.agreement, file, options, effects)
  }
  const text = atPlace(file, () => {
    const isWhole = read.kind === 'agreement'
    if (question === 'sequence') {
      const answer = sequence(isWhole ? sequenceCaseOf(read.agreement, known(read.agreement, file)) : read.value)
      return options.json ? json(answer) : sequenceText(answer)
    }
    const answer = coverage(isWhole ? coverageCaseOf(read.agreement) : read.value)
    return options.json ? json(answer) : coverageText(answer)
  })
  await deliver(text, options.output, effects)
  return exit.done
}

async function check(file: string, options: AgreementOptions, effects: Effects): Promise<number> {
  const faults = agreementFaults(readFileSync(file, 'utf8'), file)
  const [first, ...others] = faults
  for (const { place, message } of others) effects.err(`${place}: ${message}\n`)
  if (first) throw first
  const read = readAgreement(file)
  if (read.kind === 'case') throw noNorms(file)
  const items = checkAgainstPatterns(read.agreement)
  const missing = clausePatterns.filter(({ id }) => items.some(item => item.id === id && item.is === 'lacking'))
  const text = options.json
    ? json({ valid: true, items, ...(options.patterns ? { patterns: missing } : {}) })
    : `${checkText(read.agreement, items)}${options.patterns && missing.length > 0 ? `\n${patternsText(missing)}` : ''}`
  await deliver(text, options.output, effects)
  return exit.done
}

async function comparing(file: string, options: AgreementOptions, effects: Effects): Promise<number> {
  if (options.with === undefined)
    throw new Fault('The later draft is not named.', { mend: 'Name it with --with FILE.', exitCode: 2 })
  const [before, after] = [file, agreementFile(options.with)].map(place => {
    const read = readAgreement(place)
    if (read.kind === 'case') throw noNorms(place)
    return read.agreement
  }) as [Agreement, Agreement]
  const answer = compareAgreements(before, after)
  await deliver(options.json ? json(answer) : compareText(before, after, answer), options.output, effects)
  return exit.done
}

async function keeping(
  agreement: Agreement,
  file: string,
  options: AgreementOptions,
  effects: Effects,
): Promise<number> {
  const log = readLogs(file, options.incidents, { format: options.format, columns: options.column })
  const answer = compliance(agreement, log.entries, options.asOf)
  const text = options.json ? json(complianceJson(agreement, answer)) : complianceText(agreement, answer)
  await deliver(text, options.output, effects)
  return listRefusals(log, effects) > 0 ? exit.doneWithRefusals : exit.done
}

/** Of a table of incidents alone, or of those beside an agreement. */
async function trending(place: string, options: AgreementOptions, effects: Effects): Promise<number> {
  const given = { format: options.format, columns: options.column }
  const isTable = /\.csv$/i.test(place)
  const log = isTable ? readLogs('', [place], given) : readLogs(agreementFile(place), options.incidents, given)
  const event = options.event === undefined ? undefined : { day: dayOf(options.event), window: options.window ?? 30 }
  const counted = countedIncidents(log.entries, options.asOf)
  const answer = trends(counted, event ? { event } : {})
  await deliver(options.json ? json(trendsJson(answer)) : trendsText(answer, options.event), options.output, effects)
  return listRefusals(log, effects) > 0 ? exit.doneWithRefusals : exit.done
}

/** What is known to have happened counts for what can happen next. */
const known = (agreement: Agreement, file: string) => compliance(agreement, readLogs(file, undefined).entries)

const noNorms = (place: string) =>
  new Fault('This file holds no agreement.', {
    place,
    mend: 'Expected `title`, `parties`, `provisions` and `norms`: `parley agreement schema` describes them.',
  })

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** What is wrong with a value is wrong with the file that it stands in. */
function atPlace<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault && error.place === undefined) {
      throw new Fault(error.message, { place, mend: 'The fields are described in docs/reference.md.', cause: error })
    }
    throw error
  }
}
