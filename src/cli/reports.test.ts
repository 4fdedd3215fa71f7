import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import reasons from '../reports/removed-reasons.json' with { type: 'json' }
import type { RemovedReason } from '../reports/report.js'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'
import type { ListedReports } from './reports.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-reports-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
}

async function parley(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(words, effects)
  return { code, out: effects.written, err: effects.told }
}
const listed = async (...words: string[]): Promise<ListedReports> =>
  JSON.parse((await parley('reports', ...words, '--json')).out)

const paragraphs = [
  'Velmara rejects the inspection of the dam, its foreign minister Ilse Varn said on Monday after talks in Teskel.',
  'She told reporters that observers could come only after a ceasefire is signed and the guns are gone from the river.',
  'Sudovia called the answer a step back, and asked the mediator for another round of talks before the winter.',
]
const story = `---\noutlet: The Northern Herald\ndate: 2025-03-07\n---\nVelmara rejects the inspection of the dam\n\n${paragraphs.join('\n\n')}\n\nFollow us\n`
const links = Array.from({ length: 30 }, (_, at) => `<li><a href="/${at}">Story number ${at}</a></li>`).join('')
const german =
  'Die Regierung von Velmara lehnt die Untersuchung des Staudamms ab, sagte die Ministerin am Montag nach den Gesprächen mit der Delegation aus Sudovia in der Hauptstadt.'

test('each report is listed with source, story, date and how it is known, outlet, language, and words kept and put aside', async () => {
  await put({ 'a.md': story, 'b.txt': paragraphs.join('\n') })
  const { code, out } = await parley('reports', folder)
  expect(code).toBe(0)
  expect(out).toContain('2 reports · 1 independent source · 1 story')
  expect(out).toContain('The Northern Herald · 2025-03-07 from the header · en')
  expect(out).toContain('source 1 (2 reports) · story 1 (2 reports) · 59 words kept, 9 put aside')
  const { reports, lineages } = await listed(folder)
  expect(reports[0]).toMatchObject({ place: 'a.md', isArticle: true, isAnalysed: true, words: { removed: 9 } })
  expect(reports[0]?.removed).toBeUndefined()
  expect(lineages).toHaveLength(1)
})

test('--explain shows each line that was put aside with its reason and its place', async () => {
  await put({ 'a.md': story })
  const { out } = await parley('reports', folder, '--explain')
  expect(out).toContain('- Velmara rejects the inspection of the dam (the headline, kept as the title)')
  expect(out).toContain('- Follow us (a call to share or follow)')
  const [report] = (await listed(folder, '--explain')).reports
  expect(report?.removed?.map(({ reason, words }) => [reason, words])).toEqual([
    ['headline', 'Velmara rejects the inspection of the dam'],
    ['share', 'Follow us'],
  ])
})

test('a page that is no article and a report in another language are listed, and said not to be analysed', async () => {
  await put({ 'front.html': `<html><body><ul>${links}</ul></body></html>`, 'de.txt': german })
  const { code, out } = await parley('reports', folder)
  expect(code).toBe(0)
  expect(out).toContain('not analysed: no article: there is no full sentence in it')
  expect(out).toContain('not analysed: it is in another language (de) than English')
  const { reports, lineages } = await listed(folder)
  expect(reports.map(({ isAnalysed }) => isAnalysed)).toEqual([false, false])
  expect(reports.map(({ notAnalysed }) => notAnalysed)).toEqual([
    'it is in another language (de) than English',
    'no article: there is no full sentence in it',
  ])
  expect(lineages).toHaveLength(1)
})

test('refused inputs are listed with the reason, and the exit code is 3', async () => {
  await put({ 'a.md': story, 'photo.jpg': 'x' })
  const { code, out } = await parley('reports', folder)
  expect(code).toBe(3)
  expect(out).toContain('1 input refused')
  expect(out).toContain('photo.jpg: This is a picture.')
})

test('fields of JSON lines are named by --field, and a field that we do not know is wrong usage', async () => {
  await put({ 'a.jsonl': `${JSON.stringify({ body: paragraphs.join('\n'), when: '2025-03-07' })}\n` })
  const { reports } = await listed(folder, '--field', 'text=body', 'date=when')
  expect(reports).toMatchObject([{ place: 'a.jsonl#1', date: { value: '2025-03-07', from: 'given' } }])
  expect((await parley('reports', folder, '--field', 'words=body')).code).toBe(2)
})

test('an address of this machine is refused', async () => {
  const { code, err } = await parley('reports', 'http://127.0.0.1/')
  expect(code).toBe(1)
  expect(err).toContain('private network')
})

test('control characters of a report do not reach the terminal', async () => {
  await put({ 'a.md': story.replace('Velmara rejects', '\u001b[31mVelmara rejects') })
  expect((await parley('reports', folder, '--explain')).out).not.toContain('\u001b')
})

test('every reason for putting words aside has its words', () => {
  const all: Record<RemovedReason, string> = reasons
  for (const words of Object.values(all)) expect(words).not.toBe('')
})
