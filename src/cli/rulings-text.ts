import type { RulingEffect } from '../positions/rulings/ruling.js'

/** The rulings as a list: those that bear on something first, then those without object. */
export function rulingsText(rulings: readonly RulingEffect[]): string {
  if (rulings.length === 0) return 'Nothing is ruled in this case.\n'
  const lost = rulings.filter(({ state }) => state === 'without-object')
  const found = rulings.filter(ruling => !lost.includes(ruling))
  return [
    `${rulings.length} ${rulings.length === 1 ? 'ruling' : 'rulings'}, ${lost.length} without object`,
    ...found.flatMap(entry),
    ...(lost.length > 0 ? ['', 'WITHOUT OBJECT: the record holds no such statement or discrepancy now'] : []),
    ...lost.flatMap(entry),
    '',
  ].join('\n')
}

function entry({ by, on, why, quotes, reports, state, decides }: RulingEffect): string[] {
  const signed = [by, on].filter(Boolean).join(', ')
  return [
    '',
    ...decides.map(({ field, value, before }) =>
      before === null || before === value
        ? `${field}: ${plain(value)}`
        : `${field}: ${plain(before)} -> ${plain(value)}`,
    ),
    ...quotes.map(quote => `  “${shortened(plain(quote))}”`),
    `  ${plain([...new Set(reports)].join(', '))}`.trimEnd(),
    `  ${plain(signed)}${state === 'superseded' ? ' (superseded by a later ruling)' : ''}: ${plain(why)}`,
  ].filter(line => line.trim() !== '' || line === '')
}

/** Text without control characters, so that a report or a file cannot steer the terminal; white space folded. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text)
