import type { Actor } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import { firstFrom, spanAt, spansWithin } from '../language/in-order.js'
import { type Span, slice } from '../language/span.js'
import type { Reading } from './attributions.js'
import { type Mention, mentionsOf } from './mentions.js'
import { isOfficial, isSameOffice, isServed } from './offices.js'
import type { People, Person } from './people.js'
import { quotations } from './quotations.js'

/** Who speaks, and where the report names them. */
export interface Speaker {
  readonly actor: Actor
  readonly mention: Span | null
}

const unknown: Speaker = { actor: { name: 'unknown', role: null, party: null }, mention: null }

/** How many sentences a pronoun looks back: beyond, it is unknown. */
const reach = 10
/** "The group said": whichever spoke before. */
const namesNoGroup = /^the (?:group|movement|country|bloc|alliance|organi[sz]ation|militia|faction)$/i
/** How many names a title or a group looks back, and how many characters. */
const memory = 300
const farthestGroup = 8000

/**
 * A reader of sources for one report; call it in order of the text, since a pronoun takes whom it has met before.
 *
 * A source yields one speaker, or one for each name that it joins ("the U.S. and Ukraine").
 */
export function speakersIn(reading: Reading, people: People, gazetteer: Gazetteer): (source: Span) => Speaker[] {
  const { text, sentences } = reading
  const mentions = mentionsOf(reading, people)
  const quoted = quotations(text)
  // Whom speech names is not whom the report goes on about.
  const told = mentions.filter(each => spanAt(quoted, each.start) === undefined)
  const genders = new Map(mentions.map(({ person, gender }) => [person.name, gender]))
  const subjects = new Map<number, Speaker>()
  const groups: Speaker[] = []
  const officials: Speaker[] = []

  const sentenceOf = (at: number) => firstFrom(sentences, at + 1) - 1

  function speaker(source: Span): Speaker {
    const words = slice(text, source)
    const lower = words.toLowerCase()
    if (/^(?:he|she|him|her|his)$/.test(lower)) return person(source, genderOf(lower))
    if (/^(?:they|these|we|them|it)$/.test(lower)) return groups.at(-1) ?? unknown
    return named(source, words)
  }

  /** The person whom "he" or "she" stands for: the sentence's own subject, then that of the ones before. */
  function person({ start }: Span, gender: Mention['gender']): Speaker {
    const here = sentenceOf(start)
    const fits = (each: Mention) => each.gender === null || each.gender === gender
    for (let at = here; at >= Math.max(0, here - reach); at--) {
      const subject = subjects.get(at)
      const isBefore = at < here || (subject?.mention?.end ?? start) < start
      if (isBefore && subject && suits(subject, gender)) return subject
      const sentence = sentences[at]
      const first = sentence && spansWithin(told, sentence).find(each => each.end <= start && fits(each))
      if (first) return ofPerson(first.person, first)
    }
    return unknown
  }

  /** A subject whose name tells another gender is not meant; one whose name tells none may be. */
  function suits({ actor }: Speaker, gender: Mention['gender']): boolean {
    const known = genders.get(actor.name) ?? null
    return known === null || known === gender
  }

  function named(source: Span, words: string): Speaker {
    const alias = aliasAfter(text, source.end)
    if (alias) {
      const { party } = resolveActor(alias, gazetteer)
      if (party) return { actor: { name: words, role: null, party }, mention: source }
    }
    const inside = spansWithin(mentions, source)[0] ?? apposedTo(source)
    // "Trump's envoys" are not Trump; "Trump's remarks" are his.
    if (inside && isServed(words, slice(text, inside)))
      return { actor: { name: words.replaceAll(/\s+/g, ' '), role: null, party: inside.person.party }, mention: source }
    if (inside) return ofPerson(inside.person, inside)
    const holder = roleHolder(words, source)
    if (holder) return holder
    const earlier = sameGroup(words)
    if (earlier) return earlier
    const { party } = resolveActor(words, gazetteer)
    return { actor: { name: words.replaceAll(/\s+/g, ' '), role: null, party }, mention: source }
  }

  /** "France's foreign minister, Jean-Yves Le Drian, argued", "Mr" for "Mr Le Drian": the name that follows its title. */
  function apposedTo({ end }: Span): Mention | undefined {
    const next = mentions[firstFrom(mentions, end)]
    if (!next) return undefined
    const between = text.slice(end, next.start)
    return (between === ', ' && text[next.end] === ',') || between === ' ' ? next : undefined
  }

  /** "the chancellor", "the French president": the one named before with that title. */
  function roleHolder(words: string, { start }: Span): Speaker | null {
    const tokens = normal(words)
    const last = tokens.at(-1)
    if (!/^(?:the|its|their|his|her)\s|['’]s\s/i.test(words) || !last || !isRoleHead(last) || last.endsWith('s'))
      return null
    const { party } = resolveActor(words, gazetteer)
    const unnamed = officials.slice(-memory).findLast(({ actor }) => normal(actor.name).at(-1) === last)
    const until = firstFrom(mentions, start)
    const before = mentions.slice(Math.max(0, until - memory), until)
    const fits = ({ person }: Mention) =>
      person.role !== null && isSameOffice(tokens, normal(person.role)) && (party === null || person.party === party)
    const found = before.findLast(fits)
    if (unnamed && (unnamed.mention?.start ?? -1) > (found?.start ?? -1)) return unnamed
    return found ? ofPerson(found.person, found) : null
  }

  /** "these allies", "others": the group that spoke before. */
  function sameGroup(words: string): Speaker | null {
    const tokens = normal(words)
    const last = tokens.at(-1) ?? ''
    if (/^(?:others|some|many|most|both)$/i.test(words) || namesNoGroup.test(words)) return groups.at(-1) ?? null
    if (!/^(?:these|those|the|they)\s/i.test(words) || tokens.length !== 2) return null
    const spoken = groups.slice(-memory).findLast(({ actor }) => normal(actor.name).at(-1) === last)
    const named = groupNamedBefore(last)
    // Whichever the report named last.
    return (named?.mention?.start ?? -1) > (spoken?.mention?.start ?? -1) ? named : (spoken ?? null)
  }

  /** The last fuller mention of a group in the report: "European allies" for "these allies". */
  function groupNamedBefore(head: string): Speaker | null {
    const to = sentences[lastSentence]?.start ?? 0
    const from = Math.max(0, to - farthestGroup)
    const found = [...text.slice(from, to).matchAll(new RegExp(`\\b\\p{Lu}\\p{L}+ ${head}\\b`, 'gu'))].at(-1)
    if (!found) return null
    const { party } = resolveActor(found[0], gazetteer)
    const mention = { start: from + found.index, end: from + found.index + found[0].length }
    return party ? { actor: { name: found[0], role: null, party }, mention } : null
  }

  let lastSentence = 0
  return source => {
    lastSentence = sentenceOf(source.start)
    const parts = joined(text, source, gazetteer, mentions)
    const found = parts ? parts.map(part => named(part, slice(text, part))) : [speaker(source)]
    const first = found[0]
    if (first && first !== unknown) {
      const isPerson = genders.has(first.actor.name)
      if (isPerson || isOfficial(first.actor.name)) {
        if (!subjects.has(lastSentence)) subjects.set(lastSentence, first)
        if (!isPerson) officials.push(first)
      } else groups.push(first)
    }
    return found
  }
}

function ofPerson(person: Person, { start, end }: Span): Speaker {
  return { actor: { name: person.name, role: person.role, party: person.party }, mention: { start, end } }
}

function genderOf(pronoun: string): Mention['gender'] {
  return /^(?:she|her)$/.test(pronoun) ? 'female' : 'male'
}

/** `some allies, known as the "Coalition of the Willing"`: the name that follows. */
function aliasAfter(text: string, end: number): string | null {
  const after = text.slice(end, end + 120)
  return /^,?\s+(?:also\s+)?(?:known|referred to)\s+as\s+(?:the\s+)?["“'‘]?([^"”.,;]{3,60})/.exec(after)?.[1] ?? null
}

/** Longest source that is taken apart, in characters. */
const longestJoin = 200

/** The parts of a source that joins several names, each of a party of its own; null for any other source. */
function joined(text: string, source: Span, gazetteer: Gazetteer, mentions: readonly Mention[]): Span[] | null {
  const words = slice(text, source)
  if (words.length > longestJoin || !/\sand\s/.test(words)) return null
  const parts: Span[] = []
  let at = 0
  for (const piece of words.split(/(,\s+and\s+|,\s+|\s+and\s+)/)) {
    const isJoint = /^(?:,\s+and\s+|,\s+|\s+and\s+)$/.test(piece)
    if (!isJoint && piece.trim() !== '') parts.push({ start: source.start + at, end: source.start + at + piece.length })
    at += piece.length
  }
  const parties = parts.map(part => {
    const inside = spansWithin(mentions, part)[0]
    return inside ? inside.person.party : resolveActor(slice(text, part).replace(/^both\s+/i, ''), gazetteer).party
  })
  const distinct = new Set(parties)
  return parts.length > 1 && distinct.size === parts.length && !distinct.has(null) ? parts : null
}
