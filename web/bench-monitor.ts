import { inventedCase } from '../test/invented-case.js'
import { manyIncidents } from '../test/many-incidents.js'
import { visit } from './test/browser.js'

/**
 * How fluent the monitor page is: `tsx web/bench-monitor.ts [COUNT]`, 100,000 incidents where none is said.
 *
 * In a headless browser without a graphics card, on the built pages (`npm run build`): the time until counts and table are
 * there, the frames while the table scrolls from end to end, and how long a filter blocks the page.
 */
const count = Number(process.argv[2] ?? 100_000)
const pages = await visit(inventedCase, undefined, { agreement: manyIncidents(count) })
const began = performance.now()
const page = await pages.open('/agreement?tab=monitor')
await page.getByRole('region', { name: 'Incidents' }).waitFor({ timeout: 60_000 })
console.log(`${count} incidents: counts and table after ${seconds(performance.now() - began)}`)
await page.waitForTimeout(5000)

const frames = await page.getByRole('region', { name: 'Incidents' }).evaluate(async node => {
  const steps = 120
  const times: number[] = []
  let before = performance.now()
  for (let n = 1; n <= steps; n++) {
    node.scrollTop = (node.scrollHeight * n) / steps
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    times.push(now - before)
    before = now
  }
  return { times: times.sort((a, b) => a - b), rows: node.querySelectorAll('tbody tr').length }
})
const at = (share: number) => `${(frames.times[Math.floor((frames.times.length - 1) * share)] ?? 0).toFixed(0)} ms`
console.log(
  `scrolled from end to end in ${frames.times.length} frames: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}; ${frames.rows} rows in the page`,
)

for (const [what, change] of [
  ['a side', "[aria-label='Side'] button"],
  ['a kind', "[aria-label='Kind'] button"],
] as const) {
  const blocked = await page.evaluate(async selector => {
    const long: number[] = []
    const observer = new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    const start = performance.now()
    ;(document.querySelector(selector) as HTMLElement).click()
    await new Promise(requestAnimationFrame)
    await new Promise(done => setTimeout(done, 0))
    const table = performance.now() - start
    await new Promise(done => setTimeout(done, 8000))
    observer.disconnect()
    return { table, long: Math.max(0, ...long) }
  }, change)
  console.log(
    `filtered by ${what}: table after ${blocked.table.toFixed(0)} ms, longest task until all is drawn ${blocked.long.toFixed(0)} ms`,
  )
}
await pages.close()

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
