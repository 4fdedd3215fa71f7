import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import { worldParty } from '../actors/world-people.js'
import { slice } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import { isCue } from './lexicon.js'
import { isOfficial } from './offices.js'
import type { People } from './people.js'
import { headOf, isPossessive, isPronoun, type Run, spanOf } from './phrases.js'

/** What the rules ask of the names known so far. */
export interface Agency {
  /** Whether the noun phrase can speak: a person, a party, a group, an official; or the words of one ("Trump's remarks"). */
  canSpeak(sentence: Sentence, phrase: Run): boolean
  /** The same, where the verb alone is weak evidence: an unknown noun does not do. */
  isActor(sentence: Sentence, phrase: Run): boolean
  /** Whether the noun phrase names a party: a state, a body, a group, or one of its people. */
  isParty(sentence: Sentence, phrase: Run): boolean
  /** Whether the noun phrase means a person, by name or by office. */
  isPerson(sentence: Sentence, phrase: Run): boolean
}

/** Who can speak, by the names known: pronouns, people, parties, officials, groups. */
export function agencyIn(text: string, people: People, gazetteer: Gazetteer): Agency {
  const isActor = (sentence: Sentence, phrase: Run): boolean => {
    const words = sentence.words.slice(phrase.from, headOf(sentence, phrase) + 1)
    const head = words.at(-1)
    if (!head) return false
    const lower = head.text.toLowerCase()
    if (isPronoun(head)) return !/^(?:it|you|who)$/.test(lower)
    // "Nobody wants war"; not "nobody in the ministry".
    if (/^(?:nobody|none|everybody|anybody)$/.test(lower)) return words.length === 1 && phrase.to > phrase.from
    const owner = words.findIndex(isPossessive)
    // "Trump's remarks", "Zelensky's administration"; not "Russia's actions".
    if (owner > 0) {
      // "the alliance's secretary general", "the north's leader"
      if (
        isOfficial(head.text) ||
        /^(?:ministry|government|army|military|cabinet|parliament|media|delegation)$/.test(lower)
      )
        return true
      const ofOwner = isActor(sentence, { from: phrase.from, to: phrase.from + owner - 1 })
      return ofOwner && (isCue('speechNouns', head.lemma) || isRoleHead(lower) || /^\p{Lu}/u.test(head.text))
    }
    const mention = slice(text, spanOf(sentence, phrase))
    const first = words[0]
    if (/^\p{Lu}/u.test(head.text) && people.bySurname.has(normal(head.text).join(' '))) return true
    if (/^\p{Lu}/u.test(head.text) && worldParty(normal(head.text).join(' '))) return true
    const { entry } = resolveActor(mention, gazetteer)
    if (isRoleHead(lower)) return true
    if (entry && (entry.kind === 'group' || entry.kind === 'case')) return true
    if (entry && /^\p{Lu}/u.test(head.text)) return true
    if (isCue('abstract', lower)) return false
    return (
      isCue('agents', lower) ||
      isCue('agents', head.lemma) ||
      (first !== undefined && /^(?:some|many|others|several|most)$/i.test(first.text) && words.length <= 2)
    )
  }
  const canSpeak = (sentence: Sentence, phrase: Run): boolean => {
    if (isActor(sentence, phrase)) return true
    const head = sentence.words[headOf(sentence, phrase)]
    if (!head || isCue('abstract', head.text.toLowerCase())) return false
    return head.pos === 'PROPN' && /^\p{Lu}/u.test(head.text)
  }
  const isPerson = (sentence: Sentence, phrase: Run): boolean => {
    const head = sentence.words[headOf(sentence, phrase)]
    const key = normal(head?.text ?? '').join(' ')
    if (isOfficial(head?.text ?? '')) return true
    return /^\p{Lu}/u.test(head?.text ?? '') && (people.bySurname.has(key) || worldParty(key) !== null)
  }
  const isParty = (sentence: Sentence, phrase: Run): boolean => {
    if (!isActor(sentence, phrase)) return false
    const words = sentence.words.slice(phrase.from, headOf(sentence, phrase) + 1)
    const last = normal(words.at(-1)?.text ?? '').join(' ')
    if (people.bySurname.get(last)?.some(({ party }) => party !== null))
      return /^\p{Lu}/u.test(words.at(-1)?.text ?? '')
    return resolveActor(slice(text, spanOf(sentence, phrase)), gazetteer).party !== null
  }
  return { isActor, canSpeak, isParty, isPerson }
}
