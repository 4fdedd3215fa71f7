import type { Actor } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import { isWithin, type Span, slice } from '../language/span.js'
import type { Reading } from './attributions.js'
import { type Mention, mentionsOf } from './mentions.js'
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
  const told = mentions.filter(each => !quoted.some(({ inner }) => isWithin(each, inner)))
  const subjects = new Map<number, Speaker>()
  const groups: Speaker[] = []
  const officials: Speaker[] = []

  const sentenceOf = (at: number) => sentences.findLastIndex(each => each.start <= at)

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
      if (at < here && subject && suits(subject, gender)) return subject
      const sentence = sentences[at]
      const first = sentence && told.find(each => isWithin(each, sentence) && each.end <= start && fits(each))
      if (first) return ofPerson(first.person, first)
    }
    return unknown
  }

  /** A subject whose name tells another gender is not meant; one whose name tells none may be. */
  function suits({ actor }: Speaker, gender: Mention['gender']): boolean {
    const known = mentions.find(each => each.person.name === actor.name)
    return known === undefined || known.gender === null || known.gender === gender
  }

  function named(source: Span, words: string): Speaker {
    const alias = aliasAfter(text, source.end)
    if (alias) {
      const { party } = resolveActor(alias, gazetteer)
      if (party) return { actor: { name: words, role: null, party }, mention: source }
    }
    const inside = mentions.find(each => isWithin(each, source)) ?? mentions.find(each => isApposed(each, source))
    // "Trump's envoys" are not Trump; "Trump's remarks" are his.
    if (inside && !isOwnerOfOthers(words, slice(text, inside))) return ofPerson(inside.person, inside)
    const holder = roleHolder(words, source)
    if (holder) return holder
    const earlier = sameGroup(words)
    if (earlier) return { actor: { ...earlier.actor, name: earlier.actor.name }, mention: earlier.mention }
    const { party } = resolveActor(words, gazetteer)
    return { actor: { name: words.replaceAll(/\s+/g, ' '), role: null, party }, mention: source }
  }

  /** "France's foreign minister, Jean-Yves Le Drian, argued": the name that follows its title. */
  function isApposed({ start, end }: Span, source: Span): boolean {
    return text.slice(source.end, start) === ', ' && text[end] === ','
  }

  /** "the chancellor", "the French president": the one named before with that title. */
  function roleHolder(words: string, { start }: Span): Speaker | null {
    const tokens = normal(words)
    const last = tokens.at(-1)
    if (!/^(?:the|its|their|his|her)\s|['’]s\s/i.test(words) || !last || !isRoleHead(last) || last.endsWith('s'))
      return null
    const { party } = resolveActor(words, gazetteer)
    const unnamed = officials.findLast(({ actor }) => normal(actor.name).at(-1) === last)
    const before = mentions.filter(each => each.end <= start)
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
    if (/^(?:others|some|many|most|both)$/i.test(words)) return groups.at(-1) ?? null
    if (!/^(?:these|those|the|they)\s/i.test(words) || tokens.length !== 2) return null
    const spoken = groups.findLast(({ actor }) => normal(actor.name).at(-1) === last)
    const named = groupNamedBefore(last)
    // Whichever the report named last.
    return (named?.mention?.start ?? -1) > (spoken?.mention?.start ?? -1) ? named : (spoken ?? null)
  }

  /** The last fuller mention of a group in the report: "European allies" for "these allies". */
  function groupNamedBefore(head: string): Speaker | null {
    const before = text.slice(0, sentences[lastSentence]?.start ?? 0)
    const found = [...before.matchAll(new RegExp(`\\b\\p{Lu}\\p{L}+ ${head}\\b`, 'gu'))].at(-1)
    if (!found) return null
    const { party } = resolveActor(found[0], gazetteer)
    const mention = { start: found.index, end: found.index + found[0].length }
    return party ? { actor: { name: found[0], role: null, party }, mention } : null
  }

  let lastSentence = 0
  return source => {
    lastSentence = sentenceOf(source.start)
    const parts = joined(text, source, gazetteer, mentions)
    const found = parts ? parts.map(part => named(part, slice(text, part))) : [speaker(source)]
    const first = found[0]
    if (first && first !== unknown) {
      const isPerson = mentions.some(each => each.person.name === first.actor.name)
      if (isPerson || isOfficial(first.actor.name)) {
        if (!subjects.has(lastSentence)) subjects.set(lastSentence, first)
        if (!isPerson) officials.push(first)
      } else groups.push(first)
    }
    return found
  }
}

const ranks = new Set(
  'prime foreign defence defense vice deputy interior finance water justice trade energy former ex home'.split(' '),
)

/** Whether two titles can be one office: "the minister" is any, "the prime minister" is not the foreign one. */
function isSameOffice(mention: readonly string[], role: readonly string[]): boolean {
  const last = mention.at(-1)
  if (last === 'leader')
    return /^(?:president|chancellor|premier|leader|king|chairman)$/.test(role.at(-1) ?? '') || role.includes('prime')
  if (last !== role.at(-1)) return false
  const of = (words: readonly string[]) => words.filter(word => ranks.has(word))
  const asked = of(mention)
  if (asked.length === 0) return last === 'minister' || of(role).every(word => /^(?:former|ex)$/.test(word))
  return asked.every(word => role.includes(word))
}

/** "a senior White House official": one person, whom the report does not name. */
function isOfficial(name: string): boolean {
  const last = normal(name).at(-1) ?? ''
  return (
    isRoleHead(last) &&
    !/[^s]s$/.test(last) &&
    !/^(?:government|administration|ministry|side|team|delegation|regime|office|state|nation|country|department|leadership|parliament|military|army)$/.test(
      last,
    )
  )
}

function ofPerson(person: Person, { start, end }: Span): Speaker {
  return { actor: { name: person.name, role: person.role, party: person.party }, mention: { start, end } }
}

function genderOf(pronoun: string): Mention['gender'] {
  return /^(?:she|her)$/.test(pronoun) ? 'female' : 'male'
}

function isOwnerOfOthers(words: string, name: string): boolean {
  const after = words.slice(words.indexOf(name) + name.length)
  const owned = /^['’]s?\s+(?:\S+\s+){0,3}?(\S+)$/.exec(after)?.[1]
  return (
    owned !== undefined &&
    /^(?:envoys?|aides?|advis[eo]rs?|lawyers?|spokes\w+|allies|ally|supporters|wife|son|daughter|brother|officials|ministers?|team)$/i.test(
      owned,
    )
  )
}

/** `some allies, known as the "Coalition of the Willing"`: the name that follows. */
function aliasAfter(text: string, end: number): string | null {
  return (
    /^,?\s+(?:also\s+)?(?:known|referred to)\s+as\s+(?:the\s+)?["“'‘]?([^"”.,;]{3,60})/.exec(
      text.slice(end, end + 120),
    )?.[1] ?? null
  )
}

/** The parts of a source that joins several names, each of a party of its own; null for any other source. */
function joined(text: string, source: Span, gazetteer: Gazetteer, mentions: readonly Mention[]): Span[] | null {
  const words = slice(text, source)
  if (!/,|\band\b/.test(words) || words.length > 200) return null
  const parts: Span[] = []
  let at = 0
  for (const piece of words.split(/(,\s+and\s+|,\s+|\s+and\s+)/)) {
    if (!/^,?\s+(?:and\s+)?$|^,\s+and\s+$/.test(piece) && piece.trim() !== '' && piece !== ', ')
      parts.push({ start: source.start + at, end: source.start + at + piece.length })
    at += piece.length
  }
  const parties = parts.map(part => {
    const inside = mentions.find(each => isWithin(each, part))
    return inside ? inside.person.party : resolveActor(slice(text, part).replace(/^both\s+/i, ''), gazetteer).party
  })
  const distinct = new Set(parties)
  return parts.length > 1 && distinct.size === parts.length && !distinct.has(null) ? parts : null
}
