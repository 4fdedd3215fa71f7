import type { Actor } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import { type Span, slice } from '../language/span.js'
import { isCue } from './lexicon.js'
import { type People, type Person, worldParty } from './people.js'

/** Who speaks, and where the report names them. */
export interface Speaker {
  readonly actor: Actor
  readonly mention: Span | null
}

/** What a report has named so far, latest last. */
export interface Memory {
  readonly named: readonly {
    readonly speaker: Speaker
    readonly kind: 'person' | 'group' | 'state'
    readonly at: number
  }[]
}

/** Resolves the sources of one report, in order of its text. */
export function speakerResolver(text: string, people: People, gazetteer: Gazetteer) {
  const named: { speaker: Speaker; kind: 'person' | 'group' | 'state' }[] = []

  function resolve(source: Span): Speaker {
    const words = slice(text, source)
    const pronoun = words.toLowerCase()
    if (/^(?:he|she|him|her|his)$/.test(pronoun)) return latest('person')
    if (/^(?:they|we|these|them)$/.test(pronoun)) return latest('group')
    if (/^it$/.test(pronoun)) return latest('state')
    const speaker = named_(words, source)
    remember(speaker)
    return speaker
  }

  function latest(kind: 'person' | 'group' | 'state'): Speaker {
    const found =
      named.findLast(each => each.kind === kind) ??
      (kind === 'group' ? named.findLast(each => each.kind === 'state') : undefined)
    return found
      ? { actor: found.speaker.actor, mention: found.speaker.mention }
      : { actor: { name: 'unknown', role: null, party: null }, mention: null }
  }

  function remember(speaker: Speaker): void {
    const { name } = speaker.actor
    const kind = isPersonName(name) ? 'person' : /s$/i.test(name) ? 'group' : 'state'
    named.push({ speaker, kind })
  }

  function isPersonName(name: string): boolean {
    const key = normal(name).join(' ')
    return (
      people.byName.has(key) ||
      worldParty(key) !== null ||
      (resolveActor(name, gazetteer).entry === null && /^\p{Lu}/u.test(name) && normal(name).length <= 3)
    )
  }

  function named_(words: string, source: Span): Speaker {
    const person = personIn(words)
    if (person) {
      const at = words.indexOf(person.found)
      return {
        actor: { name: person.name, role: person.role, party: person.party },
        mention: { start: source.start + at, end: source.start + at + person.found.length },
      }
    }
    const role = roleHolder(words)
    if (role) return role
    const { party } = resolveActor(words, gazetteer)
    return { actor: { name: nameOf(words), role: null, party }, mention: source }
  }

  /** "the chancellor": the person of this report who was last named with that title. */
  function roleHolder(words: string): Speaker | null {
    const match = /^(?:the|a|an)\s+(.+)$/i.exec(words)
    const last = normal(words).at(-1)
    if (!match || !last || !isRoleHead(last) || /s$/.test(last)) return null
    const holder = named.findLast(
      each => each.speaker.actor.role !== null && normal(each.speaker.actor.role).at(-1) === last,
    )
    return holder?.speaker ?? null
  }

  function personIn(words: string): (Person & { found: string }) | null {
    const tokens = [...words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu)].map(([each]) => each.replace(/['’]s?$/, ''))
    // The longest known name first, then surnames.
    for (let size = Math.min(5, tokens.length); size > 1; size--)
      for (let at = 0; at + size <= tokens.length; at++) {
        const key = normal(tokens.slice(at, at + size).join(' ')).join(' ')
        const known = people.byName.get(key)
        if (known) return { ...known, found: spanText(words, tokens, at, size) }
      }
    for (const token of tokens) {
      if (!/^\p{Lu}/u.test(token)) continue
      const key = normal(token).join(' ')
      const known = people.bySurname.get(key)?.[0]
      if (known) return { ...known, found: token }
      const party = worldParty(key)
      if (party && !resolveActor(token, gazetteer).entry) return { name: token, role: null, party, found: token }
    }
    return null
  }

  return { resolve, remember: (source: Span) => remember(named_(slice(text, source), source)), personIn }
}

function spanText(words: string, tokens: readonly string[], at: number, size: number): string {
  const start = words.indexOf(tokens[at] ?? '')
  const last = tokens[at + size - 1] ?? ''
  return words.slice(start, words.indexOf(last, start) + last.length)
}

/** A mention as a name: without what trails it. */
function nameOf(words: string): string {
  const short = words.replace(/^(?:however|meanwhile|but|and)[,\s]+/i, '').replaceAll(/\s+/g, ' ')
  return isCue('agents', short) ? short : short
}
