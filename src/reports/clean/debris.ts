import { z } from 'zod'
import type { RemovedReason } from '../report.js'
import data from './debris.json' with { type: 'json' }

const kindSchema = z.strictObject({
  words: z.int().positive(),
  is: z.array(z.string()),
  starts: z.array(z.string()),
  has: z.array(z.string()),
  sentenceStarts: z.array(z.string()),
  sentenceHas: z.array(z.string()),
})

/** The shape of `debris.json`: what stands around articles on web pages, by reason. */
export const debrisSchema = z.strictObject({
  about: z.string(),
  share: kindSchema,
  subscribe: kindSchema,
  'continue-reading': kindSchema,
  related: kindSchema,
  navigation: kindSchema,
  byline: kindSchema,
  caption: kindSchema,
  copyright: kindSchema,
  advert: kindSchema,
  comment: kindSchema,
  'chat-widget': kindSchema,
  'source-link': kindSchema,
})

type Kind = z.infer<typeof kindSchema>

const kinds = Object.entries(data).filter((entry): entry is [RemovedReason, Kind] => typeof entry[1] === 'object')

const wholeLines = new Map(kinds.flatMap(([reason, { is }]) => is.map(line => [line, reason] as const)))

/** A line as the list of debris compares it: lower case, straight quotes, one space, `0` for a number, no marks at its ends. */
export function plain(line: string): string {
  return line.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
}

/**
 * Why the words of a line mark it as debris, wherever it stands; null where they do not.
 *
 * `sentence`: the line is a full sentence, which fewer phrases condemn.
 */
export function debris(line: string, sentence: boolean): RemovedReason | null {
  const whole = plain(line.length > 4000 ? line.slice(0, 4000) : line)
  const bare = whole.replace(/^[^\p{L}\p{N}©(]+/u, '').replace(/[^\p{L}\p{N})+]+$/u, '')
  const known = wholeLines.get(bare)
  if (known) return known
  const words = whole.split(' ').length
  for (const [reason, kind] of kinds) {
    if (kind.sentenceStarts.some(start => startsAsWords(whole, start))) return reason
    if (kind.sentenceHas.some(part => whole.includes(part))) return reason
    if (sentence || words > kind.words) continue
    if (kind.starts.some(start => startsAsWords(bare, start) || startsAsWords(whole, start))) return reason
    if (kind.has.some(part => whole.includes(part))) return reason
  }
  return null
}

/** Whether `line` starts with `start` and a word ends there. */
function startsAsWords(line: string, start: string): boolean {
  return line.startsWith(start) && (!/[\p{L}\p{N}]$/u.test(start) || !/^[\p{L}\p{N}]/u.test(line.slice(start.length)))
}
