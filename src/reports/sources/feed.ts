import { parseFeed } from 'feedsmith'
import { Fault } from '../../fault.js'
import { knownDate } from '../date.js'
import { fragmentText } from '../extract/fragment.js'
import type { Refusal, StoredText } from '../report.js'
import { mostPieces } from './limits.js'

interface Entry {
  readonly title: string | undefined
  readonly url: string | undefined
  readonly date: string | undefined
  readonly author: string | undefined
  readonly html: string | undefined
  readonly text?: string | undefined
}

/** The entries of an RSS, Atom, RDF or JSON feed, in the feed's order; one without text is refused. */
export function* readFeed(source: string, place: string): Generator<StoredText | Refusal> {
  const { outlet, entries } = parsed(source)
  if (entries.length === 0) throw new Fault('The feed has no entries.', { mend: 'Leave it out.' })
  if (entries.length > mostPieces)
    throw new Fault(`The feed has more than ${mostPieces} entries.`, { mend: 'Split it.' })
  for (const [index, entry] of entries.entries()) {
    const piece = `${place}#${index + 1}`
    const text = entry.text ?? fragmentText(entry.html ?? '')
    if (text.trim() === '') {
      yield { place: piece, reason: 'The entry has a title but no text.', mend: 'Save the page that it links to.' }
      continue
    }
    yield {
      place: piece,
      text,
      outlet,
      title: entry.title ? fragmentText(entry.title) : null,
      url: entry.url ?? null,
      byline: entry.author ?? null,
      date: entry.date ? knownDate(entry.date, 'feed') : null,
    }
  }
}

function parsed(source: string): { outlet: string | null; entries: Entry[] } {
  let found: ReturnType<typeof parseFeed<string>>
  try {
    found = parseFeed<string>(source)
  } catch (error) {
    throw new Fault('This is no RSS, Atom or JSON feed.', {
      mend: 'Parley reads .xml and .json files as feeds only; save other data as .jsonl.',
      cause: error,
    })
  }
  const { format, feed } = found
  if (format === 'atom')
    return {
      outlet: value(feed.title),
      entries: (feed.entries ?? []).map(entry => ({
        title: value(entry.title) ?? undefined,
        url: (entry.links?.find(link => link.rel === 'alternate' || !link.rel) ?? entry.links?.[0])?.href,
        date: entry.published ?? entry.dc?.dates?.[0],
        author: entry.authors?.[0]?.name,
        html: value(entry.content) ?? value(entry.summary) ?? undefined,
      })),
    }
  if (format === 'json')
    return {
      outlet: feed.title ?? null,
      entries: (feed.items ?? []).map(item => ({
        title: item.title,
        url: item.url,
        date: item.date_published,
        author: item.authors?.[0]?.name,
        html: item.content_html ?? item.summary,
        text: item.content_text,
      })),
    }
  if (format === 'rdf')
    return {
      outlet: feed.title ?? null,
      entries: (feed.items ?? []).map(item => ({
        title: item.title,
        url: item.link,
        date: item.dc?.dates?.[0],
        author: item.dc?.creators?.[0],
        html: item.content?.encoded ?? item.description,
      })),
    }
  return {
    outlet: feed.title ?? null,
    entries: (feed.items ?? []).map(item => ({
      title: item.title,
      url: item.link,
      date: item.pubDate ?? item.dc?.dates?.[0],
      author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
      html: item.content?.encoded ?? item.description,
    })),
  }
}

/** Atom's texts come as a string or as an object with one. */
function value(text: unknown): string | null {
  if (typeof text === 'string') return text
  if (typeof text === 'object' && text !== null && 'value' in text && typeof text.value === 'string') return text.value
  return null
}
