import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { exportFormats, exportKinds } from '../src/cli/export-kinds.js'
import { fakeEffects } from '../src/cli/fake-effects.js'
import { runParley } from '../src/cli/program.js'
import { stageNames } from '../src/cli/stage.js'
import { parseCase } from '../src/record/case-file.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const reference = read('docs/reference.md')

async function help(command: string): Promise<string> {
  const effects = fakeEffects()
  expect(await runParley([command, '--help'], effects)).toBe(0)
  return effects.written
}

test('every link between the documents leads to a file', () => {
  const broken = ['CONTRIBUTING.md', 'docs/guide.md', 'docs/reference.md', 'examples/README.md'].flatMap(file =>
    [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => `${dirname(file)}/${target}`)
      .filter(target => !existsSync(join(root, target))),
  )
  expect(broken).toEqual([])
})

test('every command and option that the reference names exists', async () => {
  const sections = [...reference.matchAll(/^### parley (\w+).*\n([\s\S]*?)(?=^#)/gm)]
  expect(sections.length).toBeGreaterThan(3)
  for (const [, name = '', text = ''] of sections) {
    const known = await help(name)
    for (const [option] of text.matchAll(/(?<=`|`, `)--?[a-z]+/g)) expect(known, name).toContain(option)
  }
})

test('every stage and table that the reference names exists', () => {
  const stages = [...(reference.split('## Stage filters')[1] ?? '').matchAll(/^\| ([a-z]+) \|/gm)].map(
    ([, name]) => name,
  )
  expect(stages.length).toBeGreaterThan(5)
  expect(stages.filter(name => !stageNames.includes(name ?? ''))).toEqual([])
  for (const name of [...exportKinds, ...exportFormats]) expect(reference).toContain(`\`${name}\``)
})

test('the case file that the reference shows is one that Parley reads', () => {
  const shown = /```yaml\n([\s\S]*?)```/.exec(reference)?.[1] ?? ''
  expect(parseCase(shown, 'docs/reference.md').parties).toHaveLength(1)
})
