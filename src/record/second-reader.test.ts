import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MockLanguageModelV3 } from 'ai/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueDefinitions } from '../positions/definitions.js'
import { type Answer, inDoubt } from '../positions/second-reader.js'
import { makeReport } from '../reports/report.js'
import { readActs } from './build.js'
import { emptyCase } from './case-file.js'
import { answerFiles } from './second-reader/answer-cache.js'
import { withSecondReader } from './second-reader.js'

const report = makeReport({
  id: 'a',
  place: 'a.txt',
  text: 'Foreign Minister Mira Talen said that the lake had two shores.',
})
const clear = makeReport({ id: 'b', place: 'b.txt', text: 'President Ovid Harn rejected any ceasefire.' })
const acts = readActs({ file: emptyCase, reports: [report, clear], refused: [], texts: new Map() })
const [doubtful] = inDoubt(acts)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-second-reader-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A model that always answers the same, as the SDK's own stand-in. */
function answering(text: string) {
  return new MockLanguageModelV3({
    doGenerate: {
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    },
  })
}

async function ask(
  answer: Answer | string,
  model = answering(answer instanceof Object ? JSON.stringify(answer) : answer),
) {
  const reader = { model, name: 'a model', cache: answerFiles(folder) }
  return { ...(await withSecondReader(acts, [report, clear], issueDefinitions, reader)), model }
}

test('only what the rules leave open is asked', () => {
  expect(doubtful?.said).toBe('the lake had two shores')
  expect(inDoubt(acts)).not.toContain(acts.find(({ act }) => act === 'REJECT'))
})

test('an answer that quotes the report word for word decides, and the record says who decided', async () => {
  const { acts: read, taken } = await ask({ act: null, issues: ['territory'], quote: 'the lake had two shores' })
  const decided = read.find(({ statement }) => statement.id === doubtful?.statement.id)
  expect(taken).toBe(1)
  expect(decided?.issues).toEqual(['territory'])
  expect(decided?.secondReader).toMatchObject({ model: 'a model', decided: ['issues'] })
  const { start, end } = decided?.secondReader?.quote ?? { start: 0, end: 0 }
  expect(report.text.slice(start, end)).toBe('the lake had two shores')
})

test.each<[string, Answer]>([
  ['quotes what the report does not say', { act: null, issues: ['territory'], quote: 'the lake had three shores' }],
  ['quotes one word', { act: null, issues: ['territory'], quote: 'lake' }],
  ['names an issue that was not given', { act: null, issues: ['weather'], quote: 'the lake had two shores' }],
  ['says nothing', { act: null, issues: [], quote: 'the lake had two shores' }],
])('an answer that %s changes nothing', async (_, answer) => {
  const { acts: read, taken, dropped } = await ask(answer)
  expect(read).toEqual(acts)
  expect({ taken, dropped }).toEqual({ taken: 0, dropped: inDoubt(acts).length })
})

test('an answer that is no answer leaves the act as it was, and is told', async () => {
  const { acts: read, failed } = await ask('I would rather talk about the weather.')
  expect(read).toEqual(acts)
  expect(failed).toHaveLength(inDoubt(acts).length)
})

test('the same question is asked once', async () => {
  const answer: Answer = { act: null, issues: ['territory'], quote: 'the lake had two shores' }
  const first = await ask(answer)
  const again = await ask(answer)
  expect(again.acts).toEqual(first.acts)
  expect(again.known).toBe(inDoubt(acts).length)
  expect(again.model.doGenerateCalls).toHaveLength(0)
})

test('half an answer in the cache is asked again', async () => {
  const answer: Answer = { act: null, issues: ['territory'], quote: 'the lake had two shores' }
  await ask(answer)
  for (const file of await readdir(folder)) await writeFile(join(folder, file), '{"act":')
  const { model, taken } = await ask(answer)
  expect(model.doGenerateCalls).toHaveLength(inDoubt(acts).length)
  expect(taken).toBe(1)
})
