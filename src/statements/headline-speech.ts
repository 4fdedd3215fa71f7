import { isOutlet } from '../actors/organisations.js'
import { hull, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { verbReading } from './lexicon.js'
import { phraseStartingAt, type Run, spanOf } from './phrases.js'

/** Longest name of a speaker in a headline, in words. */
const longestName = 5

/**
 * The attribution that only a headline is written as, or null: "Velia to sign, says minister", "No deal, Velia says",
 * "Minister: no deal on the dam", "No deal on the dam – minister".
 *
 * Before a colon or after a dash stand topics and outlets as well: there the name must be an actor's.
 */
export function headlineSpeech(sentence: Sentence, agency: Agency): Found | null {
  return saysAtEnd(sentence, agency) ?? afterName(sentence, agency) ?? beforeName(sentence, agency)
}

/** ", says NAME" and ", NAME says" at the end. */
function saysAtEnd(sentence: Sentence, agency: Agency): Found | null {
  const { words } = sentence
  const comma = words.findLastIndex(({ text }) => text === ',')
  if (comma < 1 || words.length - comma > longestName + 2) return null
  const last = words.findLastIndex(({ text }) => /[\p{L}\p{N}]/u.test(text))
  if (isSays(words[comma + 1])) {
    const source = phraseStartingAt(sentence, comma + 2)
    if (!source || source.to !== last || !agency.canSpeak(sentence, source)) return null
    return found(sentence, source, { from: comma + 1, to: comma + 1 }, { from: 0, to: comma - 1 })
  }
  const source = { from: comma + 1, to: last - 1 }
  if (!isSays(words[last]) || source.to < source.from || !agency.canSpeak(sentence, source)) return null
  return found(sentence, source, { from: last, to: last }, { from: 0, to: comma - 1 })
}

/** "NAME: ...". */
function afterName(sentence: Sentence, agency: Agency): Found | null {
  const { words } = sentence
  const colon = words.findIndex(({ text }) => text === ':')
  if (colon < 1 || colon > longestName || colon + 2 >= words.length) return null
  const source = { from: 0, to: colon - 1 }
  return names(sentence, source, agency)
    ? found(sentence, source, { from: colon, to: colon }, { from: colon + 1, to: words.length - 1 })
    : null
}

/** "... – NAME". */
function beforeName(sentence: Sentence, agency: Agency): Found | null {
  const { words } = sentence
  const dash = words.findLastIndex(({ text, start, end }, n) => {
    const isApart = (words[n - 1]?.end ?? start) < start && end < (words[n + 1]?.start ?? end)
    return /^[-–—]$/.test(text) && isApart
  })
  if (dash < 2 || words.length - dash - 1 > longestName) return null
  const source = { from: dash + 1, to: words.length - 1 }
  return source.to >= source.from && names(sentence, source, agency)
    ? found(sentence, source, { from: dash, to: dash }, { from: 0, to: dash - 1 })
    : null
}

/** Whether the words are an actor's name and nothing else. */
function names(sentence: Sentence, source: Run, agency: Agency): boolean {
  const words = sentence.words.slice(source.from, source.to + 1)
  const isPlain = words.every(({ pos, text }) => /NOUN|PROPN|ADJ|DET/.test(pos) || text === "'s" || text === '’s')
  return isPlain && !isOutlet(words.map(({ text }) => text).join(' ')) && agency.isActor(sentence, source)
}

function isSays(word: Word | undefined): boolean {
  const reading = verbReading(word?.text ?? '')
  return /^(?:say|tell|warn|announce|report|insist|claim|vow|pledge|declare|admit|confirm|hint|suggest|signal)$/.test(
    reading?.lemma ?? '',
  )
}

function found(sentence: Sentence, source: Run, cue: Run, content: Run): Found | null {
  const [who, by, what]: Span[] = [source, cue, content].map(run => spanOf(sentence, run))
  const clause = hull([who, by, what].flatMap(span => span ?? []))
  if (!who || !by || !what || !clause) return null
  return {
    source: [who],
    cue: [by],
    content: [what],
    direct: false,
    confidence: 0.7,
    layer: 'headline',
    hearsay: false,
    shared: false,
    clause,
    principal: null,
    nominal: false,
  }
}
