/**
 * Makes `src/statements/antecedents.json`: whom "he" and "she" stand for, learned from coreference chains.
 *
 * `npx tsx training/antecedents.ts DATA/attribution` reads the sources of the training articles and their automatic
 * chains, and writes the weights; the same data gives the same bytes. A choice of one candidate or of none, by
 * softmax; the candidates of a round are those that the round before leaves.
 */
import { writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { chainAt, type Parse } from '../bench/chains.js'
import { worldGazetteer } from '../src/actors/gazetteer.js'
import { genderOfName } from '../src/actors/given-names.js'
import { normal } from '../src/actors/normal.js'
import { antecedents, type Candidate, shares } from '../src/statements/antecedents.js'
import known from '../src/statements/antecedents.json' with { type: 'json' }
import { readSentences } from '../src/statements/attributions.js'
import { mentionsOf } from '../src/statements/mentions.js'
import { learnPeople } from '../src/statements/people.js'
import { quotations } from '../src/statements/quotations.js'
import { articles, lines } from './corpus.js'

const rounds = 3
const steps = 400
const rate = 2
const decay = 1e-4

interface Example {
  readonly candidates: readonly Candidate[]
  /** Index of the one that is meant; -1: none of them. */
  readonly right: number
}

const [folder] = argv.slice(2)
if (!folder) throw new Error('Give the folder that holds train.jsonl.gz and parses.train.jsonl.gz.')
const parses = new Map(lines<Parse>(`${folder}/parses.train.jsonl.gz`).map(parse => [parse.id, parse]))
const texts = articles(folder, 'train').flatMap(({ id, text, attributions }) => {
  const parse = parses.get(id)
  if (!parse) return []
  const reading = readSentences(text, [{ start: 0, end: text.length }])
  const mentions = mentionsOf(reading, learnPeople([reading], worldGazetteer()))
  const sources = new Map(attributions.flatMap(({ source: [first] }) => (first ? [first] : [])))
  return [{ text, parse, reading, mentions, quoted: quotations(text), sources }]
})

let weights: Record<string, number> = Object.fromEntries(Object.keys(known.weights).map(name => [name, 0]))
for (let round = 1; round <= rounds; round++) {
  const examples = texts.flatMap(examplesIn)
  weights = trained(examples)
  const right = examples.filter(({ candidates, right }) => chosen(candidates) === right).length
  console.log(
    `round ${round}: ${examples.length} pronouns, ${((100 * right) / examples.length).toFixed(1)} % read as the chains do`,
  )
}
for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8]) {
  let told = 0
  let right = 0
  const examples = texts.flatMap(examplesIn)
  for (const example of examples) {
    const best = chosen(example.candidates)
    if (best < 0 || (shares(example.candidates, weights)[best] ?? 0) < threshold) continue
    told++
    if (best === example.right) right++
  }
  console.log(
    `threshold ${threshold}: ${((100 * right) / told).toFixed(1)} % of ${((100 * told) / examples.length).toFixed(1)} %`,
  )
}
const rounded = Object.fromEntries(
  Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 1000) / 1000]),
)
const { source, threshold } = known
writeFileSync(
  'src/statements/antecedents.json',
  `${JSON.stringify({ source, threshold, weights: rounded }, null, 2)}\n`,
)

function examplesIn({ text, parse, reading, mentions, quoted, sources }: (typeof texts)[number]): Example[] {
  const found: Example[] = []
  antecedents(reading, mentions, quoted, ({ start, end, candidates }, gender) => {
    const chain = sources.get(start) === end ? chainAt(parse, text, start, end) : null
    const name = chain?.name
    const told = name && name.length > 1 ? genderOfName(name.join(' ')) : null
    if (name && !chain.isMixed && (told ?? gender) === gender) {
      const last = name.at(-1) ?? ''
      const right = candidates.findIndex(({ mention }) => {
        const words = normal(mention.person.name)
        return words.at(-1) === last && (name.length < 2 || words.length < 2 || name[0] === words[0])
      })
      found.push({ candidates, right })
    }
    const best = chosen(candidates)
    return candidates[best]?.mention ?? null
  })
  return found
}

/** The likeliest candidate; -1 where none is likeliest. */
function chosen(candidates: readonly Candidate[]): number {
  const probabilities = shares(candidates, weights)
  const best = Math.max(0, ...probabilities)
  const none = 1 - probabilities.reduce((sum, each) => sum + each, 0)
  return best > none ? probabilities.indexOf(best) : -1
}

/** Gradient ascent on the log-likelihood, all examples a step. */
function trained(examples: readonly Example[]): Record<string, number> {
  const own: Record<string, number> = Object.fromEntries(Object.keys(known.weights).map(name => [name, 0]))
  for (let step = 0; step < steps; step++) {
    const slope: Record<string, number> = {}
    for (const { candidates, right } of examples) {
      const probabilities = shares(candidates, own)
      for (const [n, { features }] of candidates.entries())
        for (const feature of features)
          slope[feature] = (slope[feature] ?? 0) + (n === right ? 1 : 0) - (probabilities[n] ?? 0)
    }
    for (const [feature, sum] of Object.entries(slope))
      own[feature] = (own[feature] ?? 0) * (1 - decay * rate) + (rate * sum) / examples.length
  }
  return own
}
