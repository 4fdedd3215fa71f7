import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Fault } from '../fault.js'
import type { Rulings } from '../positions/rulings/ruling.js'
import type { Refusal, Report } from '../reports/report.js'
import { type ReadOptions, readReports } from '../reports/sources/read.js'
import { type CaseFile, emptyCase, parseCase } from './case-file.js'
import { rulingsAt } from './rulings-file.js'

/** What stands at some places: the case file, the reports, and what could not be read. */
export interface OpenedCase {
  readonly file: CaseFile
  readonly reports: readonly Report[]
  readonly refused: readonly Refusal[]
  /** The texts of proposals that the case file names, by file. */
  readonly texts: ReadonlyMap<string, string>
  /** What persons ruled; absent: nothing. */
  readonly rulings?: Rulings
}

export interface OpenOptions extends Pick<ReadOptions, 'input' | 'fields' | 'network'> {
  /** Told how many inputs have been read. */
  readonly onRead?: (count: number) => void
  /** Read the reports as if there were no case.yaml. */
  readonly ignoreCaseFile?: boolean
}

/**
 * Opens a case folder, or any folders and files: `case.yaml` and
 * `rulings.yaml` are obeyed where one folder is named that holds them.
 *
 * @throws Fault for a case.yaml or rulings.yaml that is wrong; reports that cannot be read are refused, not thrown
 */
export async function openCase(places: readonly string[], options: OpenOptions = {}): Promise<OpenedCase> {
  const file = await caseFileAt(places, options)
  const rulings = await rulingsAt(places, file)
  const reports: Report[] = []
  const refused: Refusal[] = []
  for await (const reading of readReports(places, options)) {
    if (reading.kind === 'report') reports.push(withOutlet(reading.report, file))
    else refused.push(reading.refusal)
    options.onRead?.(reports.length + refused.length)
  }
  return { file, reports, refused, texts: await textsOf(file, places[0] ?? '.'), rulings }
}

/** What `case.yaml` says where one folder is named that holds one; otherwise nothing but a name. */
export async function caseFileAt(
  places: readonly string[],
  { ignoreCaseFile }: Pick<OpenOptions, 'ignoreCaseFile'> = {},
): Promise<CaseFile> {
  const [place, ...others] = places
  if (place === undefined || place === '-' || others.length > 0) return { ...emptyCase, name: 'Reports' }
  const named = { ...emptyCase, name: basename(resolve(place)) }
  const isFolder = await stat(place).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder || ignoreCaseFile) return named
  const path = join(place, 'case.yaml')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? named : parseCase(text, path)
}

const longestText = 1024 * 1024

/** @throws Fault where a text that the case file names is not there, or is no text */
async function textsOf({ proposals }: CaseFile, folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const { id, text: file } of proposals) {
    if (file === undefined) continue
    const fault = (reason: string) =>
      new Fault(`Field \`proposals\`: ${reason}`, {
        place: join(folder, 'case.yaml'),
        mend: `Put the text of "${id}" into ${join(folder, file)}, or leave \`text\` out.`,
      })
    const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      throw fault(`${file} cannot be read (${error.code}).`)
    })
    if (bytes.length > longestText) throw fault(`${file} is longer than ${longestText} bytes.`)
    texts.set(file, bytes.toString('utf8'))
  }
  return texts
}

/** The case's own name for an outlet wins over what the report calls itself. */
function withOutlet(report: Report, { outlets }: CaseFile): Report {
  const place = report.place.toLowerCase()
  const url = report.url?.toLowerCase() ?? ''
  const found = outlets.find(({ match }) => place.includes(match.toLowerCase()) || url.includes(match.toLowerCase()))
  return found ? { ...report, outlet: found.name } : report
}
