import type { SparseModel } from '../../language/model/sparse.js'
import { type Trees, trees } from '../../language/parser/parse.js'
import { tags } from '../../language/tagger/tags.js'
import { type Forms, forms } from '../../language/tokens/forms.js'
import { gap, type Tokens, tokens } from '../../language/tokens/tokens.js'
import { type Clauses, clauses } from './clauses.js'
import { quoteStates } from './quote-states.js'
import { type Quotes, quotes } from './quotes.js'

/** A text as the statement models see it. */
export interface Analysis {
  readonly tokens: Tokens
  readonly forms: Forms
  readonly tags: Uint8Array
  readonly quotes: Quotes
  readonly quoteStates: Uint8Array
  /** Absent in a fast reading. */
  readonly syntax: Syntax | null
  /** First token of the sentence and of the paragraph each token stands in, and the one after their last. */
  readonly sentenceFrom: Int32Array
  readonly sentenceTo: Int32Array
  /** First token of each paragraph, then the number of tokens. A paragraph is at most `longestParagraph` tokens. */
  readonly paragraphs: readonly number[]
}

export interface Syntax {
  readonly trees: Trees
  readonly clauses: Clauses
}

/** Longer paragraphs are cut: memory and time per step stay bounded whatever the text is. */
const longestParagraph = 1200

export interface SyntaxModels {
  readonly tags: SparseModel
  readonly trees: SparseModel
}

/** Reads `text`: tokens, tags, quotations and, unless `isFast`, trees. */
export function analyse(text: string, models: SyntaxModels, isFast: boolean): Analysis {
  const found = tokens(text)
  const shapes = forms(found)
  const kinds = tags(models.tags, found, shapes)
  const parsed = isFast ? null : trees(models.trees, found, shapes, kinds)
  const quoted = quotes(found)
  return {
    tokens: found,
    forms: shapes,
    tags: kinds,
    quotes: quoted,
    quoteStates: quoteStates(quoted),
    syntax: parsed && { trees: parsed, clauses: clauses(found, parsed) },
    ...bounds(found),
  }
}

function bounds(tokens: Tokens): Pick<Analysis, 'sentenceFrom' | 'sentenceTo' | 'paragraphs'> {
  const sentenceFrom = new Int32Array(tokens.count)
  const sentenceTo = new Int32Array(tokens.count)
  const paragraphs: number[] = []
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const from = tokens.sentences[s]!
    const to = tokens.sentences[s + 1]!
    sentenceFrom.fill(from, from, to)
    sentenceTo.fill(to, from, to)
    const begun = paragraphs.at(-1)
    if (begun === undefined || tokens.gap[from] === gap.blankLine || to - begun > longestParagraph)
      if (tokens.count > 0) paragraphs.push(from)
  }
  paragraphs.push(tokens.count)
  return { sentenceFrom, sentenceTo, paragraphs }
}
