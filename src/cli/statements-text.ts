import pc from 'picocolors'
import type { PartyId } from '../actors/actor.js'
import { firstFrom } from '../language/in-order.js'
import { overlap, type Span, slice } from '../language/span.js'
import { quotations } from '../statements/quotations.js'
import type { Speaker } from '../statements/speakers.js'
import type { Attribution, Statement } from '../statements/statement.js'
import { brackets, marked, type Part, type Piece } from './marked-text.js'

/** A text that was read for statements. */
export interface ReadText {
  readonly id: string
  readonly text: string
  /** What of it is printed. */
  readonly shown: readonly Span[]
  readonly found: readonly Attribution[]
  /** Who speaks in each of `found`. */
  readonly voices: readonly (readonly Speaker[])[]
  readonly partyName: (party: PartyId) => string
}

interface Look {
  readonly color: boolean
  readonly columns: number
}

type Ink = (words: string) => string

/**
 * A text with its attributions marked, and a list of them, for a terminal.
 *
 * Brackets tell the parts apart where there is no colour. Control characters of the text are left out, so that it
 * cannot steer the terminal.
 */
export function statementsText(
  { id, text, shown, found, voices, partyName }: ReadText,
  { color, columns }: Look,
): string {
  const inks = pc.createColors(color)
  const width = Math.max(40, Math.min(columns, 110))
  const of: Readonly<Record<Part, Ink>> = { source: inks.cyan, cue: inks.yellow, content: inks.green }
  const legend = (['source', 'cue', 'content'] as const)
    .map(part => of[part](`${brackets[part][0]}1 ${part}${brackets[part][1]}`))
    .join('  ')
  const count = `${found.length} ${found.length === 1 ? 'statement' : 'statements'}`
  const quoted = quotations(text)
  const list = found.map((each, n) => {
    const speaker = speakers(voices[n] ?? [], partyName)
    return `${inks.dim(`${n + 1}`.padStart(3))}  ${inks.bold(speaker)} · ${facts(text, each, quoted, width - 5)}`
  })
  return `${[
    `${inks.bold(id === '-' ? 'standard input' : plain(id))} · ${count} · ${legend}`,
    wrapped(marked(text, found, shown), width, of, inks.bold),
    ...(list.length > 0 ? [list.join('\n')] : []),
  ].join('\n\n')}\n`
}

/** Longest content in the list, in characters. */
const longestContent = 100

/** Cue, form and confidence, and the content on a line of its own. */
function facts(text: string, each: Attribution, quoted: readonly Span[], width: number): string {
  const words = (spans: readonly Span[]) => plain(spans.map(span => slice(text, span)).join(' … '))
  const content = words(each.content)
  const most = Math.min(longestContent, width)
  const short = content.length > most ? `${content.slice(0, most - 1).replace(/\s*[\uD800-\uDBFF]?$/, '')}…` : content
  return `${words(each.cue)} · ${formOf(each, quoted)} · ${each.confidence.toFixed(2)}\n     ${short}`
}

function speakers(voices: readonly Speaker[], partyName: ReadText['partyName']): string {
  if (voices.length === 0) return 'no source'
  return voices
    .map(({ actor: { name, role, party } }) => {
      const known = party === null ? 'party unknown' : partyName(party)
      return plain(`${name}${role === null ? '' : `, ${role}`} (${known})`)
    })
    .join(' and ')
}

/** Direct where the content stands in quotation marks but for a tenth, mixed where less of it does. */
function formOf({ direct, content }: Attribution, quoted: readonly Span[]): Statement['form'] {
  if (!direct) return 'indirect'
  let within = 0
  let length = 0
  for (const span of content) {
    length += span.end - span.start
    const before = Math.max(0, firstFrom(quoted, span.start) - 1)
    for (const quotation of quoted.slice(before, firstFrom(quoted, span.end))) within += overlap(span, quotation)
  }
  return within * 10 >= length * 9 ? 'direct' : 'mixed'
}

/** Pieces as lines of at most `width` characters, painted; a line break of the text stays one. */
function wrapped(pieces: readonly Piece[], width: number, of: Readonly<Record<Part, Ink>>, bold: Ink): string {
  let out = ''
  let column = 0
  // A word may run over several pieces ("{1 said}"): it is held until a space ends it.
  let word: { readonly painted: string; readonly length: number } = { painted: '', length: 0 }
  const flush = () => {
    if (word.length === 0) return
    if (column > 0 && column + 1 + word.length > width) {
      out += '\n'
      column = 0
    }
    out += column > 0 ? ` ${word.painted}` : word.painted
    column += word.length + (column > 0 ? 1 : 0)
    word = { painted: '', length: 0 }
  }
  for (const { words, part, isBracket } of pieces) {
    const ink: Ink = part === null ? same : of[part]
    if (isBracket) {
      word = { painted: word.painted + bold(ink(words)), length: word.length + words.length }
      continue
    }
    for (const token of words.replace(/\r\n?/g, '\n').match(/\n\s*|[^\S\n]+|\S+/g) ?? []) {
      if (/\S/.test(token)) {
        const clean = token.replace(/\p{Cc}/gu, '')
        word = { painted: word.painted + ink(clean), length: word.length + clean.length }
      } else {
        flush()
        if (token.startsWith('\n')) {
          out += /\n.*\n/s.test(token) ? '\n\n' : '\n'
          column = 0
        }
      }
    }
  }
  flush()
  return out.trim()
}

const same: Ink = words => words

/** Words on one line, without control characters. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')
}
