import { tokens } from '../src/language/tokens/tokens.js'
import type { Attribution } from '../src/statements/statement.js'
import type { Article, GoldAttribution } from '../training/corpus.js'
import { random } from '../training/corpus.js'
import { goldTokens } from '../training/gold.js'

/** True positives (by gold and by prediction), predicted and gold, per measure. */
export type Counts = Record<string, [number, number, number, number]>

interface Read {
  readonly source: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly content: ReadonlySet<number>
  readonly direct: boolean
}

const quoteMark = /["“”„«»]|''|``/

/**
 * Compares what was read in an article with what people marked, as the corpus's own measures do: tokens per part, and
 * attributions matched one to one when their contents share at least half of their union.
 */
export function compared(article: Article, found: readonly Attribution[]): Counts {
  const read = tokens(article.text)
  const pairs = (spans: Attribution['source']) => spans.map(({ start, end }) => [start, end] as const)
  const reading = (given: GoldAttribution): Read => {
    const { source, cue, content } = goldTokens(read, given)
    const words = given.content.map(([start, end]) => article.text.slice(start, end)).join(' ')
    return { source: new Set(source), cue: new Set(cue), content: new Set(content), direct: quoteMark.test(words) }
  }
  const gold = article.attributions.map(reading).filter(one => one.content.size > 0)
  const predicted = found
    .map(({ source, cue, content }) => reading({ source: pairs(source), cue: pairs(cue), content: pairs(content) }))
    .filter(one => one.content.size > 0)
  const counts: Counts = {}
  for (const part of ['content', 'source', 'cue'] as const) {
    const inGold = new Set(gold.flatMap(one => [...one[part]]))
    const inPredicted = new Set(predicted.flatMap(one => [...one[part]]))
    const both = common(inGold, inPredicted)
    counts[`${part} tokens`] = [both, both, inPredicted.size, inGold.size]
  }
  const matches = matched(gold, predicted)
  const measure = (name: string, isIn: (one: Read) => boolean, isRight: (match: Match) => boolean) => {
    const right = matches.filter(isRight)
    counts[name] = [
      right.filter(({ gold }) => isIn(gold)).length,
      right.filter(({ predicted }) => isIn(predicted)).length,
      predicted.filter(isIn).length,
      gold.filter(isIn).length,
    ]
  }
  const any = () => true
  measure('attribution', any, any)
  measure('with source', any, ({ source }) => source)
  measure('exact', any, ({ share }) => share === 1)
  measure('direct', one => one.direct, any)
  measure('indirect', one => !one.direct, any)
  return counts
}

interface Match {
  readonly gold: Read
  readonly predicted: Read
  readonly share: number
  readonly source: boolean
  readonly cue: boolean
}

function matched(gold: readonly Read[], predicted: readonly Read[]): Match[] {
  const all: Match[] = []
  for (const one of gold) {
    for (const other of predicted) {
      const both = common(one.content, other.content)
      const share = both / (one.content.size + other.content.size - both)
      if (share < 0.5) continue
      const source = common(one.source, other.source) > 0 || (one.source.size === 0 && other.source.size === 0)
      all.push({ gold: one, predicted: other, share, source, cue: common(one.cue, other.cue) > 0 })
    }
  }
  all.sort((a, b) => b.share - a.share || Number(b.source) - Number(a.source) || Number(b.cue) - Number(a.cue))
  const used = new Set<Read>()
  return all.filter(match => {
    if (used.has(match.gold) || used.has(match.predicted)) return false
    used.add(match.gold).add(match.predicted)
    return true
  })
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let sum = 0
  for (const value of a) if (b.has(value)) sum++
  return sum
}

export function added(list: readonly Counts[]): Counts {
  const sum: Counts = {}
  for (const counts of list) {
    for (const [name, values] of Object.entries(counts)) {
      sum[name] ??= [0, 0, 0, 0]
      for (let k = 0; k < 4; k++) sum[name][k]! += values[k]!
    }
  }
  return sum
}

/** F1 in percent. */
export function f1([byGold, byPredicted, predicted, gold]: Counts[string]): number {
  const precision = predicted === 0 ? 0 : byPredicted / predicted
  const recall = gold === 0 ? 0 : byGold / gold
  return precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall)
}

/** The middle 95 % of F1 over a thousand draws of articles with replacement. */
export function interval(list: readonly Counts[], measure: string): [number, number] {
  const next = random(97)
  const values: number[] = []
  for (let draw = 0; draw < 1000; draw++) {
    const sum: Counts[string] = [0, 0, 0, 0]
    for (let k = 0; k < list.length; k++) {
      const counts = list[Math.floor(next() * list.length)]![measure]!
      for (let j = 0; j < 4; j++) sum[j]! += counts[j]!
    }
    values.push(f1(sum))
  }
  values.sort((a, b) => a - b)
  return [values[25]!, values[974]!]
}
