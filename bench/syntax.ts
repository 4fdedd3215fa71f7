import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { unpacked } from '../src/language/model/packed.js'
import { type LabelName, labelNames } from '../src/language/parser/labels.js'
import { type Trees, trees } from '../src/language/parser/parse.js'
import { tags } from '../src/language/tagger/tags.js'
import { forms } from '../src/language/tokens/forms.js'
import { tokens } from '../src/language/tokens/tokens.js'
import { articles, type Parsed, parses } from '../training/corpus.js'

/**
 * How well and how fast tags and trees are read, on one thread: `npm run bench:syntax -- DIR [MODELS]`.
 *
 * DIR holds `attribution/dev.jsonl.gz` and `attribution/parses.dev.jsonl.gz`: quality is the share of agreement with
 * these silver parses on their own tokens, tags by our tagger; tokens tagged as punctuation are left out of the
 * attachment scores, as is usual. Speed is on the texts, with our own tokens.
 */
const folder = join(process.argv[2] ?? 'data', 'attribution')
const models = process.argv[3] ?? 'models'

const line = (name: string, value: string) => console.log(`${name.padEnd(28)} ${value}`)
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

const begun = performance.now()
const [tagModel, treeModel] = ['tags.bin.br', 'trees.bin.br'].map(name =>
  unpacked(brotliDecompressSync(readFileSync(join(models, name)))),
)
const loaded = performance.now() - begun
if (!tagModel || !treeModel) throw new Error('The models were not read.')

const corpus = articles(folder, 'dev')
const silver = parses(folder, 'dev', new Map(corpus.map(({ id, text }) => [id, text])))
const found = silver.map(parse => {
  const own = tags(tagModel, parse.tokens, parse.forms)
  return { parse, tags: own, trees: trees(treeModel, parse.tokens, parse.forms, own) }
})

line('load', `${loaded.toFixed(0)} ms`)
const tagged = found.flatMap(({ parse, tags }) => [...tags].map((tag, i) => (tag === parse.tags[i] ? 1 : 0)))
line('tags', percent(sum(tagged), tagged.length))
const scored = found.flatMap(({ parse, trees }) => arcs(parse, trees))
line('UAS, LAS', [isAttached, isRight].map(is => percent(scored.filter(is).length, scored.length)).join(', '))
for (const name of ['nsubj', 'ccomp', 'parataxis', 'xcomp', 'advcl', 'acl', 'acl:relcl', 'dobj', 'nmod'] as const)
  line(`  F of ${name}`, percent(...shares(name)))

const texts = corpus.map(({ text }) => text)
const cut = texts.map(tokens)
const shapes = cut.map(forms)
const kinds = cut.map((one, i) => tags(tagModel, one, shapes[i]!))
speed('tokens and forms', i => forms(tokens(texts[i]!)))
speed('tags', i => tags(tagModel, cut[i]!, shapes[i]!))
speed('trees', i => trees(treeModel, cut[i]!, shapes[i]!, kinds[i]!))

interface Arc {
  readonly silver: readonly [head: number, label: number]
  readonly own: readonly [head: number, label: number]
}

function arcs({ tokens: { sentences, count }, heads, labels, tags: silverTags }: Parsed, own: Trees): Arc[] {
  const made: Arc[] = []
  for (let i = 0, s = 0; i < count; i++) {
    while (sentences[s + 1]! <= i) s++
    if (isPunctuation(silverTags[i]!)) continue
    const head = heads[i] === sentences[s + 1] ? -1 : heads[i]!
    made.push({ silver: [head, labels[i]!], own: [own.heads[i]!, own.labels[i]!] })
  }
  return made
}

/** `''`, `,`, brackets, `.`, `:` and opening quotation marks; `#` and `$` are words. */
function isPunctuation(tag: number): boolean {
  return (tag >= 3 && tag <= 8) || tag === 45
}

function isAttached({ silver, own }: Arc): boolean {
  return silver[0] === own[0]
}

function isRight(arc: Arc): boolean {
  return isAttached(arc) && arc.silver[1] === arc.own[1]
}

/** Twice the arcs found of a relation, and those found plus those there are: their ratio is F. */
function shares(name: LabelName): [number, number] {
  const label = labelNames.indexOf(name)
  const own = scored.filter(arc => arc.own[1] === label)
  return [2 * own.filter(isRight).length, own.length + scored.filter(arc => arc.silver[1] === label).length]
}

/** The best of nine runs over all texts: other work on the machine only ever makes it slower. */
function speed(name: string, read: (text: number) => unknown): void {
  const count = sum(cut.map(one => one.count))
  const run = () => {
    const start = performance.now()
    for (let i = 0; i < texts.length; i++) read(i)
    return performance.now() - start
  }
  run()
  const times = Array.from({ length: 9 }, run)
  const each = Math.min(...times)
  line(name, `${((count / each) * 1000).toFixed(0)} tokens/s, ${((each / count) * 1000).toFixed(2)} µs a token`)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
