import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
  await writeFile(
    join(folder, 'report.txt'),
    `---
outlet: Orsa Post
date: 2031-03-02
title: Observers only after a ceasefire, says Varn
---
French Foreign Minister Ilse Varn said on Monday that France would send observers only after a ceasefire is signed. She rejected any territorial concessions.
`,
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function exported(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(['export', folder, ...words], effects)
  return { code, out: effects.written, err: effects.told }
}

test('events are PLOVER records, one a line, and what was left out is counted on standard error', async () => {
  const { code, out, err } = await exported('--what', 'events')
  expect(code).toBe(0)
  const events = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(events).toContainEqual(
    expect.objectContaining({
      date: '2031-03-02',
      source: [expect.objectContaining({ code: 'FRA', sector: 'GOV', actor_text: 'Ilse Varn' })],
      event: ['REJECT'],
    }),
  )
  expect(err).toContain(`events: ${events.length} written`)
  expect((await exported('--what', 'events', '--json')).out).toBe(out)
})

test('events with CAMEO codes are CSV whose scores are numbers', async () => {
  const { out } = await exported('--what', 'events', '--format', 'cameo')
  const [header = '', ...rows] = out.trim().split('\r\n')
  expect(header).toMatch(/^eid,story_date,year,month,day,source,/)
  expect(rows.find(row => row.includes(',REJECT,'))).toContain(',120,12,3,-4,')
})

test('the network is GraphML in two modes or one, or a list of signed statements', async () => {
  expect((await exported('--what', 'network')).out).toMatch(/^<\?xml .*[\s\S]*attr.name="disagreement"/)
  expect((await exported('--what', 'network', '--one-mode')).out).toContain('attr.name="congruence"')
  expect((await exported('--what', 'network', '--format', 'csv')).out).toMatch(/^statement ID;time;document ID;/)
})

test('the evidence is one page of annotations', async () => {
  const page = JSON.parse((await exported('--what', 'evidence')).out)
  expect(page).toMatchObject({ type: 'AnnotationPage', items: expect.any(Array) })
  expect(page.items.length).toBeGreaterThan(0)
})

describe('what cannot be written is wrong usage, and says what can', () => {
  test.each([
    [['--what', 'network', '--format', 'plover'], 'graphml or csv'],
    [['--what', 'network', '--json'], 'graphml or csv'],
    [['--what', 'reports', '--format', 'cameo'], 'jsonl or csv'],
    [['--what', 'evidence', '--format', 'csv'], 'jsonld'],
    [['--what', 'events', '--one-mode'], '--what network'],
  ])('%j', async (words, way) => {
    const { code, out, err } = await exported(...words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(way)
  })
})
