import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { manyIncidents } from '../../test/many-incidents.js'
import { type Visit, visit } from './browser.js'

/** The lake talks with the same words said a hundred thousand times. */
const many = 100_000
const [act] = inventedCase.acts
const acts = Array.from({ length: many }, (_, n) => ({
  ...act!,
  statement: {
    ...act!.statement,
    id: `${act!.statement.id}-${n}`,
    speaker: { ...act!.statement.speaker, name: `Voice ${n}` },
  },
}))

let pages: Visit
beforeAll(async () => {
  pages = await visit({ ...inventedCase, acts, statements: acts.map(one => one.statement), positions: [] }, undefined, {
    agreement: manyIncidents(many),
  })
}, 60_000)
afterAll(() => pages.close())

test('the table of statements scrolls through a hundred thousand rows, few of them in the page', async () => {
  const page = await pages.open('/statements')
  expect(await page.locator('h1').innerText()).toBe('100,000 statements')
  const frame = page.getByRole('region', { name: 'Statements' })
  expect(await frame.locator('tbody tr').count()).toBeLessThan(60)
  await frame.evaluate(node => node.scrollTo(0, node.scrollHeight))
  await frame.getByText('Voice 99999').waitFor()
  expect(await frame.locator('tbody tr').count()).toBeLessThan(60)
  await page.getByLabel('Statements that hold these words').fill('voice 4711')
  await expect.poll(() => page.locator('h1').innerText()).toBe('11 statements')
}, 60_000)

test('the table of incidents scrolls through a hundred thousand, few of them in the page', async () => {
  const page = await pages.open('/agreement?tab=monitor')
  const frame = page.getByRole('region', { name: 'Incidents' })
  await frame.waitFor({ timeout: 60_000 })
  expect(await page.getByRole('heading', { name: '100,000 rows' }).count()).toBe(1)
  expect(await frame.locator('tbody tr').count()).toBeLessThan(60)
  await frame.evaluate(node => node.scrollTo(0, node.scrollHeight))
  await frame.locator('tr[aria-rowindex="100001"]').waitFor()
  expect(await frame.locator('tbody tr').count()).toBeLessThan(60)
  await page.getByLabel('Incidents that hold these words').fill('incident 4711')
  await expect.poll(() => page.getByRole('heading', { name: /rows?$/ }).innerText()).toBe('11 rows')
}, 120_000)
