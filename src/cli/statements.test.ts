import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'
import { runStage } from './stage.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function statements(words: readonly string[], input = '', color = false) {
  const effects = { ...fakeEffects(input), color }
  let written = ''
  let told = ''
  const code = await runParley(['statements', ...words], {
    ...effects,
    out: text => {
      written += text
    },
    err: text => {
      told += text
    },
  })
  return { code, out: written, err: told }
}

const report =
  'Velmara keeps the dam\n\nVelmaran Water Minister Sella Dremm said on Monday that the dam would stay in Velmaran hands. “We built it, and we keep it,” she told reporters.\n'
const line = (id: unknown, text: string) => `${JSON.stringify({ id, text })}\n`
const said = '🙂 Sella Dremm said that the dam would stay.'

test('a report comes back with its parts in brackets, and a list of who said what', async () => {
  const { code, out } = await statements([await put('dam.txt', report)])
  expect(code).toBe(0)
  expect(out).toMatch(/^dam\.txt · 2 statements · \[1 source\] {2}\{1 cue\} {2}‹1 content›/)
  expect(out.replace(/\n/g, ' ')).toContain('[1 Velmaran Water Minister Sella Dremm] {1 said')
  expect(out).toMatch(/2 {2}Sella Dremm, Velmaran Water Minister \(.+\) · told · direct · 0\.\d\d/)
})

test('colour is added to the brackets, not put in their place', async () => {
  const file = await put('dam.txt', report)
  const plain = await statements([file])
  const colored = await statements([file], '', true)
  expect(colored.out).toContain('\u001b[')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is taken away.
  expect(colored.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out)
})

test('a report cannot steer the terminal', async () => {
  const { out } = await statements([], line('a\u001b[2J', 'Sella Dremm said \u001b[31mthat the dam\u0007 would stay.'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through.
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test('JSON lines keep ids and offsets, and give what the stage gives', async () => {
  const input = line('a', said) + line(7, `  ${said}\r\n`)
  const { code, out } = await statements(['--json'], input)
  expect(code).toBe(0)
  const stage = fakeEffects(input)
  await runStage('statements', stage)
  expect(out).toBe(stage.written)
  const [first, second] = out
    .split('\n')
    .slice(0, 2)
    .map(each => JSON.parse(each))
  expect([first.id, second.id]).toEqual(['a', 7])
  expect(Object.keys(first)).toEqual(['id', 'attributions'])
  const [start, end] = first.attributions[0].cue[0]
  expect(said.slice(start, end)).toBe('said')
})

test('a file of JSON lines is read like standard input', async () => {
  const file = await put('texts.jsonl', line('a', said))
  expect((await statements([file, '--json'])).out).toBe((await statements(['-', '--json'], line('a', said))).out)
})

test('a bad line comes back with its error, even as the first, and the rest is done', async () => {
  const input = `not json\n${line('a', said)}{"id":"b"}\n`
  const { code, out } = await statements(['--json'], input)
  expect(code).toBe(3)
  expect(
    out
      .trim()
      .split('\n')
      .map(each => JSON.parse(each)),
  ).toEqual([
    { line: 1, error: expect.any(String) },
    { id: 'a', attributions: expect.any(Array) },
    { id: 'b', error: expect.stringContaining('"text"') },
  ])
  const shown = await statements([], input)
  expect(shown.code).toBe(3)
  expect(shown.err).toMatch(/line 1: .*\n.*id b: /)
})

test('prose from standard input is a report', async () => {
  const { code, out } = await statements(['-'], report)
  expect(code).toBe(0)
  expect(out).toContain('Sella Dremm')
})

test('what stands outside the article is shown only with --all', async () => {
  const page = `<html><body><nav><p>Minister Holt said that subscribers come first.</p></nav><article><h1>Velmara keeps the dam</h1>${report
    .split('\n')
    .slice(2)
    .map(words => `<p>${words} The assembly went on with its debate until late at night, and the bench was full.</p>`)
    .join('')}</article></body></html>`
  const file = await put('dam.html', page)
  expect((await statements([file])).out).not.toContain('Holt')
  expect((await statements([file])).out).toContain('Dremm')
  expect((await statements([file, '--all'])).out).toContain('Holt] {1 said}')
})

test('the case says who belongs to which party', async () => {
  await put('case.yaml', 'parties:\n  - {id: DAM, name: The Dam Board, aliases: [], actors: [Sella Dremm]}\n')
  const file = await put('dam.txt', report)
  expect((await statements([file, '--case', folder])).out).toContain('(The Dam Board)')
})

test('brat gives one text on standard output, and several as files that stay in their folder', async () => {
  const one = await statements(['--brat'], line('a', said))
  expect(one.out).toMatch(/^T1\tCue \d+ \d+\t/)
  const several = line('../a', said) + line('a', said)
  expect(await statements(['--brat'], several)).toMatchObject({ code: 2, err: expect.stringContaining('-o') })
  await mkdir(join(folder, 'brat'))
  expect((await statements(['--brat', '-o', join(folder, 'brat', 'new')], several)).code).toBe(0)
  expect(await readdir(join(folder, 'brat'))).toEqual(['new'])
  expect((await readdir(join(folder, 'brat', 'new'))).sort()).toEqual(['a-2.ann', 'a-2.txt', 'a.ann', 'a.txt'])
  expect(await readFile(join(folder, 'brat', 'new', 'a.txt'), 'utf8')).toBe(said)
  expect(await readFile(join(folder, 'brat', 'new', 'a.ann'), 'utf8')).toBe(one.out)
})

test('the model without syntax answers too', async () => {
  expect((await statements(['--fast', '--json'], line('a', said))).out).toContain('"cue":[[')
})

test('a file that cannot be read fails alone, and is named where others can be', async () => {
  const picture = await put('map.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  const alone = await statements([picture])
  expect(alone).toMatchObject({ code: 1, out: '', err: expect.stringContaining('map.png') })
  const both = await statements([picture, await put('dam.txt', report)])
  expect(both).toMatchObject({ code: 3, err: expect.stringContaining('refused: map.png') })
  expect(both.out).toContain('Dremm')
})

test('options that shut each other out are wrong usage', async () => {
  for (const words of [['--json', '--brat'], ['-o', 'x'], ['--nonsense']])
    expect(await statements(words, line('a', said))).toMatchObject({ code: 2, out: '' })
})
