import type { PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { genderOfName, isGivenName } from '../actors/given-names.js'
import { mentionWords, normal, personKey, withoutNickname } from '../actors/normal.js'
import { namesNoPerson } from '../actors/organisations.js'
import { entriesIn, resolveActor } from '../actors/resolve.js'
import { isHonorific, isRoleHead, isRoleWord } from '../actors/roles.js'
import { worldOffices, worldParty } from '../actors/world-people.js'
import { slice } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import { domesticOf, oppositionOf } from './domestic.js'
import { isSaying, verbReading } from './lexicon.js'
import { headOf, isTime, nicknameStart, phraseEndingAt, phraseStartingAt, type Run, spanOf } from './phrases.js'
import { verbAfter } from './subjects.js'

/** A name as a sentence brings it in, with its title where one stands beside it. */
export interface Introduction {
  readonly name: string
  readonly role: string | null
  readonly party: PartyId | null
  /** Where the name starts. */
  readonly start: number
}

const nameParticles = /^(?:de|da|di|von|van|der|den|bin|ben|al|el|ul|le|la|du|dos|del|y|e)$/
const longestName = 9

/** The people whom a sentence introduces: "Foreign Minister X", "X, the foreign minister", "the minister, X", "X said". */
export function introductionsIn(
  text: string,
  sentence: Sentence,
  gazetteer: Gazetteer,
  before: readonly Sentence[] = [],
  year: number | null = null,
): Introduction[] {
  const { words } = sentence
  const found: Introduction[] = []
  for (let at = 0; at < words.length; at++) {
    const isTitled = at > 0 && endsTitle(words, at - 1)
    if (!isTitled && !startsName(words, at)) continue
    const to = nameEnd(words, at, gazetteer)
    if (to < at || (to === at && !isTitled)) continue
    const name = withoutNickname(slice(text, spanOf(sentence, { from: at, to })))
    if (namesNoPerson(name)) {
      at = to
      continue
    }
    const title = isTitled
      ? { from: titleStart(words, at - 1, gazetteer), to: at - 1 }
      : (titleAfter(sentence, to) ?? titleBefore(sentence, at, to))
    const each = introduction(text, sentence, name, title, isTitled, gazetteer, before, year)
    if (each.role !== null || each.party !== null || isPersonal(sentence, at, to) || genderOfName(name))
      found.push({ ...each, start: words[at]?.start ?? sentence.start })
    at = to
  }
  return found
}

function introduction(
  text: string,
  sentence: Sentence,
  name: string,
  title: Run | null,
  precedes: boolean,
  gazetteer: Gazetteer,
  before: readonly Sentence[],
  year: number | null,
): Omit<Introduction, 'start'> {
  const known = worldParty(personKey(name), year)
  if (!title) return { name, role: null, party: known }
  const words = slice(text, spanOf(sentence, title)).replace(/^(?:the|a|an)\s+/i, '')
  if (isHonorific(words)) return { name, role: null, party: known }
  const role = words.replaceAll(/\s+/g, ' ')
  const served =
    resolveActor(words, gazetteer).party ??
    // "Pope Leo": title and name are one.
    (precedes
      ? resolveActor(`${words} ${name}`, gazetteer).entry?.kind === 'metonym'
        ? resolveActor(`${words} ${name}`, gazetteer).party
        : null
      : null) ??
    (isNamesake(name, role) ? null : known)
  const isOpposed = served !== null && /^[A-Z]{3}$/.test(served) && domesticOf(role) === 'opposition'
  const party = isOpposed ? oppositionOf(served) : served
  if (party || (!precedes && !isStateOffice(words))) return { name, role, party }
  const named = partyBefore(text, sentence, title.from, gazetteer)
  return { name, role, party: named ?? (isStateOffice(words) ? onlyState(text, before, gazetteer) : null) }
}

/** Whether a minister's title is none that the list's person of the name has held: a namesake elsewhere. */
function isNamesake(name: string, role: string): boolean {
  const offices = worldOffices(personKey(name))
  const isPrime = (title: string) => /\bprime\b/i.test(title)
  if (!/\bminister\b/i.test(role) || offices.length === 0) return false
  return !offices.some(office => /\bminister\b|secretary/.test(office) && isPrime(office) === isPrime(role))
}

/** Whether a title ends at the word and a name may follow; a title in the plural brings no name. */
function endsTitle(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text.toLowerCase() ?? ''
  // "the official news agency"
  if (text === 'official' && words[at - 1]?.pos === 'DET') return false
  return isRoleHead(text) && !/[^s]s$/.test(text) && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')
}

function startsName(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || !/^\p{Lu}\p{Ll}/u.test(word.text) || isRoleWord(word.text.toLowerCase()) || isTime(word)) return false
  return word.pos === 'PROPN' || isGivenBefore(words, at)
}

/** "Don Fowler", "Mr. Welch": a capital after a given name or an address, which the library may take for a verb. */
function isNameByPlace(words: readonly Word[], from: number, at: number): boolean {
  if (at === from) return isHonorific(words[at - 1]?.text ?? '') || isGivenBefore(words, at)
  return (
    at === from + 1 &&
    isGivenName(words[from]?.text ?? '') &&
    words[at]?.pos === 'VERB' &&
    verbReading(words[at]?.text ?? '') === undefined
  )
}

/** "Don Fowler": a given name before a capital, which the library may take for a verb. */
function isGivenBefore(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  return isGivenName(word?.text ?? '') && next?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(next.text)
}

/** Where a personal name that starts at `from` ends; before `from` where none does. */
function nameEnd(words: readonly Word[], from: number, gazetteer: Gazetteer): number {
  // "Theresa May": a name whose words may be of another kind.
  for (let to = Math.min(words.length, from + 4) - 1; to > from; to--)
    if (
      words[to]?.pos !== 'PUNCT' &&
      worldParty(
        normal(
          words
            .slice(from, to + 1)
            .map(({ text }) => text)
            .join(' '),
        ).join(' '),
      )
    )
      return to
  let to = from - 1
  for (let at = from; at < Math.min(words.length, from + longestName); at++) {
    const word = words[at]
    if (!word) break
    const nickname = at > from ? nicknameEnd(words, at) : null
    if (nickname !== null) {
      at = nickname
      continue
    }
    const isJoint =
      at > from && /^[-.]$/.test(word.text) && words[at - 1]?.end === word.start && words[at + 1]?.start === word.end
    if (isJoint || (at > from && nameParticles.test(word.text))) continue
    if (!/^\p{Lu}/u.test(word.text) || isRoleWord(word.text.toLowerCase())) break
    if (!/PROPN|NOUN|ADJ|X/.test(word.pos) && !isNameByPlace(words, from, at)) break
    if (isTime(word) || /^\p{Lu}+$/u.test(word.text)) break
    if (at === from && isListed(words, at, gazetteer)) break
    to = at
  }
  return to
}

/** The mark that closes a nickname which opens at the word and which a surname follows; null where none does. */
function nicknameEnd(words: readonly Word[], at: number): number | null {
  const close = [at + 2, at + 3].find(end => nicknameStart(words, end) === at - 1)
  const next = close === undefined ? undefined : words[close + 1]
  return close !== undefined && next?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(next.text) ? close : null
}

/** Whether a state, a people, a body or a group is named there: "White House", "German". */
function isListed(words: readonly Word[], at: number, gazetteer: Gazetteer): boolean {
  const mention = words.slice(at, at + longestName).map(({ text }) => ({ text, normal: normal(text).join(' ') }))
  const [first] = entriesIn(mention, gazetteer)
  if (first === undefined || first.at !== 0) return false
  // "Phnom Penh denied it": a town of two words is no person; of one it may be a family's name.
  if (first.entry.kind === 'place') return first.entry.words.length > 1
  return !['case', 'person'].includes(first.entry.kind)
}

/** Where the title that ends at word `head` starts: over its adjectives, its state and its office. */
function titleStart(words: readonly Word[], head: number, gazetteer: Gazetteer): number {
  let from = head
  while (from > 0) {
    const before = words[from - 1]
    if (!before) break
    const text = before.text.toLowerCase()
    // "Secretary of State"
    const office = words[from - 2]?.text ?? ''
    if (text === 'of' && /^\p{Lu}.*[^s]$/u.test(office) && isRoleHead(office.toLowerCase())) {
      from -= 2
      continue
    }
    const isKnown = isRoleWord(text) || gazetteer.has(normal(before.text)[0] ?? '')
    const isPart = isKnown && !['DET', 'ADP', 'VERB', 'PUNCT'].includes(before.pos)
    const isCapital = /^\p{Lu}/u.test(before.text) && before.pos === 'PROPN'
    const isJoint = /^['’]s$/.test(before.text) || (before.text === '-' && words[from - 2]?.end === before.start)
    if (!isPart && !isCapital && !isJoint) break
    from--
  }
  while (from < head && /^['’]s?$|^-$/.test(words[from]?.text ?? '')) from++
  return from
}

/** "Emmanuel Macron, the French president,": the title in apposition. */
function titleAfter(sentence: Sentence, nameTo: number): Run | null {
  const { words } = sentence
  if (words[nameTo + 1]?.text !== ',') return null
  const phrase = phraseStartingAt(sentence, nameTo + 2)
  if (!phrase || !hasTitleHead(sentence, phrase)) return null
  const after = words[phrase.to + 1]
  return !after || /^[,.;)]$|^(?:and|who|said|told)$/i.test(after.text) || /ADP|SCONJ/.test(after.pos) ? phrase : null
}

/** "France's foreign minister, Jean-Yves Le Drian,": the name in apposition. */
function titleBefore(sentence: Sentence, nameFrom: number, nameTo: number): Run | null {
  const { words } = sentence
  if (words[nameFrom - 1]?.text !== ',' || !/^[,.;)]$/.test(words[nameTo + 1]?.text ?? '.')) return null
  const phrase = phraseEndingAt(sentence, nameFrom - 2)
  return phrase && hasTitleHead(sentence, phrase) ? phrase : null
}

function hasTitleHead(sentence: Sentence, phrase: Run): boolean {
  const head = sentence.words[headOf(sentence, phrase)]?.text.toLowerCase() ?? ''
  return isRoleHead(head) && !/[^s]s$/.test(head)
}

/** "Moscow has displayed caution, with Foreign Minister X": a title that names no state takes the one named before it. */
function partyBefore(text: string, sentence: Sentence, to: number, gazetteer: Gazetteer): PartyId | null {
  const start = sentence.words[0]?.start ?? sentence.start
  const end = sentence.words[to - 1]?.end
  if (end === undefined) return null
  const words = slice(text, { start, end }).replace(dateline, '')
  // A state that a quotation names is not the speaker's.
  if (/["“”]/.test(words)) return null
  const first = entriesIn(mentionWords(words), gazetteer).find(({ entry }) => entry.code !== null)
  return first?.entry.party ?? null
}

/** "OSTREL, April 26 (Agency) - ": where the report was written is not whom it speaks of. */
const dateline = /^\p{Lu}{3}[\p{Lu}\s/.,-]{0,40}(?:[^-–—]{0,30})\s[-–—]\s/u

/** "foreign minister", "army chief": an office of a state. */
function isStateOffice(title: string): boolean {
  return /\b(?:minister|ministry|president|premier|chancellor|secretary|army|military|parliament|cabinet|government|ambassador)\b/i.test(
    title,
  )
}

/** The one state that the sentences name outside quotations, as a name or its people's; null where there are several. */
function onlyState(text: string, sentences: readonly Sentence[], gazetteer: Gazetteer): PartyId | null {
  const parties = new Set<PartyId>()
  for (const sentence of sentences) {
    const words = slice(text, sentence)
      .replace(dateline, '')
      .replaceAll(/["“][^"”]*["”]/g, ' ')
    for (const { entry } of entriesIn(mentionWords(words), gazetteer))
      if (entry.code !== null && entry.code === entry.party) parties.add(entry.party)
  }
  const [only = null] = parties
  return parties.size === 1 ? only : null
}

/** Whether a name without a title is a person's: "Hugh Hill said", "Hugh Hill, 52,", "Hugh Hill, who", "Hugh Hill, a doctor, said". */
function isPersonal(sentence: Sentence, from: number, to: number): boolean {
  const { words } = sentence
  const [comma, next, close] = words.slice(to + 1, to + 4)
  if (comma?.text === ',' && (next?.text === 'who' || (/^\d\d$/.test(next?.text ?? '') && close?.text === ',')))
    return true
  return isSaying(verbAfter(sentence, to)) || isSaying(words[from - 1]?.text)
}
