import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-agreement-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function ask(question: string, text: string, ...options: string[]) {
  const file = join(folder, 'agreement.yaml')
  await writeFile(file, text)
  const effects = fakeEffects()
  const code = await runParley(['agreement', question, folder, ...options], effects)
  return { code, out: effects.written, err: effects.told }
}

const accord = `signed: 2031-04-01
nodes:
  - { id: guns, due: 2031-04-20 }
  - { id: vote, start: signed+>=30d, due: 2031-04-25 }
edges:
  - { from: guns, to: vote }
  - { from: vote, to: guns, reading: Ostrel, weight: 2 }
`

test('the sequence names circles with their ways out, and dates that contradict each other', async () => {
  const { code, out } = await ask('sequence', accord)
  expect(code).toBe(0)
  expect(out).toContain('The text alone\n  No circle.')
  expect(out).toContain('The text as read by Ostrel\n  Circle: guns, vote')
  expect(out).toContain('Way out, cost 2: drop: guns after vote (Ostrel, weight 2)')
  expect(out).toContain('vote no later than 2031-04-25')
  expect(out).toContain('vote at least 30 days after signed')
})

test('the coverage names who must act, and the attack that nobody is bound to answer', async () => {
  const { out } = await ask(
    'coverage',
    `guarantees:
  - { id: pact, beneficiary: Ostrel, guarantors: [Teskel], trigger: { act: [armed attack] }, automatic: true, obligation: send troops }
attacks:
  - { id: from the north, act: invasion, attacker: Velmara, target: Ostrel }
  - { id: to the north, act: invasion, attacker: Ostrel, target: Velmara }
`,
  )
  expect(out).toContain('from the north\n  pact: must act, by "send troops"\n    Teskel: send troops')
  expect(out).toContain('to the north  (NOBODY IS BOUND)\n  pact: nobody is bound, by "Ostrel"\n    not met: target')
})

test('the whole answer comes as JSON when asked for', async () => {
  const { out } = await ask('sequence', accord, '--json')
  expect(JSON.parse(out).readings).toHaveLength(2)
})

test('a field that is wrong is named with its file', async () => {
  const { code, err } = await ask('sequence', 'edges: [{ from: guns }]')
  expect(code).toBe(1)
  expect(err).toContain('agreement.yaml')
  expect(err).toContain('edges.0')
})

test('trends say before and after a day, and name the source on which a change rests', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const day = new Date(Date.UTC(2031, 3, 1) + i * 86_400_000).toISOString().slice(0, 10)
    const count = i < 30 ? 7 : 1
    const register = Array.from({ length: count }, (_, n) => `r${i}-${n},${day},shelling,register`)
    return [...register, `w${i},${day},shelling,wire`].join('\n')
  })
  const file = join(folder, 'incidents.csv')
  await writeFile(file, `id,from,act,reported_by\n${rows.join('\n')}\n`)
  const effects = fakeEffects()
  expect(await runParley(['agreement', 'trends', file, '--event', '2031-05-01'], effects)).toBe(0)
  expect(effects.written).toContain('all: 240 to 60')
  expect(effects.written).toContain('This rests on register alone')
})

test('the sequence is written for other tools, the net with the readings that are asked for', async () => {
  const graph = await ask('export', accord, '--to', 'dot')
  expect(graph.out).toContain('"vote" -> "guns" [style=dashed, label="Ostrel"]')
  const net = await ask('export', accord, '--to', 'pnml', '--reading', 'Velmara')
  expect(net.out).toContain('vote waits for guns (text)')
  expect(net.out).not.toContain('Ostrel')
})

test('what a file does not hold is not written, and bytes want a file', async () => {
  expect(await ask('export', accord, '--to', 'akn')).toMatchObject({ code: 1, out: '' })
  expect((await ask('export', accord)).code).toBe(2)
  const whole = `title: Accord
provisions: [{ id: p1, text: No fire. }]
norms: [{ id: n1, provision: p1, modality: prohibition, bearers: Ostrel, act: fire }]
parties: [{ id: Ostrel, name: Ostrel }]
`
  expect((await ask('export', whole, '--to', 'docx')).code).toBe(2)
  expect((await ask('export', whole, '--to', 'csv')).out).toContain('n1,p1,')
})

test('a later draft is compared clause by clause, in meaning and in words', async () => {
  const draft = (days: number) => `title: Accord
parties: [{ id: Ostrel, name: Ostrel }]
provisions: [{ id: p1, num: "1", heading: Guns, text: Ostrel withdraws its guns within ${days} days. }]
norms: [{ id: guns, provision: p1, modality: obligation, bearers: Ostrel, act: withdrawal, due: signed+${days}d }]
`
  const later = join(folder, 'later.yaml')
  await writeFile(later, draft(40))
  const { code, out } = await ask('compare', draft(10), '--with', later)
  expect(code).toBe(0)
  expect(out).toBe(`1. Guns (reworded)
  guns: due weakened: from 10d after signed to 40d after signed
  Ostrel withdraws its guns within [-10-]{+40+} days.
`)
  expect((await ask('compare', draft(40), '--with', later)).out).toBe('The two drafts say the same.\n')
  expect((await ask('compare', draft(40))).code).toBe(2)
})
