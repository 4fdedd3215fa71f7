import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementOfCase } from '../../src/cli/agreement-files.js'
import { demoFolder } from '../../test/demo-gold.js'
import { inventedCase } from '../../test/invented-case.js'
import { type Visit, visit } from './browser.js'

let pages: Visit
beforeAll(async () => {
  pages = await visit(inventedCase, undefined, { agreement: agreementOfCase(demoFolder) })
}, 60_000)
afterAll(() => pages.close())

const drawer = 'aside[aria-label="Evidence"]'
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main [role=status]'))
const open = async (address: string, options = {}) => {
  const page = await pages.open(address, options)
  await settled(page)
  return page
}

test('a state in the margin leads to the norm, its timeline, and findings with rule, confidence and next step', async () => {
  const page = await open('/agreement')
  const margin = page.getByRole('listitem').filter({ hasText: '1. Ceasefire' })
  await margin.getByRole('link', { name: 'violated use of force' }).click()
  await page.locator(`${drawer} h2`, { hasText: 'use of force' }).waitFor()
  const words = await page.locator(drawer).innerText()
  expect(words).toContain('Both parties shall refrain from any use of force')
  expect(words).toMatch(/Rule attributed-breach; confidence \d+ %/)
  expect(words).toContain('Next step: account before the commission')
  expect(page.url()).toContain('open=norm')
  await page.keyboard.press('Escape')
  await page.waitForSelector(drawer, { state: 'detached' })
  await page.context().close()
})

test('what a party keeps in brackets is said', async () => {
  const page = await open('/agreement')
  expect(await page.locator('main').innerText()).toContain('kept in brackets by Dorvania')
  await page.context().close()
})

test('on an earlier day the states are those of what was known by then, and the URL says so', async () => {
  const page = await open('/agreement')
  const slider = page.getByRole('slider', { name: /As known on/ })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => page.url()).toContain('at=2025-04-21')
  await expect.poll(() => page.locator('main').innerText()).not.toContain('violated')
  await page.reload()
  await settled(page)
  expect(await page.locator('main').innerText()).toContain('An earlier view')
  await page.context().close()
})

test('a cell of the coverage quotes the clause and says why', async () => {
  const page = await open('/agreement?tab=coverage')
  await page
    .getByRole('row', { name: /shelling/ })
    .getByRole('link', { name: 'consults' })
    .click()
  await page.locator(`${drawer} blockquote`).waitFor()
  const words = await page.locator(drawer).innerText()
  expect(words).toContain('consult within 72 hours')
  expect(words).toMatch(/excluded area\s+Kestrel ridge\s+.?\s*not met/)
  await page.context().close()
})

test('the circle is drawn, and is gone when one party is not believed', async () => {
  const page = await open('/agreement?tab=sequence')
  expect(await page.locator('svg .node.marked').count()).toBe(3)
  expect(await page.locator('main').innerText()).toContain('Ways out, the cheapest first')
  await page.getByRole('group', { name: 'Believing' }).getByRole('button', { name: 'Dorvania' }).click()
  await expect.poll(() => page.locator('svg .node.marked').count()).toBe(0)
  expect(page.url()).toContain('readings=Dorvania')
  await page.context().close()
})

test('the monitor counts, filters by the URL, and exports what is on screen', async () => {
  const page = await open('/agreement?tab=monitor&side=Dorvania')
  const heading = page.getByRole('heading', { name: /^\d+ rows$/ })
  const rows = Number.parseInt(await heading.innerText(), 10)
  expect(rows).toBeGreaterThan(3)
  expect(await page.getByRole('heading', { name: new RegExp(`^${rows} incidents`) }).count()).toBe(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString('utf8').trim().split('\n')).toHaveLength(rows + 1)
  await page.getByLabel('Incidents that hold these words').fill('no such words')
  await page.getByText('No incident matches.').waitFor()
  await page.context().close()
})

test('the map is drawn where the browser can, and its table is always there', async () => {
  const page = await open('/agreement?tab=monitor')
  await page.waitForSelector('.maplibregl-canvas, .note')
  await page.getByText('The same as a table').click()
  expect(await page.getByRole('row', { name: /° N, .*° W/ }).count()).toBeGreaterThan(3)
  await page.context().close()
})

test('an incident leads to its versions and to what was found of it', async () => {
  const page = await open('/agreement?tab=monitor&open=incident%2Ci3')
  await page.locator(drawer).getByText('corrected on 12 May 2025').waitFor()
  expect(await page.locator(drawer).innerText()).toContain('no longer names a side')
  await page.context().close()
})

test('the small models answer, and their inputs stand in the URL', async () => {
  const page = await open('/agreement?tab=models')
  const words = () => page.locator('main').innerText()
  expect(await words()).toContain('Visit 37 of 100')
  expect(await words()).toContain('12 of 54: 13 % to 35 %')
  expect(await words()).not.toMatch(/predict/i)
  await page.getByLabel('Periods of punishment').fill('3')
  await expect.poll(words).toContain('0.5437')
  await page.getByLabel('Chance that a breach is noticed').fill('0.3')
  await expect.poll(words).toContain('At no patience does keeping the agreement pay.')
  expect(page.url()).toContain('seen=0.3')
  await page.context().close()
})

const addresses = [
  '/agreement',
  '/agreement?open=norm%2Cceasefire',
  '/agreement?tab=coverage&open=cover%2Ccompact-guarantee%2Cgauges-fail',
  '/agreement?tab=sequence&open=wait%2Cwithdrawal%2Ctreaty',
  '/agreement?tab=monitor&open=incident%2Ci3',
  '/agreement?tab=models',
]
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.each(['light', 'dark'] as const)(
  'axe finds nothing against WCAG 2.2 AA, in %s',
  async scheme => {
    const found: unknown[] = []
    for (const address of addresses) {
      const page = await open(address, { colorScheme: scheme, reducedMotion: 'reduce' })
      if (address.includes('monitor')) await page.waitForSelector('.maplibregl-canvas, .note')
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(
        values => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values: [...values] } }),
        standard,
      )
      found.push(
        ...violations.map(({ id, nodes }) => ({ address, id, nodes: nodes.map(node => node.html).slice(0, 3) })),
      )
      await page.context().close()
    }
    expect(found).toEqual([])
  },
  90_000,
)

test('at 390 pixels no tab scrolls sideways', async () => {
  for (const address of addresses) {
    const page = await open(address, { viewport: { width: 390, height: 844 } })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([address, over]).toEqual([address, 0])
    await page.context().close()
  }
}, 60_000)

test('the pages log no error and keep to the policy of their server', () => {
  expect(pages.errors).toEqual([])
})
