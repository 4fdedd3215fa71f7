import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, execPath, stderr } from 'node:process'

/**
 * Every figure of the reports' stages, printed and written to `docs/quality.md`: `npm run bench:reports -- FOLDER`, with
 * FOLDER/data/reports. Takes about ten minutes. What the models were trained on is scored by cross-validation; throughput
 * and memory are those of the machine that runs it, one thread.
 */
const folder = argv[2]
if (!folder || !existsSync(join(folder, 'data/reports'))) {
  console.error('Name the folder that holds data/reports: npm run bench:reports -- ../shared')
  process.exit(2)
}
const data = join(folder, 'data')

const parts: readonly { readonly title: string; readonly script: readonly string[] }[] = [
  {
    title: 'Articles told from their surroundings, documents cross-validated (plain texts first, then pages)',
    script: ['training/article.ts', '--data', data, '--check'],
  },
  { title: 'The same on documents that the models know, with throughput', script: ['bench/articles.ts', folder] },
  { title: 'Lineages, cross-validated', script: ['training/lineages.ts', '--data', data, '--check'] },
  { title: 'Lineages and stories on sets that the models know', script: ['bench/lineages.ts', folder] },
  { title: '100,000 invented reports', script: ['bench/lineages.ts', '--size', '100000'] },
]

const lines = ['## Reports', '', 'Written by `npm run bench:reports`: what each script prints, as it is.', '']
for (const { title, script } of parts) {
  stderr.write(`${title}\n`)
  const run = spawnSync(execPath, ['--import', 'tsx', ...script], { encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.status !== 0) throw new Error(`${script.join(' ')} failed: ${run.stderr.slice(-2000)}`)
  const printed = run.stdout.trimEnd()
  console.log(`${title}\n${printed}\n`)
  const named = script.map(word => (word.startsWith(folder) ? word.replace(folder, 'FOLDER') : word)).join(' ')
  lines.push(`${title} (\`tsx ${named}\`):`, '', ...printed.split('\n').map(line => `    ${line}`.trimEnd()), '')
}

const path = 'docs/quality.md'
const marks = ['<!-- reports: written by npm run bench:reports -->', '<!-- end of reports -->'] as const
const old = readFileSync(path, 'utf8')
const part = [marks[0], '', ...lines, marks[1]].join('\n')
const from = old.indexOf(marks[0])
const to = old.indexOf(marks[1])
writeFileSync(
  path,
  from < 0 || to < 0 ? `${old.trimEnd()}\n\n${part}\n` : old.slice(0, from) + part + old.slice(to + marks[1].length),
)
