import type { Actor, PartyId } from '../actors/actor.js'
import { type Gazetteer, partyName, stateOf } from '../actors/gazetteer.js'
import { normal, personKey } from '../actors/normal.js'
import { isOutlet, organisationId } from '../actors/organisations.js'
import { resolveActor } from '../actors/resolve.js'
import { worldOffices } from '../actors/world-people.js'
import { firstFrom, spansWithin } from '../language/in-order.js'
import { type Span, slice } from '../language/span.js'
import { anaphorOf } from './anaphors.js'
import { antecedents } from './antecedents.js'
import type { Reading } from './attributions.js'
import { bearingsIn, type Named } from './bearings.js'
import { bothOf, partyByCall, partyOfWords } from './called.js'
import { holderIn, plainName } from './holders.js'
import { aliasAfter, joined } from './joined-sources.js'
import { isCue, isSaying } from './lexicon.js'
import { type Mention, mentionsOf } from './mentions.js'
import { headOfName, isMany, isOfficial, isSameOffice, isSoleOffice } from './offices.js'
import type { People, Person } from './people.js'
import { quotations } from './quotations.js'

/** Who speaks, and where the report names them. */
export interface Speaker {
  readonly actor: Actor
  readonly mention: Span | null
}

const unknown: Speaker = { actor: { name: 'unknown', role: null, party: null }, mention: null }

/** How many sentences "he" looks back for an official without a name, and "they" for a group. */
const reach = 1
/** How many sentences "the official" and "the statement" look back for whoever spoke last. */
const wideReach = 4
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
  const meant = antecedents(reading, mentions, quoted)
  const bearings = bearingsIn(reading, quoted, gazetteer)
  const genders = new Map(mentions.map(({ person, gender }) => [person.name, gender]))
  /** Where each person was last a source. */
  const subjectBefore = new Map<string, number>()
  const groups: Speaker[] = []
  const officials: Speaker[] = []
  /** Those who spoke together, or the group that spoke, last. */
  let many: readonly Speaker[] = []

  const sentenceOf = (at: number) => firstFrom(sentences, at + 1) - 1

  function speaker(source: Span): Speaker {
    const words = slice(text, source)
    const lower = words.toLowerCase()
    if (/^(?:he|she|him|her|his)$/.test(lower)) return person(source)
    // "Q:" and "A:" name nobody either.
    if (lower === 'it') return partyAsIt(source.start)
    if (/^(?:i|me|we|us|you|who|which|that|[qa]\.?)$/.test(lower)) return unknown
    return named(source, words)
  }

  /** Whom "he" or "she" stands for: an official without a name who spoke just before, else the person who fits best. */
  function person({ start, end }: Span): Speaker {
    const mention = meant.get(start)
    const official = isRecent(officials.at(-1))
    const isNearer = official && (official.mention?.start ?? 0) > (subjectBefore.get(mention?.person.name ?? '') ?? -1)
    if (official && isNearer) return official
    if (mention) return ofPerson(mention.person, mention)
    // Whoever spoke just before goes on.
    const before = isRecent(last)
    const gender = genders.get(before?.actor.name ?? '')
    const isFemale = /^(?:she|her)$/i.test(text.slice(start, end))
    return before && gender !== undefined && gender !== (isFemale ? 'male' : 'female') ? before : unknown
  }

  /** "remarks by the president, who had": whom a clause within another is about, the text does not go on with. */
  function isAside({ start, end }: Span): boolean {
    return (
      /\b(?:by|of|with|to|from|for)\s$/.test(text.slice(Math.max(0, start - 6), start)) &&
      /^,?\swho\b/.test(text.slice(end, end + 6))
    )
  }

  /** Whom "they" stands for, each with its mention. */
  function manyBefore(source: Span): Speaker[] {
    const opens = sentences[lastSentence]?.words[0]?.start === source.start
    if (!isRecent(many[0]) || !(opens || speaksAt(source))) return [unknown]
    const told = [...many]
    many = many.map(each => ({ ...each, mention: source }))
    return told
  }

  /** "they said", "their insistence": elsewhere "they" are as often those who were spoken of. */
  function speaksAt({ end }: Span): boolean {
    const next = /^\s(?:(?:have|had|also|then|later|now)\s){0,2}([\p{L}]+)/u.exec(text.slice(end, end + 40))?.[1]
    return isSaying(next) || isCue('requestNouns', next ?? '')
  }

  /** The speaker, where he or they spoke in this sentence or in the one before. */
  function isRecent(each: Speaker | undefined | null, within = reach): Speaker | null {
    return each?.mention && sentenceOf(each.mention.start) >= lastSentence - within ? each : null
  }

  function named(source: Span, words: string): Speaker {
    const alias = aliasAfter(text, source.end)
    if (alias) {
      const { party } = resolveActor(alias, gazetteer)
      if (party) return { actor: { name: words, role: null, party }, mention: source }
    }
    const held = holderIn(text, source, spansWithin(mentions, source))
    if (held?.holding === 'is served')
      return { actor: { name: plainName(text, source), role: null, party: held.mention.person.party }, mention: source }
    const person = held?.mention ?? apposedTo(source)
    if (person) return ofPerson(person.person, person)
    // An outlet is the source of what it reports; it speaks for nobody.
    if (isOutlet(words)) return { actor: { name: plainName(text, source), role: null, party: null }, mention: source }
    const holder = roleHolder(words, source)
    if (holder) return holder
    const movement = anaphorOf(words) === 'movement' ? bearings.movement(source.start) : null
    const group = groups.at(-1)
    // "The group" is no state.
    const isState = group?.actor.party != null && stateOf(group.actor.party) === group.actor.party
    if (movement && (isState || movement.start > (group?.mention?.start ?? -1)))
      return inContext(source, words) ?? unknown
    const earlier = sameGroup(words)
    if (earlier) return earlier
    const { party } = partyOfWords(words, source, gazetteer, bearings)
    return (
      (party === null ? inContext(source, words) : null) ?? {
        actor: {
          name: plainName(text, source),
          role: null,
          party: party ?? organisationId(words) ?? partyByCall(source, words, bearings),
        },
        mention: source,
      }
    )
  }

  /** "the group", "the foreign ministry", "its envoys": whose party the text around it tells. */
  function inContext(source: Span, words: string): Speaker | null {
    const of = (named: { readonly party: PartyId | null } | null | undefined): Speaker | null =>
      named?.party
        ? { actor: { name: plainName(text, source), role: null, party: named.party }, mention: source }
        : null
    switch (anaphorOf(words)) {
      case 'its':
        return of(bearings.beside(source.start) ?? partyAsIt(source.start).actor)
      case 'his':
        return of(meant.get(source.start)?.person)
      case 'movement':
        return of(bearings.movement(source.start))
      case 'organisation':
        return of(bearings.organisation(source.start))
      case 'words':
        return isRecent(last, wideReach) ? last : null
      case 'official':
        return isRecent(last, wideReach) &&
          last &&
          speaksAlone(last) &&
          !(isNameless(words) && genders.has(last.actor.name))
          ? last
          : null
      case 'organ': {
        const home = bearings.home()
        return of(bearings.state(source.start) ?? (home ? { party: home } : null))
      }
      default:
        return null
    }
  }

  /** "the official", "the source": those are called so whom the report does not name. */
  function isNameless(words: string): boolean {
    return /\b(?:official|source|insider|aide|lawmaker)$/i.test(words)
  }

  /** A person or an unnamed official, not a state or a group. */
  function speaksAlone({ actor }: Speaker): boolean {
    return genders.has(actor.name) || isOfficial(headOfName(actor.name))
  }

  /** "It has rejected the terms": the party that the sentence before is about, else whoever spoke in it. */
  function partyAsIt(at: number): Speaker {
    const named: Named | null = bearings.subject(at)
    if (named) return { actor: { name: slice(text, named), role: null, party: named.party }, mention: named }
    if (!isRecent(last) || !last?.actor.party) return unknown
    return { actor: { name: partyName(last.actor.party), role: null, party: last.actor.party }, mention: last.mention }
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
    const head = tokens.at(-1)
    if (!/^(?:the|its|their|his|her)\s|['’]s\s/i.test(words) || !head || !isOfficial(headOfName(words))) return null
    const { party } = resolveActor(words, gazetteer)
    // Whoever speaks and holds the office goes on, though another holder was named since.
    const speaking = isRecent(last, 2)
    const voice = speaking && people.byName.get(personKey(speaking.actor.name))
    const holds = voice && rolesOf(voice).some(role => isSameOffice(tokens, normal(role)))
    if (speaking && voice && holds && (party === null || voice.party === party)) return speaking
    const unnamed = officials.slice(-memory).findLast(({ actor }) => normal(headOfName(actor.name)).at(-1) === head)
    const until = firstFrom(mentions, start)
    const before = mentions.slice(Math.max(0, until - memory), until)
    const fits = ({ person }: Mention) =>
      rolesOf(person).some(role => isSameOffice(tokens, normal(role))) && (party === null || person.party === party)
    const found = before.findLast(fits)
    if (unnamed && (unnamed.mention?.start ?? -1) > (found?.start ?? -1)) return unnamed
    return found ? ofPerson(found.person, found) : soleHolder(tokens, party)
  }

  /** "the Velmaran foreign minister", whom only other reports name: the one person of the case who holds that office. */
  function soleHolder(title: readonly string[], party: PartyId | null): Speaker | null {
    if (party === null || !isSoleOffice(title)) return null
    const holders = (people.titled.get(party) ?? []).filter(
      ({ role }) => role !== null && !/^(?:former|ex)\b/i.test(role) && isSameOffice(title, normal(role)),
    )
    const [only, ...others] = holders
    return only && others.length === 0 ? { actor: only, mention: null } : null
  }

  /** "these allies", "others": the group that spoke before. */
  function sameGroup(words: string): Speaker | null {
    const tokens = normal(words)
    const last = tokens.at(-1) ?? ''
    if (/^(?:others|some|many|most|both)$/i.test(words) || namesNoGroup.test(words)) {
      const group = groups.at(-1) ?? null
      // "The bloc" is no state.
      const isState = group?.actor.party != null && stateOf(group.actor.party) === group.actor.party
      return anaphorOf(words) === 'organisation' && isState ? null : group
    }
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
  /** Whoever spoke last, where the source stands. */
  let last: Speaker | null = null
  return source => {
    lastSentence = sentenceOf(source.start)
    const parts = joined(text, source, gazetteer, mentions)
    const words = slice(text, source)
    if (/^(?:they|them|their|these|(?:one|two|some|several|many|most) of them)$/i.test(words)) return manyBefore(source)
    const both = parts ? null : bothOf(text, source, gazetteer, bearings)
    const found = both ? both : parts ? parts.map(part => named(part, slice(text, part))) : [speaker(source)]
    const first = found[0]
    if (found.length > 1 || (first && first !== unknown && isMany(words)))
      many = found.map(each => ({ ...each, mention: source }))
    if (first && first !== unknown) {
      last = { ...first, mention: source }
      if (genders.has(first.actor.name)) subjectBefore.set(first.actor.name, source.start)
      else if (!isOfficial(headOfName(first.actor.name)) || isMany(first.actor.name)) groups.push(last)
      else if (!isAside(source)) officials.push(last)
    }
    return found
  }
}

/** A person's title in the reports; else the offices that the package's own list gives. */
function rolesOf({ name, role }: Person): readonly string[] {
  return role === null ? worldOffices(personKey(name)) : [role]
}

function ofPerson(person: Person, { start, end }: Span): Speaker {
  return { actor: { name: person.name, role: person.role, party: person.party }, mention: { start, end } }
}
