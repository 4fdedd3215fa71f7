import { isHonorific, isRoleHead, isRoleWord } from '../actors/roles.js'
import { type Span, slice } from '../language/span.js'
import { isCue } from './lexicon.js'
import { isMany, isOfficial } from './offices.js'

/** How a source stands to a person whom it names. */
export type Holding =
  /** The person speaks: "Mr. Trump", "Ana Varo, the envoy", "Trump's remarks". */
  | 'speaks'
  /** Others speak for the person: "Trump's envoys", "Sanders strategists", "a spokesman for Varo". */
  | 'is served'

/** How the source stands to the person named at `mention` within it. */
export function holding(text: string, source: Span, mention: Span): Holding {
  const before = text.slice(source.start, mention.start)
  const after = text.slice(mention.end, source.end)
  return isComplement(before) || isModifier(after) ? 'is served' : 'speaks'
}

/** "a spokesman for ", "officials who worked with former President ": the name is what a noun before it goes on with. */
function isComplement(before: string): boolean {
  const words = before.trim().split(/\s+/)
  let at = words.length - 1
  while (at >= 0 && isTitle(words[at] ?? '')) at--
  if (!/^(?:of|for|to|from|with|by|about|against|around|behind)$/i.test(words[at] ?? '')) return false
  // "remarks by Varo", "a statement from Varo" are Varo's own.
  return !isSpeech(words[at - 1] ?? '')
}

function isTitle(word: string): boolean {
  const lower = word.toLowerCase().replace(/[.,]$/, '')
  if (/^(?:the|former|ex-.*|then|late|mr|mrs|ms|dr)$/.test(lower) || isHonorific(lower)) return true
  return isRoleHead(lower) ? isOfficial(lower) : isRoleWord(lower)
}

/** "'s envoys", " strategists", " campaign officials": the name stands before those who speak. */
function isModifier(after: string): boolean {
  const owned = /^['’]s?\s/.exec(after)
  const rest = after.slice(owned?.[0].length ?? 0).split(/[,(;:—–]|\s(?:who|in|on|at|of|to|from|with)\s/)[0] ?? ''
  if (!owned && !/^\s+\p{Ll}/u.test(rest)) return false
  const last = rest.trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
  if (last === '' || isSpeech(last)) return false
  return (
    isRoleHead(last) ||
    isCue('agents', last) ||
    isMany(last) ||
    /^(?:wife|husband|son|daughter|brother|sister|father|mother|lawyer|attorney|spokes\w+)$/.test(last)
  )
}

function isSpeech(word: string): boolean {
  const lower = word.toLowerCase()
  return isCue('speechNouns', lower) || isCue('speechNouns', lower.replace(/s$/, ''))
}

/** Of those whom a source names, the one who speaks; else the first, whom others speak for. */
export function holderIn<T extends Span>(
  text: string,
  source: Span,
  inside: readonly T[],
): { readonly mention: T; readonly holding: Holding } | null {
  const [first] = inside
  if (!first) return null
  // "Varo's aide Joren Halvik": whoever is named after the owner speaks.
  const isOwner = (each: T) => /^['’]s?\s/.test(text.slice(each.end, each.end + 3)) && each !== inside.at(-1)
  const speaker = inside.find(each => holding(text, source, each) === 'speaks' && !isOwner(each))
  return speaker ? { mention: speaker, holding: 'speaks' } : { mention: first, holding: holding(text, source, first) }
}

/** The words of a source without what a possessive ending adds. */
export function plainName(text: string, source: Span): string {
  return slice(text, source)
    .replaceAll(/\s+/g, ' ')
    .replace(/['’]s?$/, '')
}
