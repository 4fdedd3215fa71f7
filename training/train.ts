import { join } from 'node:path'
import { Command } from 'commander'
import { packed } from '../src/language/model/packed.js'
import { tags } from '../src/language/tagger/tags.js'
import { analyse, type SyntaxModels } from '../src/statements/tagger/analysis.js'
import { packedStatements } from '../src/statements/tagger/packed-tagger.js'
import { articles, parses } from './corpus.js'
import { goldTokens } from './gold.js'
import settings from './settings.json' with { type: 'json' }
import { trainAccept, trainLinks, trainMarks } from './statements.js'
import { trainTags } from './train-tags.js'
import { trainTrees } from './train-trees.js'
import { writeModels } from './write-models.js'

/**
 * Makes the model files from data outside the repository: `npm run train -- --data DIR`.
 *
 * DIR holds `attribution/train.jsonl.gz` and `attribution/parses.train.jsonl.gz` (PolNeAR and its silver parses).
 * The same data gives the same bytes. The chains learn from trees by parsers that have not seen the text, the second
 * chain from readings of the first that have not either, and so on: each stage sees errors like those it will meet.
 */
export function train(data: string, models: string, log: (line: string) => void): void {
  const folder = join(data, 'attribution')
  const corpus = articles(folder, 'train')
  const half = new Map(corpus.map(({ id }, i) => [id, i % 2]))
  const silver = parses(folder, 'train', new Map(corpus.map(({ id, text }) => [id, text])))
  const halves = [0, 1].map((h): SyntaxModels => {
    const part = silver.filter(({ id }) => half.get(id) === h)
    const own = trainTags(part, 1, settings.tagEpochs)
    log(`syntax: tags of half ${h + 1}`)
    const grown = trainTrees(part, parse => tags(own, parse.tokens, parse.forms), 1, settings.treeEpochs)
    log(`syntax: trees of half ${h + 1}`)
    return { tags: own, trees: grown }
  })
  const unseen = (id: string) => halves[1 - half.get(id)!]!
  const syntax: SyntaxModels = {
    tags: trainTags(silver, 1, settings.tagEpochs),
    trees: trainTrees(silver, ({ id, tokens, forms }) => tags(unseen(id).tags, tokens, forms), 1, settings.treeEpochs),
  }
  log('syntax: all')
  const files: Record<string, Uint8Array> = {
    'tags.bin.br': packed(syntax.tags),
    'trees.bin.br': packed(syntax.trees),
  }
  for (const [name, isFast] of [
    ['statements.bin.br', false],
    ['statements-fast.bin.br', true],
  ] as const) {
    const texts = corpus.map(({ id, text, attributions }) => {
      const analysis = analyse(text, unseen(id), isFast)
      return { analysis, gold: attributions.map(gold => goldTokens(analysis.tokens, gold)) }
    })
    const options = { ...(isFast ? settings.fast : settings.full), log: (line: string) => log(`${name}: ${line}`) }
    const { models, readings } = trainMarks(texts, options.marks, options)
    const { chain, found } = trainLinks(texts, readings, options.links, options)
    const accept = trainAccept(texts, readings, found, options)
    files[name] = packedStatements({ ...models, links: chain, accept, threshold: options.threshold, isFast })
  }
  const { files: written } = writeModels(models, files)
  for (const [name, { bytes }] of Object.entries(written)) log(`${name}: ${bytes} bytes`)
}

if (process.argv[1]?.endsWith('train.ts')) {
  const program = new Command('train')
    .requiredOption('--data <folder>', 'folder with attribution/train.jsonl.gz and attribution/parses.train.jsonl.gz')
    .option('--models <folder>', 'where the model files go', 'models')
    .parse()
  const { data, models } = program.opts<{ data: string; models: string }>()
  const begun = performance.now()
  train(data, models, line =>
    console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  )
}
