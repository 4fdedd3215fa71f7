import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type AgreementFile, parseAgreement } from '../agreements/agreement/agreement-file.js'
import type { Agreement } from '../agreements/agreement.js'
import { type LogFile, type LogFormat, readLog } from '../agreements/compliance/log-file.js'
import { Fault } from '../fault.js'

/** An agreement with what happened afterwards, as a case folder holds them. */
export interface AgreementCase extends LogFile {
  readonly agreement: Agreement
}

/** The file that a place means: itself, or the agreement.yaml of a folder. */
export function agreementFile(place: string): string {
  if (!existsSync(place)) throw new Fault('There is no such file or folder.', { place, mend: 'Check the path.' })
  if (!statSync(place).isDirectory()) return place
  const file = join(place, 'agreement.yaml')
  if (existsSync(file)) return file
  throw new Fault('There is no agreement.yaml in this folder.', { place, mend: 'Name a YAML or JSON file.' })
}

export const readAgreement = (file: string): AgreementFile => parseAgreement(readFileSync(file, 'utf8'), file)

/**
 * The log beside an agreement: `incidents.csv` and `events.csv` of its folder, or the files named.
 *
 * @throws Fault where a file that is named does not exist or is no table of events
 */
export function readLogs(
  agreementPlace: string,
  named: readonly string[] | undefined,
  options: { format?: LogFormat | undefined; columns?: Readonly<Record<string, string>> | undefined } = {},
): LogFile {
  const folder = dirname(agreementPlace)
  const files = named ?? ['incidents.csv', 'events.csv'].map(name => join(folder, name)).filter(existsSync)
  const read = files.map(file => {
    if (!existsSync(file)) throw new Fault('There is no such file.', { place: file, mend: 'Check the path.' })
    return readLog(readFileSync(file, 'utf8'), file, { format: options.format, columns: options.columns ?? {} })
  })
  return { entries: read.flatMap(({ entries }) => entries), refused: read.flatMap(({ refused }) => refused) }
}

/** What the pages show of a case folder's agreement; null where it has none. */
export function agreementOfCase(folder: string): AgreementCase | null {
  const file = join(folder, 'agreement.yaml')
  if (!existsSync(file)) return null
  const read = readAgreement(file)
  return read.kind === 'case' ? null : { agreement: read.agreement, ...readLogs(file, undefined) }
}
