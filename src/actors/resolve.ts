import type { CaseParty, PartyId } from './actor.js'
import { type Entry, entry, type Gazetteer, stateOf, withEntries, worldGazetteer } from './gazetteer.js'
import { type MentionWord, mentionWords } from './normal.js'
import { sectorOf } from './roles.js'
import { worldParty } from './world-people.js'

/** Whom a mention stands for. */
export interface Resolved {
  /** ISO 3166-1 alpha-3 of the state that it belongs to or speaks for; null: none, or unknown. */
  readonly code: string | null
  /** PLOVER sector (`GOV`, `MIL`, `REB`, ...); null: the state as such, or unknown. */
  readonly sector: string | null
  /** Null: unknown. */
  readonly party: PartyId | null
  /** The entry that decided it. */
  readonly entry: Entry | null
}

const unknown: Resolved = { code: null, sector: null, party: null, entry: null }

/** A gazetteer in which the case's own parties come before the world's. */
export function caseGazetteer(parties: readonly CaseParty[]): Gazetteer {
  const entries = parties.flatMap(party =>
    [party.name, ...party.aliases, ...party.actors].map(name =>
      entry(name, party.id, 'case', { code: /^[A-Z]{3}$/.test(party.id) ? party.id : null }),
    ),
  )
  return withEntries(worldGazetteer(), entries)
}

/**
 * The actor that `mention` stands for, by the names in it: "Russian Foreign Minister", "the Kremlin", "European allies".
 *
 * A case's own names win, then groups, persons, bodies and states; among equals the first in the mention, since the
 * name before a role says whom the role serves ("Russia's ambassador to Poland"). Linear in the mention's words.
 */
export function resolveActor(mention: string, gazetteer: Gazetteer = worldGazetteer()): Resolved {
  const words = mentionWords(mention)
  const found = withoutPosts(entriesIn(words, gazetteer), words)
  const sector = sectorOf(words.map(word => word.normal))
  const best = found.sort((a, b) => rank(a.entry) - rank(b.entry) || a.at - b.at)[0]
  if (!best) {
    const party = worldParty(words.at(-1)?.normal ?? '')
    const isName = /^\p{Lu}/u.test(words.at(-1)?.text ?? '')
    if (!party || !isName) return { ...unknown, sector }
    return { code: stateOf(party), sector: sector ?? 'GOV', party, entry: null }
  }
  if (isOthers(words, best)) {
    const place = found.find(
      hit => hit.at > best.at && words.slice(best.at, hit.at).some(({ normal }) => /^(?:in|of|from)$/.test(normal)),
    )
    return place
      ? { code: place.entry.code, sector: sector ?? place.entry.sector, party: place.entry.party, entry: place.entry }
      : { ...unknown, sector }
  }
  const { entry } = residence(found, best, words) ?? best
  // "British experts" are analysts before they are British.
  const code = entry.kind === 'group' ? (found.find(hit => hit.entry.code !== null)?.entry.code ?? null) : entry.code
  return { code, sector: sector ?? entry.sector, party: entry.party, entry }
}

/** "Ordania's ambassador to the UN": where somebody serves is not whom they serve, where the words name both. */
function withoutPosts(found: readonly Hit[], words: readonly MentionWord[]): Hit[] {
  return found.filter(({ at }, n) => {
    const before = words[at - 1]?.normal === 'the' ? at - 2 : at - 1
    const isPost = /^(?:to|at|with)$/.test(words[before]?.normal ?? '') && posts.test(words[before - 1]?.normal ?? '')
    return !(isPost && n > 0)
  })
}

const posts = /^(?:ambassador|envoy|representative|delegate|mission|delegation|negotiator|permanent|emissary|liaison)$/

/** "Ordania's allies", "Ordania's militia ally in the south": those who side with a state are not the state. */
function isOthers(words: readonly MentionWord[], { at, entry }: Hit): boolean {
  if (entry.kind !== 'state' && entry.kind !== 'demonym') return false
  const owner = at + entry.words.length - 1
  if (!/['’]s?$/.test(words[owner]?.text ?? '')) return false
  return words
    .slice(owner + 1, owner + 4)
    .some(({ normal }) =>
      /^(?:ally|allies|proxy|proxies|partner|partners|enemy|enemies|foes?|rivals?|neighbou?rs?)$/.test(normal),
    )
}

/** "Albanians of southern Serbia": a people within another state belongs to that state. */
function residence(found: readonly Hit[], { at, entry }: Hit, words: readonly MentionWord[]): Hit | undefined {
  const end = at + entry.words.length
  if (entry.kind !== 'demonym' || !/(?:s|ese|ish)$/.test(words[end - 1]?.normal ?? '')) return undefined
  if (!/^(?:of|in|from)$/.test(words[end]?.normal ?? '')) return undefined
  return found.find(hit => hit.at > end && (hit.entry.kind === 'state' || hit.entry.kind === 'place'))
}

/**
 * The same, with the sentence around it: a mention that names no state or body takes the sentence's state where that
 * names one alone ("President Talvane ... the Dorvanian army").
 */
export function resolveInSentence(
  mention: string,
  sentence: string,
  gazetteer: Gazetteer = worldGazetteer(),
): Resolved {
  const alone = resolveActor(mention, gazetteer)
  if (alone.party !== null || !/\p{L}/u.test(mention)) return alone
  const codes = new Map<string, Entry>()
  const words = mentionWords(sentence)
  for (const { at, entry } of entriesIn(words, gazetteer)) {
    // "a meeting with the South African leader": the state of somebody else.
    const isOthers =
      entry.kind === 'demonym' &&
      /^(?:leader|president|minister|ambassador|diplomats?|envoy|king)$/.test(
        words[at + entry.words.length]?.normal ?? '',
      )
    if (entry.code === null || isOthers) return alone
    codes.set(entry.code, entry)
  }
  const [only] = codes.values()
  return codes.size === 1 && only ? { ...alone, code: only.code, party: only.party, entry: only } : alone
}

const order: readonly Entry['kind'][] = ['case', 'group', 'person', 'body', 'state', 'demonym', 'metonym', 'place']
function rank({ kind }: Entry): number {
  // A people's name and its state's name weigh the same: the first in the mention decides.
  return Math.min(order.indexOf(kind), order.indexOf('state'))
}

/** An entry, and the index of its first word. */
export interface Hit {
  readonly at: number
  readonly entry: Entry
}

/** Entries in a mention, the longest at each place, none overlapping another. */
export function entriesIn(words: readonly MentionWord[], gazetteer: Gazetteer): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < words.length; ) {
    const candidates = (gazetteer.get(words[at]?.normal ?? '') ?? []).filter(each => matches(each, words, at))
    const best = candidates.sort(
      (a, b) => b.words.length - a.words.length || order.indexOf(a.kind) - order.indexOf(b.kind),
    )[0]
    if (best) hits.push({ at, entry: best })
    at += best?.words.length ?? 1
  }
  return hits
}

function matches(each: Entry, words: readonly MentionWord[], at: number): boolean {
  const first = words[at]
  if (!first) return false
  if (each.exact && first.text.replace(/['’]s?$/, '').replaceAll('.', '') !== each.exact.replaceAll('.', ''))
    return false
  if (each.capital && !/^\p{Lu}/u.test(first.text) && !/^al-/.test(first.text)) return false
  return each.words.every((word, n) => words[at + n]?.normal === word)
}
