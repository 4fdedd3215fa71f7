import { parseDocument } from 'yaml'
import { Fault } from '../../fault.js'
import { knownDate } from '../date.js'
import type { StoredText } from '../report.js'

/** A plain text or Markdown file, with its header if it has one. */
export function readText(text: string, place: string): StoredText {
  const header = /^---[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!header) return { place, text }
  const fields = headerFields(header[1] ?? '')
  return fields ? { place, text: text.slice(header[0].length), ...fields } : { place, text }
}

/** The fields of a header between `---` lines; null where it is none of ours (a rule between paragraphs). */
function headerFields(yaml: string): Omit<StoredText, 'place' | 'text'> | null {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = value as Record<string, unknown>
  const field = (name: string) =>
    typeof fields[name] === 'string' && fields[name].trim() !== '' ? fields[name].trim() : null
  const stated = field('date')
  const date = stated === null ? null : knownDate(stated, 'header')
  if (stated !== null && date === null)
    throw new Fault(`The header's date "${stated}" cannot be read.`, { mend: 'Write it as 2025-03-07.' })
  return {
    outlet: field('outlet'),
    url: field('url'),
    title: field('title'),
    byline: field('byline'),
    date,
    language: field('language'),
  }
}
