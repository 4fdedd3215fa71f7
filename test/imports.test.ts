import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** What each room may import besides itself and the files at the top of `src/`. */
const allowed: Record<string, readonly string[]> = {
  language: [],
  reports: ['language', 'actors'],
  actors: ['language'],
  statements: ['language', 'actors', 'reports'],
  positions: ['language', 'actors', 'reports', 'statements'],
  settlements: ['language', 'actors', 'reports', 'statements', 'positions'],
  agreements: ['language', 'actors', 'reports', 'statements', 'positions', 'settlements'],
  record: ['language', 'actors', 'reports', 'statements', 'positions', 'settlements', 'agreements'],
  exchange: ['language', 'actors', 'reports', 'statements', 'positions', 'settlements', 'agreements', 'record'],
  brief: ['language', 'actors', 'reports', 'statements', 'positions', 'settlements', 'agreements', 'record'],
  server: ['language', 'actors', 'reports', 'statements', 'positions', 'settlements', 'agreements', 'record', 'brief'],
  cli: [
    'language',
    'actors',
    'reports',
    'statements',
    'positions',
    'settlements',
    'agreements',
    'record',
    'exchange',
    'brief',
    'server',
  ],
}

/** Stages read no files, ask no clock and open no connection, apart from these folders. */
const edges = ['reports/sources', 'record', 'server', 'cli']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.test|\.d)\.ts$/.test(file))

const imports = files.flatMap(file => {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(match => ({ file, to: match[1] ?? '' }))
})

const room = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

test('imports run one way: a room knows nothing of the rooms to its right', () => {
  expect(imports.length).toBeGreaterThan(10)
  const wrong = imports
    .filter(({ to }) => to.startsWith('.') && !to.endsWith('/package.json'))
    .map(({ file, to }) => ({ file, from: room(file), to: room(relative(src, resolve(src, dirname(file), to))) }))
    .filter(({ from, to }) => to !== '' && to !== from && !(allowed[from] ?? []).includes(to))
  expect(wrong).toEqual([])
})

test('only the edges touch files, network, processes or the clock', () => {
  const isEdge = (file: string) => edges.some(edge => file.startsWith(`${edge}/`))
  const wrong = imports.filter(
    ({ file, to }) => !isEdge(file) && /^node:(fs|net|http|https|child_process|os|dns|process)/.test(to),
  )
  const clocks = files.filter(
    file =>
      !isEdge(file) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(wrong).toEqual([])
  expect(clocks).toEqual([])
})
