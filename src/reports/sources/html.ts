import { Fault } from '../../fault.js'
import { extract } from '../extract/extract.js'
import type { StoredText } from '../report.js'

/** A web page saved as a file. */
export function readHtml(html: string, place: string, url: string | null = null): StoredText {
  const page = extract(html, url)
  if (page.text === '')
    throw new Fault('The page has no text.', { mend: 'Save it from the browser after it has loaded.' })
  const { text, body, headline, removed, isArticle, ...known } = page
  if (isArticle) return { place, text, ...known, parts: { body, headline, removed } }
  const none = body.map(span => ({ ...span, reason: 'no-article' as const }))
  const all = [...removed, ...none].sort((a, b) => a.start - b.start)
  return { place, text, ...known, parts: { body: [], headline, removed: all } }
}

/** The character set that the page's head declares; undefined where it declares none. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}?encoding=["']([\w-]{2,30})/i.exec(head)?.[1]
  )
}
