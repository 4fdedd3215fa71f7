import { z } from 'zod'
import data from './lexicon.json' with { type: 'json' }

const words = z.array(z.string().regex(/^\S+$/)).readonly()

/** The words by which proposals, their versions, authors, answers and provisions are told. */
export const lexiconSchema = z.strictObject({
  source: z.string(),
  reachDays: z.int().positive(),
  heads: z.strictObject({
    own: words.describe('name a proposal with its author alone'),
    shared: words.describe('mean other things too: they need more than an author, or a statement about them'),
    drafted: words.describe('a proposal only as a draft'),
    timed: words.describe('a proposal where somebody proposes one of a stated length'),
  }),
  kinds: words,
  plain: words.describe('tell nothing of which proposal it is'),
  barred: words.describe('plans that are not put to another party'),
  versions: z.strictObject({ original: words, revised: words, final: words }),
  versionNouns: words,
  determiners: words,
  definite: words,
  stops: words.describe('end a noun phrase to the left'),
  submit: words,
  particles: z.record(z.string(), words).describe('verbs that put forward only with one of these behind them'),
  study: words,
  provide: words.describe('dictionary forms of the verbs that tell what a proposal says'),
  irregular: z.record(z.string(), z.string()),
  changing: z.strictObject({ added: words, dropped: words, changed: words, same: words }),
  paperVerbs: words.describe('"the paper" that does these is a newspaper'),
  breaks: words.describe('open a clause of their own between an act and what it is about'),
  contrast: words,
  stopWords: words.describe('carry nothing when points are compared'),
})

export const lexicon = lexiconSchema.parse(data)

const set = (list: readonly string[]) => new Set(list)

export const own = set(lexicon.heads.own)
export const shared = set(lexicon.heads.shared)
export const drafted = set(lexicon.heads.drafted)
export const timed = set(lexicon.heads.timed)
export const kinds = set(lexicon.kinds)
export const plain = set(lexicon.plain)
export const barred = set(lexicon.barred)
export const determiners = set(lexicon.determiners)
export const definite = set(lexicon.definite)
export const stops = set(lexicon.stops)
export const submit = set(lexicon.submit)
export const study = set(lexicon.study)
export const breaks = set(lexicon.breaks)
export const contrast = set(lexicon.contrast)
export const stopWords = set(lexicon.stopWords)
export const paperVerbs = set(lexicon.paperVerbs)
export const versionNouns = set(lexicon.versionNouns)

export type Marker = 'original' | 'revised' | 'final'

/** Which version a word speaks of; null: of none. */
export function markerOf(word: string): Marker | null {
  for (const marker of ['original', 'revised', 'final'] as const)
    if (lexicon.versions[marker].includes(word)) return marker
  return null
}

const provide = set(lexicon.provide)

/** The dictionary form of a verb that tells what a proposal says ("called" is "call"); null for any other word. */
export function provision(word: string): string | null {
  const irregular = lexicon.irregular[word]
  if (irregular) return irregular
  for (const form of [
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ed$/, ''),
    word.replace(/d$/, ''),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    word.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ])
    if (provide.has(form)) return form
  return null
}
