import { articleRun, type LineModel } from '../clean/run.js'
import { oddsAgainst } from './against.js'
import { densest } from './densest.js'
import { filled, isOpen, type Read } from './fill.js'

/** Words in full sentences below which a page is no article. */
const fewestWords = 30
/** Share of the densest text that the model has to keep to be believed. */
const leastShare = 0.4

/** Share of a block that is link text, from which it is there for the link. */
const leadsElsewhere = 0.25
/** Such blocks in a text, by number and by share of its other sentences, from which it is a list of other pages. */
const fewestLeading = 3
const mostLeading = 0.9

/** How much more text there has to be without regard to names. */
const manyTimes = 5

/** Which of a page's blocks are its main text. */
export interface MainText {
  readonly kept: readonly boolean[]
  readonly isArticle: boolean
}

/**
 * What the model keeps of a page, filled up; where that is next to nothing of what stands closely together, the latter:
 * a template that the model does not know must not cost the article.
 *
 * `rows`: what is measured of each block; null for a page that is too long to be measured.
 */
export function mainText(model: LineModel, rows: readonly ArrayLike<number>[] | null, read: Read): MainText {
  const told = toldText(model, rows, read)
  if (told.prose >= fewestWords) return told
  // Names may mislead: a page whose all is called a comment or a question of consent has its text there.
  const unnamed = toldText(model, rows, { ...read, places: read.places.map(() => null) })
  return unnamed.prose > manyTimes * Math.max(1, told.prose) ? unnamed : told
}

function toldText(
  model: LineModel,
  rows: readonly ArrayLike<number>[] | null,
  read: Read,
): MainText & { prose: number } {
  const { lines, seen, places } = read
  const nudges = seen.map(({ why }, index) => oddsAgainst(why, places[index]!))
  const told = rows === null ? lines.map(() => false) : filled(read, articleRun(model, rows, nudges))
  const own = lines.reduce(
    (sum, { sentence, words }, index) => sum + (told[index] && sentence && isOpen(read, index) ? words.length : 0),
    0,
  )
  const plain = densest(read)
  const isTold = own > 0 && own >= leastShare * plain.prose
  const prose = isTold ? own : plain.prose
  const kept = isTold ? told : filled(read, plain.kept)
  return { kept, prose, isArticle: prose >= fewestWords && !isList(read, kept) }
}

/** Whether a text is a list of other pages, with a few words to each: a front page, the results of a search. */
function isList({ blocks, lines }: Read, kept: readonly boolean[]): boolean {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  let leading = 0
  let saying = 0
  for (let index = first; index >= 0 && index <= last; index++) {
    const { words, sentence } = lines[index]!
    if (words.length >= 3 && blocks[index]!.linked >= leadsElsewhere) leading++
    else if (kept[index] && sentence) saying++
  }
  return leading >= fewestLeading && leading > mostLeading * saying
}
