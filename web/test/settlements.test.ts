import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoFolder } from '../../test/demo-gold.js'
import { inventedCase } from '../../test/invented-case.js'
import { type Visit, visit } from './browser.js'

let folder = ''
let model = ''
let pages: Visit
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-page-'))
  model = await readFile(join(demoFolder, 'model.yaml'), 'utf8')
  await writeFile(join(folder, 'model.yaml'), model)
  pages = await visit(inventedCase, folder)
}, 60_000)
afterAll(async () => {
  await pages.close()
  await rm(folder, { recursive: true })
})

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.each(['light', 'dark'] as const)(
  'the page says what holds how surely, and axe finds nothing, in %s',
  async scheme => {
    const page = await pages.open('/settlements', { colorScheme: scheme, viewport: { width: 1440, height: 1000 } })
    await page
      .getByText(/holds in \d+ % of plausible preferences/)
      .first()
      .waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/predict/i)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(
      values => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values: [...values] } }),
      standard,
    )
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html).slice(0, 2)])).toEqual([])
    await page.context().close()
  },
)

test('a standard and a weight stand in the URL, and the answer follows', async () => {
  const page = await pages.open('/settlements')
  await page
    .getByText(/holds in/)
    .first()
    .waitFor()
  await page.getByLabel('By').selectOption('egalitarian')
  await page.locator('summary', { hasText: 'Velmara' }).click()
  await page
    .getByRole('slider', { name: /The Kestrel ridge/ })
    .first()
    .fill('90')
  expect(page.url()).toContain('by=egalitarian')
  await expect.poll(() => page.url()).toContain('ridge')
  await page.getByText('90 %').waitFor()
  await page.context().close()
})

test('what is edited is written to model.yaml with its comments, and can be undone', async () => {
  const page = await pages.open('/settlements')
  await page
    .getByText(/holds in/)
    .first()
    .waitFor()
  await page.getByText('Edit model.yaml').click()
  await page.locator('#model-text').fill(model.replace('name: The Orsa talks', 'name: The talks'))
  await page.getByRole('button', { name: 'Write model.yaml' }).click()
  await page.getByText('model.yaml is written.').waitFor()
  const written = await readFile(join(folder, 'model.yaml'), 'utf8')
  expect(written).toBe(model.replace('name: The Orsa talks', 'name: The talks'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readFile(join(folder, 'model.yaml'), 'utf8')).toBe(model)
  await page.context().close()
})

test('at 390 pixels the page does not scroll sideways', async () => {
  const page = await pages.open('/settlements', { viewport: { width: 390, height: 844 } })
  await page
    .getByText(/holds in/)
    .first()
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await page.context().close()
})

test('the page logs no error and keeps to the policy of its server', () => {
  expect(pages.errors).toEqual([])
})
