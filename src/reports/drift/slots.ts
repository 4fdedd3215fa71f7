import { isWithin, type Span } from '../../language/span.js'
import type { Word } from '../../language/words.js'
import type { DriftKind } from '../lineage.js'
import { commonShare } from '../lineages/collection.js'
import type { Account, AccountSentence } from './account.js'
import type { Counterparts } from './counterparts.js'
import cues from './cues.json' with { type: 'json' }

/**
 * A place that several rewrites fill, each in its way: the duty on a verb, the stance on a thing, the title of a person.
 * Two reports whose values of one slot differ do not say the same.
 */
export interface Slot extends Span {
  readonly account: Account
  readonly key: string
  readonly what: DriftKind
  readonly value: string
  /** The side that a stance is on: -1 against, 0 neither, 1 for. Values on opposite sides differ in polarity. */
  readonly side?: number
}

export function slotsOf(accounts: readonly Account[], aligned: Counterparts): Slot[] {
  return accounts.flatMap(account => [
    ...account.sentences.flatMap(sentence => {
      const group = aligned.groupOf.get(sentence)
      return group === undefined ? [] : measures(account, sentence, group)
    }),
    ...modalities(account, aligned),
    ...titles(account),
    ...stances(account),
  ])
}

const modalityOf = new Map(
  Object.entries(cues.modality).flatMap(([name, phrases]) => phrases.map(phrase => [phrase, name] as const)),
)
/** How far before a verb its modal stands. */
const modalReach = 5

/** A verb that fewer reports have than this names what is meant, wherever it stands. */
const rareVerb = 0.02

/**
 * "must include", "would need to be formalized": what binds each verb. A rare verb answers to itself in any sentence,
 * since a rewrite splits and joins sentences; a common one only in a sentence that has a counterpart.
 */
function modalities(account: Account, aligned: Counterparts): Slot[] {
  const found: Slot[] = []
  for (const sentence of account.sentences) {
    const { words } = sentence
    const group = aligned.groupOf.get(sentence)
    for (let at = 0; at < words.length; at++) {
      const modal = modalAt(words, at)
      if (!modal) continue
      const verb = words.slice(at + modal.length, at + modal.length + modalReach).find(isVerb)
      const place = verb && commonShare(verb.lemma) < rareVerb ? 'anywhere' : group
      if (verb && place !== undefined) {
        const key = `modality ${place} ${verb.lemma.replace(/ed$/, 'e')}`
        found.push({ account, key, what: 'modality', value: modal.name, start: words[at]!.start, end: verb.end })
      }
      at += modal.length - 1
    }
  }
  return found
}

/** A verb, or a participle that the tagger took for an adjective ("should be formalized"). */
function isVerb(word: Word): boolean {
  return word.pos === 'VERB' || (word.pos === 'ADJ' && /(?:ed|en)$/.test(word.lemma))
}

function modalAt(words: readonly Word[], at: number): { name: string; length: number } | undefined {
  for (let length = 3; length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .map(word => word.text.toLowerCase())
      .join(' ')
    const name = modalityOf.get(phrase)
    if (name && at + length <= words.length) return { name, length }
  }
  return undefined
}

/** How many words may stand between a number and what it counts, for both to be shown. */
const nounReach = 2

/** "5 observers", "30-day": the numbers of a sentence that has a counterpart, by what they count. */
function measures(account: Account, sentence: AccountSentence, group: number): Slot[] {
  return account.facts
    .filter(fact => isWithin(fact, sentence))
    .flatMap((fact): Slot[] => {
      if (fact.kind === 'date') {
        return [
          {
            ...fact,
            account,
            key: `date ${group} ${/day$/.test(fact.key) ? 'weekday' : 'date'}`,
            what: 'date',
            value: fact.key,
          },
        ]
      }
      if (fact.kind !== 'number') return []
      const counted = sentence.words.find(
        word => word.start >= fact.end && (word.pos === 'NOUN' || word.pos === 'VERB'),
      )
      if (counted?.pos !== 'NOUN') return []
      const between = sentence.words.filter(word => word.start >= fact.end && word.end <= counted.start)
      return [
        {
          ...fact,
          // A number without what it counts tells a reader nothing.
          end: between.length <= nounReach ? counted.end : fact.end,
          account,
          key: `number ${group} ${counted.lemma}`,
          what: 'number',
          value: fact.key.replace(/[^\d.]/g, ''),
        },
      ]
    })
}

const titleWords = new Set(cues.titles)
const qualifiers = new Set(cues.qualifiers)

/** "former President", "Deputy Foreign Minister": how a report titles each person, at the fullest. */
function titles(account: Account): Slot[] {
  const found = new Map<string, Slot>()
  for (const { words } of account.sentences) {
    words.forEach((word, at) => {
      if (!titleWords.has(word.text.toLowerCase())) return
      let end = at + 1
      while (words[end]?.pos === 'PROPN' && /^\p{Lu}/u.test(words[end]!.text)) end++
      if (end === at + 1 || !/^\p{Lu}/u.test(word.text)) return
      let start = at
      const value = [word.text.toLowerCase()]
      for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
        const text = words[before]!.text.toLowerCase()
        if (qualifiers.has(text)) value.unshift(text)
        else if (words[before]!.pos !== 'PROPN' && words[before]!.pos !== 'ADJ') break
        start = before
      }
      const person = words[end - 1]!.text
      const slot: Slot = {
        account,
        key: `title ${person.toLowerCase()}`,
        what: 'title',
        value: value.join(' '),
        start: words[start]!.start,
        end: words[end - 1]!.end,
      }
      const fullest = found.get(slot.key)
      if (!fullest || slot.value.length > fullest.value.length) found.set(slot.key, slot)
    })
  }
  return [...found.values()]
}

const stanceOf = new Map(
  Object.entries(cues.stance).flatMap(([name, lemmas]) =>
    lemmas.map(lemma => [lemma, name as keyof typeof cues.sides] as const),
  ),
)
const negations = new Set(cues.negations)
/** How far before a thing the word stands that says what is done about it. */
const stanceReach = 6

/** "hesitant to commit to peace talks", "prepares for peace talks": the stance on each thing that is named once. */
function stances(account: Account): Slot[] {
  const found = new Map<string, Slot | null>()
  for (const { words } of account.sentences) {
    for (let at = 0; at + 1 < words.length; at++) {
      if (!isThing(words[at]!, words[at + 1]!)) continue
      const key = `stance ${words[at]!.lemma} ${words[at + 1]!.lemma}`
      const cue = leadingCue(words, at)
      // A thing named twice has two stances, and which one answers to which is not known.
      if (found.has(key)) found.set(key, null)
      else if (!cue) found.set(key, null)
      else {
        const name = stanceOf.get(words[cue.at]!.lemma)!
        found.set(key, {
          account,
          key,
          what: 'modality',
          value: cue.negated ? `not ${name}` : name,
          side: cue.negated ? -cues.sides[name] : cues.sides[name],
          start: words[cue.from]!.start,
          end: words[at + 1]!.end,
        })
      }
    }
  }
  return [...found.values()].filter(slot => slot !== null)
}

/** How many words of a sentence say where someone stands. */
export function stanceWords(sentence: AccountSentence): number {
  return sentence.words.filter(word => stanceOf.has(word.lemma)).length
}

function isThing(first: Word, second: Word): boolean {
  return second.pos === 'NOUN' && (first.pos === 'NOUN' || first.pos === 'PROPN' || first.pos === 'ADJ')
}

/** The first stance word within reach: it governs those that follow ("hesitant to commit"). */
function leadingCue(words: readonly Word[], thing: number): { at: number; from: number; negated: boolean } | undefined {
  let start = thing - 1
  while (start >= 0 && thing - start <= stanceReach && words[start]!.pos !== 'PUNCT') start--
  for (let at = start + 1; at < thing; at++) {
    if (!stanceOf.has(words[at]!.lemma)) continue
    const negation = [at - 1, at - 2].find(before => before >= 0 && negations.has(words[before]!.text.toLowerCase()))
    return { at, from: negation ?? at, negated: negation !== undefined }
  }
  return undefined
}
