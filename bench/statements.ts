import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { tokens } from '../src/language/tokens/tokens.js'
import { taggerModel } from '../src/record/tagger-model.js'
import { tagger } from '../src/statements/tagger/tagger.js'
import { articles } from '../training/corpus.js'
import { dataFolder } from './data-folder.js'

/**
 * How fast statements are read, on one thread: `npm run bench:statements -- [DIR]`.
 *
 * DIR holds `attribution/dev.jsonl.gz`; without it invented reports are read. `--long` goes on to 10,000 articles.
 * On a machine that does other work too, take the best of several runs.
 */
const isLong = process.argv.includes('--long')
const data = process.argv.slice(2).find(given => !given.startsWith('--'))
const folder = data && join(dataFolder(data), 'attribution')
const texts =
  folder && existsSync(join(folder, 'dev.jsonl.gz'))
    ? articles(folder, 'dev').map(({ text }) => text)
    : Array.from({ length: 80 }, (_, i) => invented(i))

/** A report of about 600 tokens, different each time. */
function invented(seed: number): string {
  const parties = ['Ordania', 'Velia', 'the Marsh Council', 'the Lowland Union', 'Tessaly']
  const people = ['Ana Varo', 'General Holt', 'the foreign minister', 'a senior official', 'Mr. Denning']
  const paragraphs = [
    (a: string, b: string) => `${b} said on Tuesday that ${a} would not sign unless the corridor is opened first.`,
    (a: string, b: string) => `“We are ready to talk,” ${b} told reporters, “but ${a} must withdraw from the bridge.”`,
    (a: string, b: string) =>
      `The talks, the third in a month, broke off after ${a} rejected a draft that ${b} had called fair.`,
    (a: string, b: string) =>
      `According to ${b}, the monitors counted nine violations along the river, most of them by ${a}.`,
  ]
  return Array.from({ length: 28 }, (_, i) =>
    paragraphs[(seed + i) % paragraphs.length]!(parties[(seed * 3 + i) % 5]!, people[(seed + i * 2) % 5]!),
  ).join('\n\n')
}

const line = (name: string, value: string) => console.log(`${name.padEnd(34)} ${value}`)

for (const fast of [false, true]) {
  const begun = performance.now()
  const model = taggerModel(fast)
  const loaded = performance.now() - begun
  const read = tagger(model)
  for (const text of texts) read(text)
  console.log(fast ? 'without trees (--fast)' : 'full model')
  line('  load', `${loaded.toFixed(0)} ms`)
  const perRun = texts.reduce((sum, text) => sum + tokens(text).count, 0)
  for (const repeats of isLong ? [1, 10, 119] : [1, 5]) {
    const start = performance.now()
    for (let k = 0; k < repeats; k++) for (const text of texts) read(text)
    const seconds = (performance.now() - start) / 1000
    const heap = process.memoryUsage()
    line(
      `  ${repeats * texts.length} articles`,
      `${((repeats * texts.length) / seconds).toFixed(0)} articles/s, ${((repeats * perRun) / seconds).toFixed(0)} tokens/s, ` +
        `${(heap.rss / 2 ** 20).toFixed(0)} MB resident, ${(heap.heapUsed / 2 ** 20).toFixed(0)} MB of it heap`,
    )
  }
}
line('peak memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
