import { expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runStage } from './stage.js'

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

test('a line that cannot be read comes back with its number and the rest is done', async () => {
  const effects = fakeEffects(
    '{"id":"a","text":"We will sign only if the troops leave."}\nnot json\n[1]\n\n{"id":"b","text":"We sign."}\n',
  )
  const code = await runStage('conditions', effects)
  const [a, bad, list, b] = lines(effects.written)
  expect(a).toMatchObject({ id: 'a', conditional: true })
  expect(bad).toMatchObject({ line: 2, error: expect.any(String) })
  expect(list).toMatchObject({ line: 3, error: expect.stringContaining('JSON object') })
  expect(b).toMatchObject({ id: 'b', conditional: false })
  expect(code).toBe(3)
})

test('lines that can all be read end with exit code 0', async () => {
  expect(await runStage('conditions', fakeEffects('{"id":"a","text":"We sign."}'))).toBe(0)
})

test('a byte order mark before the first line is no part of it', async () => {
  expect(await runStage('conditions', fakeEffects('\ufeff{"id":"a","text":"We sign."}\n'))).toBe(0)
})

test('a line without the field that the stage needs comes back with its id', async () => {
  const effects = fakeEffects('{"id":"a"}\n')
  expect(await runStage('conditions', effects)).toBe(3)
  expect(lines(effects.written)).toEqual([{ id: 'a', error: expect.stringContaining('text') }])
})

test('a stage that does not exist is wrong usage, and the stages are named', async () => {
  await expect(runStage('nonsense', fakeEffects())).rejects.toMatchObject({
    exitCode: 2,
    mend: expect.stringContaining('conditions'),
  })
})
