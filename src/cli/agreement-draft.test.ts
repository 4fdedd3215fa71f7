import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { agreementFaults } from '../agreements/agreement/agreement-file.js'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

const folder = mkdtempSync(join(tmpdir(), 'parley-draft-'))
cpSync('examples/case.yaml', join(folder, 'case.yaml'))
cpSync('examples/reports/2025-03-21-meridian-wire-wren-interview.txt', join(folder, 'interview.txt'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a draft is written beside the reports, holds no fault, and is not replaced unasked', async () => {
  const effects = fakeEffects()
  expect(await runParley(['agreement', 'draft', folder], effects)).toBe(0)
  const written = readFileSync(join(folder, 'agreement.yaml'), 'utf8')
  expect(agreementFaults(written, 'agreement.yaml')).toEqual([])
  expect(await runParley(['agreement', 'draft', folder], fakeEffects())).toBe(1)
  const again = fakeEffects()
  expect(await runParley(['agreement', 'draft', folder, '--stdout'], again)).toBe(0)
  expect(again.written).toBe(written)
})

test('pledges are printed with their conditions and sources, and are data with --json', async () => {
  const effects = fakeEffects()
  expect(await runParley(['agreement', 'pledges', folder], effects)).toBe(0)
  expect(effects.written).toContain('The Lowland Compact pledges it; condition: ')
  const asJson = fakeEffects()
  await runParley(['agreement', 'pledges', folder, '--json'], asJson)
  expect(Object.keys(JSON.parse(asJson.written))).toEqual(['pledges', 'rejections'])
})
