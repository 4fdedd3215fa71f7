import { join } from 'node:path'
import { buildRecord } from '../src/record/build.js'
import { openCase } from '../src/record/case-folder.js'
import { packageFolder } from '../src/record/model-files.js'
import { list } from './state/address.js'
import { visit } from './test/browser.js'

/** Makes the two pictures of `docs/` on the demo case: a position with its evidence, and a report in the dark. */
const root = packageFolder()
const record = buildRecord(await openCase([join(root, 'examples')]))
const size = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, reducedMotion: 'reduce' } as const
const pages = await visit(record)

// The cell with the most to show: two voices at odds, then the longest history.
const cell = [...record.positions].sort(
  (a, b) => Number(b.contested !== null) - Number(a.contested !== null) || b.history.length - a.history.length,
)[0]
const positions = await pages.open(
  `/positions?open=${encodeURIComponent(list.write(['cell', cell?.party ?? '', cell?.issue ?? '']))}`,
  { ...size, colorScheme: 'light' },
)
await positions.waitForSelector('aside blockquote')
await positions.screenshot({ path: join(root, 'docs/positions-light.png') })

// The report with the most red lines and conditions, its first statement chosen.
const weight = new Map<string, number>()
for (const { statement, redLine, condition } of record.acts) {
  weight.set(statement.report, (weight.get(statement.report) ?? 0) + Number(redLine) + Number(condition !== null))
}
const report = [...weight].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
const statement = record.acts.find(act => act.statement.report === report && act.condition)?.statement.id
const reader = await pages.open(`/reports/${report}?s=${encodeURIComponent(statement ?? '')}`, {
  ...size,
  colorScheme: 'dark',
})
await reader.waitForSelector('.text')
await reader.waitForTimeout(300)
await reader.screenshot({ path: join(root, 'docs/report-dark.png') })
await pages.close()
