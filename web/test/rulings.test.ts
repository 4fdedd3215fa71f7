import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { ruledInventedCase } from '../../test/ruled-invented-case.js'
import { type Visit, visit } from './browser.js'

let folder = ''
let pages: Visit
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-ruled-'))
  pages = await visit(inventedCase, folder, { rebuild: ruledInventedCase })
}, 60_000)
afterAll(async () => {
  await pages.close()
  await rm(folder, { recursive: true })
})

const first = inventedCase.acts[0]!.statement.id
const open = `/statements?open=${encodeURIComponent(`statement,${first}`)}`
const rulingsFile = () => readFile(join(folder, 'rulings.yaml'), 'utf8')

test('a statement is ruled on by keyboard, stays ruled after a reload, and undo takes it back', async () => {
  const page = await pages.open(open)
  const drawer = page.getByRole('complementary', { name: 'Evidence' })
  await drawer.getByText('Rule on this statement').focus()
  await page.keyboard.press('Enter')
  await drawer.getByLabel('Act', { exact: true }).selectOption('REQUEST')
  await drawer.getByLabel('Your name').fill('Lena Orr')
  await drawer.getByLabel('Reason').fill('She only asks for it')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await drawer.getByText('Ruled: rulings.yaml is written.').waitFor()
  expect(await rulingsFile()).toContain('act: REQUEST')

  const other = await pages.open(`${open}&ruled=ruled`)
  const ruling = other.getByRole('region', { name: 'Ruling' })
  expect(await ruling.innerText()).toMatch(/Ruled by Lena Orr, .*: She only asks for it/)
  expect(await ruling.innerText()).toContain('The machine had read: act demands')
  expect(await other.locator('h1').innerText()).toBe('1 statement')
  await other.evaluate(axe.source)
  const { violations } = await other.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html).slice(0, 2)])).toEqual([])
  await other.context().close()

  await drawer.getByRole('button', { name: 'Undo' }).click()
  await drawer.getByText('Undone.').waitFor()
  expect(await drawer.getByRole('region', { name: 'Ruling' }).count()).toBe(0)
  expect(await rulingsFile()).not.toContain('REQUEST')
  await page.context().close()
}, 60_000)

test('what is ruled to be no statement leaves the table, and is found under its filter', async () => {
  const page = await pages.open(open)
  const drawer = page.getByRole('complementary', { name: 'Evidence' })
  await drawer.getByText('Rule on this statement').click()
  await drawer.getByLabel('This is not a statement').check()
  await drawer.getByLabel('Your name').fill('Lena Orr')
  await drawer.getByLabel('Reason').fill('The paper’s own words')
  await drawer.getByRole('button', { name: 'Rule', exact: true }).click()
  const left = `${inventedCase.statements.length - 1} statements`
  await expect.poll(() => page.locator('h1').innerText()).toBe(left)
  await page.getByLabel('no statement').check()
  await expect.poll(() => page.locator('h1').innerText()).toBe('1 statement')
  expect(page.url()).toContain('ruled=struck')
  await drawer.getByRole('button', { name: 'Undo' }).click()
  await drawer.getByText('Undone.').waitFor()
  await page.context().close()
}, 60_000)

test('a discrepancy is resolved with a reason, and the filter tells resolved from open', async () => {
  const page = await pages.open('/discrepancies')
  const card = page.locator('li.card').first()
  await card.getByText('Resolve…').click()
  await card.getByLabel('The second side is right').check()
  await card.getByLabel('Your name').fill('Lena Orr')
  await card.getByLabel('Reason').fill('The calendar says so')
  await card.getByRole('button', { name: 'Rule', exact: true }).click()
  await card.getByText('The calendar says so').waitFor()
  await page.reload()
  await page.getByRole('group', { name: 'Ruling' }).getByRole('button', { name: 'resolved' }).click()
  await expect.poll(() => page.locator('h1').innerText()).toBe('1 discrepancy')
  expect(await page.locator('.ruling').innerText()).toContain('The second side is right, ruled by Lena Orr')
  await page.context().close()
  expect(pages.errors).toEqual([])
}, 60_000)
