import { join } from 'node:path'
import { Command } from 'commander'
import { packed } from '../src/language/model/packed.js'
import { tags } from '../src/language/tagger/tags.js'
import { analyse, type SyntaxModels } from '../src/statements/tagger/analysis.js'
import type { Chain } from '../src/statements/tagger/chain.js'
import { packedStatements } from '../src/statements/tagger/packed-tagger.js'
import { articles, type Parsed, parses } from './corpus.js'
import { goldTokens } from './gold.js'
import { type Kept, keptIn } from './kept.js'
import { type Pruning, pruned } from './pruned.js'
import settings from './settings.json' with { type: 'json' }
import { trainJudges } from './train-judges.js'
import { trainChoices, trainLinks } from './train-links.js'
import { trainMarks } from './train-marks.js'
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
export function train(data: string, models: string, kept: Kept, log: (line: string) => void): void {
  const folder = join(data, 'attribution')
  const corpus = articles(folder, 'train')
  const silver = parses(folder, 'train', new Map(corpus.map(({ id, text }) => [id, text])))
  const half = new Map(silver.map(({ id }, i) => [id, i % 2]))
  const halves = [0, 1].map(h =>
    kept(`syntax-${h}`, (): SyntaxModels => {
      const part = silver.filter(({ id }) => half.get(id) === h)
      const own = trainTags(part, 1, settings.tagEpochs)
      log(`syntax: tags of half ${h + 1}`)
      return {
        tags: own,
        trees: trainTrees(part, parse => tags(own, parse.tokens, parse.forms), 1, settings.treeEpochs),
      }
    }),
  )
  log('syntax: halves')
  /** The models that have not seen a text. */
  const unseen = (id: string) => halves[half.get(id) === 0 ? 1 : 0]!
  const syntax = kept('syntax', (): SyntaxModels => {
    const all = trainTags(silver, 1, settings.tagEpochs)
    const tagsOf = ({ id, tokens, forms }: Parsed) => tags(unseen(id).tags, tokens, forms)
    return { tags: all, trees: trainTrees(silver, tagsOf, 1, settings.treeEpochs) }
  })
  log('syntax: all')
  const files: Record<string, Uint8Array> = {
    'tags.bin.br': packed(pruned(syntax.tags, settings.file.tags)),
    'trees.bin.br': packed(pruned(syntax.trees, settings.file.trees)),
  }
  for (const [name, isFast] of [
    ['statements.bin.br', false],
    ['statements-fast.bin.br', true],
  ] as const) {
    const texts = kept(`texts-${name}`, () =>
      corpus.map(({ id, text, attributions }) => {
        const analysis = analyse(text, unseen(id), isFast)
        return { analysis, gold: attributions.map(gold => goldTokens(analysis.tokens, gold)) }
      }),
    )
    const options = { ...(isFast ? settings.fast : settings.full), log: (line: string) => log(`${name}: ${line}`) }
    const { models, readings } = kept(`marks-${name}`, () => trainMarks(texts, options.marks, options))
    const { chain, parts } = kept(`links-${name}`, () => trainLinks(texts, readings, options.links, options))
    const { choice, found } = kept(`choice-${name}`, () =>
      trainChoices(texts, readings, parts, options.choice, options),
    )
    const judges = trainJudges(texts, readings, found, options)
    const smaller = (whole: Chain, rounding: Pruning) => ({ ...whole, features: pruned(whole.features, rounding) })
    files[name] = packedStatements({
      ...judges,
      lexicon: models.lexicon,
      marks: smaller(models.marks, options.file.marks),
      links: smaller(chain, options.file.links),
      choice: pruned(choice, options.file.choice),
      threshold: options.threshold,
      isFast,
    })
  }
  const { files: written } = writeModels(models, files)
  for (const [name, { bytes }] of Object.entries(written)) log(`${name}: ${bytes} bytes`)
}

if (process.argv[1]?.endsWith('train.ts')) {
  const program = new Command('train')
    .requiredOption('--data <folder>', 'folder with attribution/train.jsonl.gz and attribution/parses.train.jsonl.gz')
    .option('--models <folder>', 'where the model files go', 'models')
    .option('--work <folder>', 'keep finished steps here, and go on from them')
    .parse()
  const { data, models, work } = program.opts<{ data: string; models: string; work?: string }>()
  const begun = performance.now()
  train(data, models, keptIn(work), line =>
    console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  )
}
