import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { type Visit, visit } from './browser.js'

let pages: Visit
beforeAll(async () => {
  pages = await visit(inventedCase)
}, 60_000)
afterAll(() => pages.close())

const drawer = 'aside[aria-label="Evidence"]'
const cell = (page: Page, words: string) => page.locator('td button', { hasText: words }).first()

test('one click leads from a cell to its sentence, one more to the sentence in its report', async () => {
  const page = await pages.open('/positions')
  await page
    .getByRole('row', { name: /Observers at the lake/ })
    .getByRole('button', { name: /demands/ })
    .click()
  await page.waitForSelector(drawer)
  expect(await page.locator(`${drawer} h2`).textContent()).toBe('Arvenia on Observers at the lake')
  const quote = page.locator(`${drawer} blockquote`).first()
  expect(await quote.locator('mark.source').textContent()).toBe('Arvenian Foreign Minister Mira Tolvane')
  expect(await quote.locator('mark.cue').textContent()).toBe('said on Wednesday')
  expect(await quote.locator('mark.content').textContent()).toBe('that the lake must be watched by unarmed observers')

  await page.locator(drawer).getByRole('link', { name: 'Its place in the report' }).first().click()
  await page.waitForSelector('.text mark.chosen')
  expect(await page.locator('.text mark.chosen.content').textContent()).toBe(
    'that the lake must be watched by unarmed observers',
  )
  expect(await page.locator('.text mark.chosen.source').textContent()).toBe('Arvenian Foreign Minister Mira Tolvane')
  expect(await page.evaluate(() => document.activeElement?.id.startsWith('note-a1:'))).toBe(true)
  await page.context().close()
})

test('a rewrite is named under the source that it repeats, and is not counted as another', async () => {
  const page = await pages.open('/positions?open=cell%2CBMK%2Cobservers')
  await page.waitForSelector(drawer)
  const words = await page.locator(drawer).innerText()
  expect(words).toContain('1 src · 3 rep')
  expect(words).toContain('Same source, 3 reports: also in The Daily Quill, Newsroll 24')
  await page.context().close()
})

test('an issue unfolds into its options, by address and by keyboard, each with its evidence', async () => {
  const page = await pages.open('/positions')
  await page
    .getByRole('row', { name: /Observers at the lake/ })
    .getByRole('button', { name: '4 options' })
    .click()
  await expect.poll(() => page.url()).toContain('unfold=observers')
  const row = page.getByRole('row', { name: /foreign observers/ })
  expect(await row.locator('th').innerText()).toContain('foreign observers')
  await cell(page, 'rejects').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForSelector(drawer)
  expect(await page.locator(`${drawer} h2`).textContent()).toBe('Belmark: foreign observers')
  expect(await page.locator(`${drawer} blockquote`).count()).toBeGreaterThan(0)
  expect(await page.locator(drawer).innerText()).toContain('Other options of Observers at the lake')
  await page.context().close()
})

test('Esc closes the evidence and gives the focus back to the cell', async () => {
  const page = await pages.open('/positions')
  const button = cell(page, 'demands')
  await button.focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector(drawer)
  expect(page.url()).toContain('open=')
  await page.keyboard.press('Escape')
  await page.waitForSelector(drawer, { state: 'detached' })
  expect(page.url()).not.toContain('open=')
  await expect.poll(() => button.evaluate(node => node === document.activeElement)).toBe(true)
  await page.context().close()
})

test('the arrow keys go from cell to cell', async () => {
  const page = await pages.open('/positions?sort=taxonomy')
  await page.locator('td button').first().focus()
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('td')
      return [(cell?.parentElement as HTMLTableRowElement | null)?.rowIndex, cell?.cellIndex]
    })
  const start = await at()
  await page.keyboard.press('ArrowRight')
  expect(await at()).toEqual([start[0], (start[1] ?? 0) + 1])
  await page.keyboard.press('ArrowDown')
  expect(await at()).toEqual([(start[0] ?? 0) + 1, (start[1] ?? 0) + 1])
  await page.context().close()
})

test('filters stand in the URL and survive a reload', async () => {
  const page = await pages.open('/positions')
  await page.getByRole('group', { name: 'Parties' }).getByRole('button', { name: 'Belmark' }).click()
  await page.getByLabel('Rows by').selectOption('taxonomy')
  const columns = () => page.locator('thead th').allInnerTexts()
  expect(await columns()).toEqual(['Issue', 'Belmark'])
  await page.reload()
  await page.waitForSelector('table')
  expect(await columns()).toEqual(['Issue', 'Belmark'])
  expect(await page.getByLabel('Rows by').inputValue()).toBe('taxonomy')
  await page.context().close()
})

test('on an earlier day the matrix shows what was known by then, and what moved since another', async () => {
  const page = await pages.open('/positions?at=2031-04-03')
  expect(await page.getByRole('row', { name: /Observers/ }).innerText()).not.toContain('offers')
  const later = await pages.open('/positions?since=2031-04-03')
  expect(await later.getByRole('row', { name: /Elections/ }).innerText()).toContain('new')
  await page.context().close()
  await later.context().close()
})

test('j and k walk from statement to statement, and the URL says where', async () => {
  const page = await pages.open('/reports/a1')
  await page.waitForSelector('.text')
  await page.keyboard.press('j')
  await page.waitForSelector('mark.chosen')
  const first = await page.locator('mark.chosen.content').textContent()
  await page.keyboard.press('j')
  await expect.poll(() => page.locator('mark.chosen.content').textContent()).toContain('We will sign nothing')
  await page.keyboard.press('k')
  await expect.poll(() => page.locator('mark.chosen.content').textContent()).toBe(first)
  expect(page.url()).toContain('s=a1')
  await page.context().close()
})

test('debris is folded with its reason, and can be unfolded', async () => {
  const page = await pages.open('/reports/a1')
  const folded = page.locator('details.removed').filter({ hasText: 'share buttons' })
  await folded.waitFor()
  expect(await page.getByText('Share this story').isVisible()).toBe(false)
  await folded.locator('summary').click()
  expect(await page.getByText('Share this story').isVisible()).toBe(true)
  await page.context().close()
})

test('two reports of one source stand side by side with the differing words marked', async () => {
  const page = await pages.open('/reports/a1/a2')
  await page.waitForSelector('ins')
  expect(await page.locator('del').allInnerTexts()).toContain('must')
  expect(await page.locator('ins').allInnerTexts()).toContain('would need to')
  await page.context().close()
})

test('the tree of a source leads to two of its reports side by side, by keyboard alone', async () => {
  const page = await pages.open('/reports')
  const summary = page.locator('summary', { hasText: 'Tree, and why' }).first()
  await summary.focus()
  await page.keyboard.press('Enter')
  const tree = page.getByRole('list', { name: 'Lineage tree' }).first()
  await tree.waitFor()
  expect(await tree.locator('li li').count()).toBeGreaterThan(0)
  await tree.locator('li li a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Side by side')
  expect(page.url()).toMatch(/#\/reports\/[^/]+\/[^/]+$/)
  await page.context().close()
})

test('a discrepancy leads to the very words in the report', async () => {
  const page = await pages.open('/discrepancies')
  await page.locator('figure', { hasText: 'April 1, 2031' }).getByRole('link').click()
  await page.waitForSelector('mark.pointed')
  expect((await page.locator('mark.pointed').allInnerTexts()).join('')).toBe('April 1, 2031')
  await page.context().close()
})

test('facets narrow the statements, count what is left, and stand in the URL', async () => {
  const page = await pages.open('/statements')
  await page
    .getByRole('group', { name: 'Party' })
    .getByLabel(/Strait Union/)
    .check()
  expect(await page.locator('h1').innerText()).toBe('3 statements')
  expect(await page.getByRole('group', { name: 'Act' }).innerText()).toMatch(/offers\s+2\s+doubts\s+1/)
  await page.reload()
  await page.waitForSelector('h1')
  expect(await page.locator('h1').innerText()).toBe('3 statements')
  await page.context().close()
})

test('what is on screen is what is exported', async () => {
  const page = await pages.open('/statements?act=DOUBT')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Corve doubted that elections')
  await page.context().close()
})

test('the slash goes to the search, which finds parties, issues, reports and statements', async () => {
  const page = await pages.open('/')
  await page.keyboard.press('/')
  await page.keyboard.type('observers')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('observers'))
  expect(await page.locator('main h2').allInnerTexts()).toEqual(['Parties and issues', '3 reports', '10 statements'])
  await page.context().close()
})

test('the circle of conditions is named with who must be believed', async () => {
  const page = await pages.open('/conditions')
  expect(await page.locator('main').innerText()).toContain('This is circular if one believes both Belmark and Arvenia.')
  expect(await page.locator('svg .node.circle').count()).toBe(2)
  await page.context().close()
})

const addresses = [
  '/',
  '/positions',
  '/positions?open=cell%2CBMK%2Cobservers',
  '/reports',
  '/reports/a1?s=a1%3A74-181',
  '/reports/a1/a2',
  '/statements',
  '/conditions',
  '/discrepancies',
  '/proposals',
  '/search?q=observers',
]

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.each([
  { scheme: 'light', rules: { type: 'tag', values: standard } },
  // What is not colour is the same in the dark.
  { scheme: 'dark', rules: { type: 'rule', values: ['color-contrast'] } },
] as const)(
  'axe finds nothing against WCAG 2.2 AA on any page, in $scheme',
  async ({ scheme, rules }) => {
    const page = await pages.open('/', { colorScheme: scheme, reducedMotion: 'reduce' })
    await page.evaluate(axe.source)
    const found: unknown[] = []
    for (const address of addresses) {
      await goTo(page, address)
      const { violations } = await page.evaluate(
        only => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { ...only, values: [...only.values] } }),
        rules,
      )
      found.push(
        ...violations.map(({ id, nodes }) => ({ address, id, nodes: nodes.map(node => node.html).slice(0, 3) })),
      )
    }
    expect(found).toEqual([])
    await page.context().close()
  },
  60_000,
)

test('at 390 pixels no page scrolls sideways, and the matrix shows one party at a time', async () => {
  const page = await pages.open('/', { viewport: { width: 390, height: 844 } })
  for (const address of addresses) {
    await goTo(page, address)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([address, over]).toEqual([address, 0])
  }
  await goTo(page, '/positions')
  expect(await page.locator('thead th').count()).toBe(2)
  await page.getByLabel('Party').selectOption({ label: 'Arvenia' })
  expect(await page.locator('thead th').last().innerText()).toBe('Arvenia')
  await page.context().close()
})

test('no page logs an error or runs against the policy of its own server', () => {
  // The last test: every page was opened by now. A 404 is what a test asked for.
  expect(pages.errors).toEqual([])
})

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, address)
  await page.waitForFunction(() => !document.querySelector('main [role=status]') && document.querySelector('main h1'))
}
