import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
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
  pages = await visit({ ...inventedCase, acts, statements: acts.map(one => one.statement), positions: [] })
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
