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
  await page.getByRole('combobox', { name: /^By/ }).selectOption('egalitarian')
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

test('a state of the conflict opens its verdicts, the move that tempts with its sanction, and what would make it last', async () => {
  const page = await pages.open('/settlements')
  const graph = page.getByRole('region', { name: /Graph of states/ })
  await graph.getByRole('link', { name: /^4\. Velmara signs/ }).click()
  const drawer = page.getByRole('complementary', { name: 'Evidence' })
  await drawer.getByRole('heading', { name: /^State 4: Velmara signs the treaty \+ Dorvania withdraws/ }).waitFor()
  expect(page.url()).toContain('open=state%2C4')
  expect(await drawer.innerText()).toMatch(
    /The Lowland Compact: stays by GMR.*\s+would rather go to state 8: but then\s+Dorvania moves to state 6/,
  )
  expect(await drawer.innerText()).toContain('reached from today only if somebody moves against its own preference')
  await drawer.getByText(/going to state 2 must not pay: it likes state 2 no better than this one/).waitFor()
  await drawer.getByRole('combobox', { name: /^By/ }).selectOption('GMR')
  await drawer
    .getByText(/since .* moves to state/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).not.toContain('open=')
  await page.context().close()
})

test('the graph can show every move, mark one concept, and be saved as a drawing', async () => {
  const page = await pages.open('/settlements?lasts=coalition')
  const graph = page.getByRole('region', { name: /Graph of states/ })
  await graph.waitFor()
  expect(await graph.locator('a.marked').count()).toBe(1)
  const paying = await graph.locator('path.arrow').count()
  await page.getByRole('combobox', { name: /^Moves/ }).selectOption('all')
  await expect.poll(() => graph.locator('path.arrow').count()).toBeGreaterThan(paying)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'SVG' }).last().click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('conflict.svg')
  const drawing = await readFile(await file.path(), 'utf8')
  expect(drawing).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(drawing).not.toMatch(/href="#\/|var\(--/)
  await page.context().close()
})

/** Names that hold every sign an address gives a meaning to. */
const stuck = `name: Stuck
issues:
  - { id: "dam, old & 50 %", options: ["shared #1?", closed] }
  - { id: fish/shore, options: [free, shut] }
parties:
  - id: "ARDO, north"
    weights: { given: { "dam, old & 50 %": 3, fish/shore: 1 } }
    values:
      "dam, old & 50 %": { given: { "shared #1?": 0, closed: 1 } } # kept
      fish/shore: { given: { free: 1, shut: 0 } }
    reserve: { given: 0, evidence: assumed }
    redLines: [{ never: { "dam, old & 50 %": "shared #1?" }, note: no sharing }]
  - id: BESK
    weights: { given: { "dam, old & 50 %": 3, fish/shore: 1 } }
    values:
      "dam, old & 50 %": { given: ["shared #1?", closed] }
      fish/shore: { given: [shut, free] }
    reserve: { given: 3, evidence: assumed }
`

test('where there is no zone the page says which stops bind, and a form that moves one opens it, comments kept', async () => {
  await writeFile(join(folder, 'model.yaml'), stuck)
  const page = await pages.open('/settlements')
  await page.getByRole('heading', { name: 'There is no zone of agreement' }).waitFor()
  const main = page.locator('main')
  expect(await main.innerText()).toContain('ARDO, north’s red line')
  expect(await main.innerText()).toContain('BESK: accept 2 less than it has without one')
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    values => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values: [...values] } }),
    standard,
  )
  expect(violations.map(({ id }) => id)).toEqual([])

  await page.getByRole('link', { name: /^reserve: what BESK/ }).click()
  const drawer = page.getByRole('complementary', { name: 'Evidence' })
  await drawer.getByLabel('A number, 2 to 5, or ?').fill('1 to x')
  await drawer.getByLabel('A number, 2 to 5, or ?').press('Enter')
  await drawer.getByText('Expected a number').waitFor()
  await drawer.getByLabel('A number, 2 to 5, or ?').fill('0')
  await drawer.getByLabel('A number, 2 to 5, or ?').press('Enter')
  await page
    .getByText(/holds; nothing|holds in/)
    .first()
    .waitFor()
  expect(await readFile(join(folder, 'model.yaml'), 'utf8')).toContain('# kept')
  expect(await readFile(join(folder, 'model.yaml'), 'utf8')).toContain('given: 0')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'There is no zone of agreement' }).waitFor()
  expect(await readFile(join(folder, 'model.yaml'), 'utf8')).toBe(stuck)
  await page.context().close()
})

test('a value, a weight and a red line are changed by a form, whatever their names, and the address leads back to them', async () => {
  await writeFile(join(folder, 'model.yaml'), stuck)
  const address = `/settlements?open=${encodeURIComponent('input,ARDO%2C north,dam%2C old & 50 %25')}`
  const page = await pages.open(address)
  const drawer = page.getByRole('complementary', { name: 'Evidence' })
  await drawer.getByRole('heading', { name: 'ARDO, north on dam, old & 50 %' }).waitFor()
  await drawer.getByLabel('shared #1?', { exact: true }).first().fill('0.5 to 0.8')
  await drawer.getByRole('button', { name: 'Write' }).first().click()
  const written = () => readFile(join(folder, 'model.yaml'), 'utf8')
  await expect.poll(written).toMatch(/shared #1\?": \[ ?0.5, 0.8 ?\].*# kept/)
  await drawer.getByRole('checkbox', { name: 'shared #1?' }).uncheck()
  await expect.poll(written).not.toContain('no sharing')
  await drawer.getByLabel('fish/shore').fill('much')
  await drawer.getByRole('button', { name: 'Write' }).last().click()
  await drawer.getByText('fish/shore: expected a number').waitFor()
  await drawer.getByLabel('fish/shore').fill('2')
  await drawer.getByRole('button', { name: 'Write' }).last().click()
  await expect.poll(written).toMatch(/50 %": 3, fish\/shore: 2/)
  await page.context().close()
  await writeFile(join(folder, 'model.yaml'), model)
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
