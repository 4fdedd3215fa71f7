/**
 * How the record grows with its case: CPU seconds a stage, reports a second, and memory, for each size named.
 *
 *     npm run bench:stages -- 100 500 2000 [--data DIR]
 *
 * The reports are invented ones, or the stories of DIR (`data/reports/stories.dev.jsonl.gz`), cut to their first 3,000
 * characters. Stages run as in `buildRecord`, without the trained readers, whose time is that of the text alone.
 */
import { cpuUsage, resourceUsage } from 'node:process'
import { parseArgs } from 'node:util'
import { caseGazetteer } from '../src/actors/resolve.js'
import { acts as actsOf } from '../src/positions/acts.js'
import { conditionGraph } from '../src/positions/condition-graph.js'
import { issueDefinitions } from '../src/positions/definitions.js'
import { discrepancies } from '../src/positions/discrepancies.js'
import { options as optionsOf } from '../src/positions/options/options.js'
import { positions } from '../src/positions/positions.js'
import { proposals } from '../src/positions/proposals.js'
import { drift as driftOf } from '../src/reports/drift.js'
import { lineages as lineagesOf } from '../src/reports/lineage.js'
import type { Report } from '../src/reports/report.js'
import { statements as statementsOf } from '../src/statements/statements.js'
import { reportOfRow, rowsOf } from '../training/data.js'
import { dataFolder } from './data-folder.js'
import { generatedReports } from './generated-reports.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
const longest = 3000
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 500]
for (const size of sizes) figure(reports(size))

function reports(size: number): Report[] {
  if (values.data === undefined) return generatedReports(size)
  return rowsOf(dataFolder(values.data), 'stories')
    .filter(({ source, text }) => source === 'allsides' && text !== '')
    .slice(0, size)
    .map(row => reportOfRow({ ...row, text: row.text.slice(0, longest) }))
}

function figure(all: readonly Report[]): void {
  const seconds: (readonly [stage: string, seconds: number])[] = []
  const timed = <T>(stage: string, run: () => T): T => {
    const before = cpuUsage()
    const result = run()
    const { user, system } = cpuUsage(before)
    seconds.push([stage, (user + system) / 1e6])
    return result
  }
  const gazetteer = caseGazetteer([])
  const said = timed('statements', () => statementsOf(all))
  const acts = timed('acts', () => actsOf(said, all, issueDefinitions, gazetteer))
  const lineages = timed('lineages', () => lineagesOf(all))
  const drift = timed('drift', () => lineages.flatMap(lineage => driftOf(lineage, all)))
  const options = timed('options', () =>
    optionsOf({ acts, reports: all, lineages, issues: issueDefinitions, gazetteer }),
  )
  timed('positions', () => positions(acts, all, lineages, options))
  timed('conditions', () => conditionGraph(acts, all, lineages))
  timed('discrepancies', () => discrepancies(acts, all, lineages, drift, undefined, gazetteer))
  timed('proposals', () => proposals(acts, all, lineages, { gazetteer, given: [], nameOf: party => party }))
  const total = seconds.reduce((sum, [, each]) => sum + each, 0)
  console.log(
    `${all.length} reports, ${acts.length} statements: ${total.toFixed(1)} s of CPU, ${(all.length / total).toFixed(1)} reports a second, ${Math.round(resourceUsage().maxRSS / 1000)} MB`,
  )
  for (const [stage, each] of seconds) console.log(`  ${stage.padEnd(14)}${each.toFixed(2).padStart(8)}`)
}
