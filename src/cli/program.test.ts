import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

async function parley(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(words, effects)
  return { code, out: effects.written, err: effects.told }
}

const report =
  'Velmara rejects the inspection of the dam\n\nFrench Foreign Minister Ilse Varn said on Monday that France would send observers only after a ceasefire is signed. She rejected any territorial concessions.\n'
const picture = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
])

describe('usage', () => {
  test.each(['brief', 'reports', 'init', 'serve', 'export', 'statements', 'stage'])(
    '%s --help shows examples and ends with 0',
    async command => {
      const { code, out } = await parley(command, '--help')
      expect(code).toBe(0)
      expect(out).toContain('Examples:')
    },
  )

  test.each([[['brief']], [['nonsense']], [['export', 'x', '--what', 'nonsense']], [['serve', 'x', '--port', 'abc']]])(
    '%j is wrong usage: exit code 2, told on standard error',
    async words => {
      const { code, out, err } = await parley(...words)
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(err).toMatch(/error/)
    },
  )
})

describe('bad input', () => {
  test('an empty folder and a path that does not exist fail with the way out', async () => {
    for (const place of [folder, join(folder, 'nowhere')]) {
      const { code, err } = await parley('brief', place)
      expect(code).toBe(1)
      expect(err).toMatch(/Put reports|Check the path/)
    }
  })

  test('a folder of pictures fails, and each picture is named', async () => {
    await put({ 'a.png': picture, 'b.png': picture })
    const { code, err } = await parley('brief', folder)
    expect(code).toBe(1)
    expect(err).toContain('refused: a.png')
    expect(err).toContain('refused: b.png')
  })

  test('one bad file does not stop the others: exit code 3, and the brief lists it', async () => {
    await put({ 'good.txt': report, 'bad.txt': picture })
    const { code, out } = await parley('brief', folder)
    expect(code).toBe(3)
    expect(out).toContain('1 report')
    expect(out).toContain('bad.txt')
  })

  test('a wrong field in case.yaml fails with file, line and field', async () => {
    await put({ 'reports/good.txt': report, 'case.yaml': 'name: x\npartys: []\n' })
    const { code, err } = await parley('brief', folder)
    expect(code).toBe(1)
    expect(err).toMatch(/case\.yaml:2: Field `partys`/)
  })

  test('a file that cannot be written is a failure that names it', async () => {
    await put({ 'good.txt': report })
    const { code, err } = await parley('brief', folder, '-o', join(folder, 'no', 'such', 'folder.md'))
    expect(code).toBe(1)
    expect(err).toContain('folder.md')
  })
})

describe('the main job', () => {
  test('the brief tells who wants what, in every format', async () => {
    await put({ 'good.txt': report })
    const terminal = await parley('brief', folder)
    expect(terminal.code).toBe(0)
    expect(terminal.out).toContain('1 report, 1 independent source')
    expect(terminal.out).toMatch(/✕ .*rejects/)
    expect((await parley('brief', folder, '--format', 'md')).out).toMatch(/^# /)
    expect((await parley('brief', folder, '--format', 'html')).out).toMatch(/^<!doctype html>/)
    expect(JSON.parse((await parley('brief', folder, '--json')).out)).toMatchObject({
      counts: { reports: 1, sources: 1 },
    })
  })

  test('the same input gives the same bytes', async () => {
    await put({ 'a.txt': report, 'b.txt': 'Ilse Varn said that the talks would go on in Teskel on Friday.' })
    expect((await parley('brief', folder, '--json')).out).toBe((await parley('brief', folder, '--json')).out)
  })

  test('init drafts a case file that brief then obeys, and does not replace one that is there', async () => {
    await put({ 'reports/good.txt': report })
    expect((await parley('init', folder)).code).toBe(0)
    const draft = await readFile(join(folder, 'case.yaml'), 'utf8')
    expect(draft).toContain('Ilse Varn')
    expect((await parley('init', folder)).code).toBe(1)
    await put({ 'case.yaml': draft.replace(/name: France\b/, 'name: The Republic') })
    expect((await parley('brief', folder)).out).toContain('The Republic')
  })

  test('export writes every table as JSON lines and CSV', async () => {
    await put({ 'good.txt': report })
    for (const table of ['reports', 'statements', 'positions', 'conditions', 'discrepancies', 'proposals']) {
      const json = await parley('export', folder, '--what', table)
      const csv = await parley('export', folder, '--what', table, '--format', 'csv')
      expect([json.code, csv.code]).toEqual([0, 0])
      const rows = json.out.split('\n').filter(Boolean)
      for (const row of rows) JSON.parse(row)
      if (rows.length > 0) expect(csv.out.split('\r\n')[0]).toBe(Object.keys(JSON.parse(rows[0] ?? '{}')).join(','))
    }
  })

  test('a cell that a spreadsheet would run as a formula is defused', async () => {
    await put({ '=cmd.txt': report })
    expect((await parley('export', folder, '--what', 'reports', '--format', 'csv')).out).toContain("'=cmd.txt")
  })
})
