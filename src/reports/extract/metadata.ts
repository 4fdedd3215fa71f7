import { knownDate } from '../date.js'
import type { KnownDate } from '../report.js'
import { hostOf } from '../report.js'
import type { Said } from './blocks.js'

/** What a page says of itself. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly date: KnownDate | null
  readonly language: string | null
}

/** Title, author, outlet and day of publication (never the modified one) from JSON-LD, then meta tags, then elements. */
export function metadata(said: Said, url: string | null): Metadata {
  const linked = linkedArticle(said)
  const meta = (...names: string[]) => names.map(name => said.meta.get(name)).find(value => value) ?? null
  const address = url ?? said.canonical ?? meta('og:url')
  const title = text(linked?.headline) ?? meta('og:title', 'twitter:title', 'parsely-title') ?? text(said.title)
  return {
    title: title === null ? null : title.replace(/\s+/gu, ' ').slice(0, 500),
    byline: nameIn(linked?.author) ?? meta('author', 'parsely-author', 'dc.creator', 'sailthru.author'),
    outlet:
      nameIn(linked?.publisher) ??
      meta('og:site_name', 'application-name') ??
      (address === null ? null : hostOf(address)),
    url: address,
    date:
      dated(text(linked?.datePublished), 'json-ld') ??
      dated(meta(...dateNames), 'meta') ??
      dated(said.times[0] ?? null, 'byline'),
    language: said.language?.slice(0, 2).toLowerCase() || null,
  }
}

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
]

function dated(words: string | null, from: KnownDate['from']): KnownDate | null {
  return words === null ? null : knownDate(words, from)
}

/** Characters of one JSON-LD script that are read. */
const largestScript = 500_000

/** The first object of the page's JSON-LD that is an article. */
export function linkedArticle(said: Said): Record<string, unknown> | null {
  for (const json of said.linkedData) {
    if (json.length > largestScript) continue
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch {
      // Publishers' own JSON is often broken; the meta tags say the same.
      continue
    }
    const queue = [value]
    for (let looked = 0; queue.length > 0 && looked < 2000; looked++) {
      const next = queue.shift()
      if (Array.isArray(next)) queue.push(...next)
      else if (typeof next === 'object' && next !== null) {
        const object = next as Record<string, unknown>
        if (/Article|BlogPosting|Report$/.test([object['@type']].flat().join(' '))) return object
        if (object['@graph']) queue.push(object['@graph'])
      }
    }
  }
  return null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A name given as a string, an object with a name, or a list of either. */
function nameIn(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameIn).filter(Boolean).join(', ') || null
  if (typeof value === 'object' && value !== null) return text((value as Record<string, unknown>).name)
  return text(value)
}
