import type { PartyId } from './actor.js'
import { normal } from './normal.js'
import organisations from './organisations.json' with { type: 'json' }

const outlets = new Set(organisations.outlets.map(name => withoutArticle(normal(name)).join(' ')))
const outletHeads = new Set(organisations.outletHeads)
const commonHeads = new Set(organisations.commonHeads)
const civicHeads = new Set(organisations.civicHeads)
const heads = new Set([...organisations.heads, ...organisations.outletHeads])

/**
 * Whether a mention names a news outlet: "Reuters", "the Harbour Gazette", "The New York Times".
 *
 * An outlet is the credited source of what it reports; it is no party, wherever it is printed.
 */
export function isOutlet(mention: string): boolean {
  const written = mention
    .trim()
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/['’]s?$/, '')
  const words = withoutArticle(normal(mention))
  if (outlets.has(words.join(' '))) return true
  const last = words.at(-1) ?? ''
  const capitals = written.split(/\s+/).every(word => /^[\p{Lu}\d]|^(?:of|and|the|de|la|le|el|di|da)$/u.test(word))
  if (!capitals || words.length < 2 || !outletHeads.has(last)) return false
  // "Star" and "Post" end other names as well: a paper's has its article.
  return (
    !commonHeads.has(last) ||
    /^the\s/i.test(mention.trim()) ||
    words.length > 2 ||
    /^(?:times|news|observer|radio)$/.test(last)
  )
}

/** Whether the last word of a name tells that no person bears it: "Kent County", "Clinton Foundation". */
export function namesNoPerson(name: string): boolean {
  const words = normal(name)
  return words.length > 1 && (heads.has(words.at(-1) ?? '') || isOutlet(name))
}

/**
 * The party that an organisation is by itself, by its name: "the Lost Sailors Forum" is `LOST_SAILORS_FORUM`; null
 * where the words do not name one.
 */
export function organisationId(mention: string): PartyId | null {
  const opposed = /^(?:[Tt]he )?(?:[Mm]ain )?[Oo]pposition (?:party|bloc|alliance) (\p{Lu}[\p{L}-]+)$/u.exec(
    mention.trim(),
  )?.[1]
  if (opposed)
    return normal(opposed)
      .join('_')
      .replaceAll(/[^a-z0-9]+/g, '_')
      .toUpperCase()
  const words = mention
    .trim()
    .replace(/^the\s+/i, '')
    .split(/\s+/)
  const head = normal(words.at(-1) ?? '')[0] ?? ''
  const isName = words.length > 1 && words.every(word => /^\p{Lu}|^(?:of|and|for|the|in)$/u.test(word))
  if (!isName || !civicHeads.has(head) || isOutlet(mention)) return null
  const id = normal(words.join(' '))
    .filter(word => !/^(?:of|and|for|the|in)$/.test(word))
    .join('_')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .toUpperCase()
  return /^[A-Z][A-Z0-9_]*$/.test(id) ? id : null
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words[0] === 'the' ? words.slice(1) : words
}
