import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Fault } from '../fault.js'
import { type OpenedCase, openCase } from '../record/case-folder.js'
import { type Credit, credits } from '../reports/credits.js'
import { drift } from '../reports/drift.js'
import { type Drift, type Lineage, lineages } from '../reports/lineage.js'
import { type Branch, family } from '../reports/lineages/family.js'
import type { Report, ReportId } from '../reports/report.js'
import { sideBySide } from '../server/side-by-side.js'
import { type Effects, exit } from './effects.js'
import { lineageText } from './lineage-text.js'
import { listRefusals } from './read-record.js'

export interface LineageOptions {
  readonly json?: boolean
  /** Where the other reports are; left out: the case folder that the report lies in. */
  readonly in?: readonly string[]
  /** Align with this report instead of the one that it hangs on. */
  readonly beside?: string
}

/** All that is known of one report's lineage. */
export interface LineageAnswer {
  readonly report: ReportId
  readonly lineage: Lineage
  readonly members: readonly Pick<Report, 'id' | 'place' | 'outlet' | 'title' | 'date'>[]
  readonly tree: Branch | null
  /** Whose reports it says that it rests on. */
  readonly credits: readonly Credit[]
  /** The report beside the one that it hangs on, or beside the next that hangs on it; null for a report alone. */
  readonly alignment: { readonly a: ReportId; readonly b: ReportId; readonly rows: readonly AlignedRow[] } | null
  readonly drift: readonly (Drift & {
    /** Whether no other report of the lineage has it: not said to be false, only not confirmed here. */
    readonly uncorroborated: boolean
  })[]
}

/** A sentence of one or of both reports; `elsewhere`: its counterpart stands at another place. */
export interface AlignedRow {
  readonly a: string | null
  readonly b: string | null
  readonly elsewhere: boolean
}

/** `parley lineage REPORT`: exit 0, or 3 when an input of the case was refused. */
export async function runLineage(wanted: string, options: LineageOptions, effects: Effects): Promise<number> {
  const places = options.in ?? [await caseOf(wanted)]
  const opened = await openCase(places, { input: effects.input })
  const report = named(wanted, opened, places)
  const beside = options.beside === undefined ? null : named(options.beside, opened, places)
  const answer = lineageAnswer(report, beside, opened.reports)
  effects.out(options.json ? `${JSON.stringify(answer, null, 2)}\n` : lineageText(answer, effects))
  return listRefusals(opened, effects) > 0 ? exit.doneWithRefusals : exit.done
}

function lineageAnswer(report: Report, beside: Report | null, reports: readonly Report[]): LineageAnswer {
  const lineage = lineages(reports).find(({ members }) => members.includes(report.id))!
  const byId = new Map(reports.map(one => [one.id, one]))
  const tree = family(lineage)
  const other = beside ?? byId.get((tree && nextTo(report.id, tree)) ?? '')
  return {
    report: report.id,
    lineage,
    members: lineage.members
      .flatMap(id => byId.get(id) ?? [])
      .map(({ id, place, outlet, title, date }) => ({ id, place, outlet, title, date })),
    tree,
    credits: credits(reports).filter(credit => credit.report === report.id),
    alignment: other ? aligned(other, report) : null,
    drift: drift(lineage, reports).map(one => ({ ...one, uncorroborated: one.kind === 'added' })),
  }
}

/** The report that one hangs on in the tree; of the first, the first that hangs on it. */
function nextTo(report: ReportId, tree: Branch): ReportId | undefined {
  if (tree.report === report) return tree.branches[0]?.report
  const isHere = tree.branches.some(branch => branch.report === report)
  return isHere ? tree.report : tree.branches.map(branch => nextTo(report, branch)).find(Boolean)
}

function aligned(a: Report, b: Report): LineageAnswer['alignment'] {
  const words = ({ text }: Report, span: { start: number; end: number } | null) =>
    span && text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const { rows } = sideBySide(a, b)
  return {
    a: a.id,
    b: b.id,
    rows: rows.map(row => ({ a: words(a, row.a), b: words(b, row.b), elsewhere: row.elsewhere !== null })),
  }
}

/** The folder with a case.yaml above a file, else the folder that the file lies in; here, for an id. */
async function caseOf(wanted: string): Promise<string> {
  const isThere = (place: string) =>
    stat(place).then(
      () => true,
      () => false,
    )
  const file = wanted.replace(/#\d+$/, '')
  if (!(await isThere(file))) return '.'
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (await isThere(resolve(folder, 'case.yaml'))) return folder
    if (folder === dirname(folder)) return dirname(resolve(file))
  }
}

/** @throws Fault where no report or several have that id, place or path */
function named(wanted: string, { reports }: OpenedCase, places: readonly string[]): Report {
  const path = resolve(wanted)
  const isPath = ({ place }: Report) =>
    places.some(folder => resolve(folder, place) === path || resolve(folder) === path)
  const found =
    [
      reports.filter(({ id }) => id === wanted),
      reports.filter(report => report.place === wanted || isPath(report)),
      reports.filter(({ place }) => place.endsWith(`/${wanted}`)),
    ].find(some => some.length > 0) ?? []
  const [report, ...others] = found
  if (report && others.length === 0) return report
  throw new Fault(report ? 'Several reports have this name.' : `There is no such report in ${places.join(' ')}.`, {
    place: wanted,
    mend: report
      ? `Name one by its id: ${found
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}.`
      : 'Give the path of a report or its id (parley export CASE --what reports), and the case with --in CASE.',
    exitCode: 2,
  })
}
