import type { Gazetteer } from '../actors/gazetteer.js'
import { resolveActor } from '../actors/resolve.js'
import { spansWithin } from '../language/in-order.js'
import { type Span, slice } from '../language/span.js'
import type { Mention } from './mentions.js'

/** `some allies, known as the "Coalition of the Willing"`: the name that follows. */
export function aliasAfter(text: string, end: number): string | null {
  const after = text.slice(end, end + 120)
  return /^,?\s+(?:also\s+)?(?:known|referred to)\s+as\s+(?:the\s+)?["“'‘]?([^"”.,;]{3,60})/.exec(after)?.[1] ?? null
}

/** Longest source that is taken apart, in characters. */
const longestJoin = 200

/** The parts of a source that joins several names, each of a party of its own; null for any other source. */
export function joined(text: string, source: Span, gazetteer: Gazetteer, mentions: readonly Mention[]): Span[] | null {
  const words = slice(text, source)
  if (words.length > longestJoin || !/\sand\s/.test(words)) return null
  // "Britain, France and Germany" are one party, by a name that holds the "and".
  if (resolveActor(words, gazetteer).entry?.words.includes('and')) return null
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
