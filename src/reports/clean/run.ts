import { logOdds, type Trees } from '../lineages/trees.js'

/** A model of which lines are the article: what each line says for itself, and how reluctant the article is to break off. */
export interface LineModel {
  readonly about: string
  /** Added to each line's log-odds: above 0 for more of the article at the price of more debris. */
  readonly bias: number
  /** What it costs, in log-odds, to go from debris to article or back. */
  readonly change: number
  readonly trees: Trees
}

/** Per line whether it is the article: the likeliest sequence of article and debris as a whole (Viterbi). */
export function articleRun(
  model: LineModel,
  rows: readonly ArrayLike<number>[],
  nudges?: readonly number[],
): boolean[] {
  let debris = 0
  let article = -model.change
  const before: [boolean, boolean][] = []
  for (const [index, row] of rows.entries()) {
    const odds = logOdds(model.trees, row) + model.bias + (nudges?.[index] ?? 0)
    before.push([article - model.change > debris, article >= debris - model.change])
    const next = Math.max(article, debris - model.change) + odds
    debris = Math.max(debris, article - model.change)
    article = next
  }
  const kept = new Array<boolean>(rows.length).fill(false)
  let isArticle = article > debris
  for (let index = rows.length - 1; index >= 0; index--) {
    kept[index] = isArticle
    isArticle = before[index]![isArticle ? 1 : 0]
  }
  return kept
}
