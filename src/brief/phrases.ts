import type { ActKind, Condition } from '../positions/act.js'
import signs from '../positions/act-signs.json'
import type { Brief, BriefCondition, BriefPosition, BriefQuote, BriefReport } from './brief.js'
import type { BriefMovement, BriefStance } from './options.js'

/** How an act is told in words, and the sign that stands for it. */
export function actSign(act: ActKind): {
  readonly word: string
  readonly noun: string
  readonly sign: string
  readonly letter: string
} {
  return signs[act]
}

/** "5 reports, 3 independent sources · 31 statements · 2025-03-01 to 2025-03-28". */
export function headline({ counts, period, undated, refused }: Brief): string {
  return [
    `${count(counts.reports, 'report')}, ${count(counts.sources, 'independent source')}`,
    count(counts.statements, 'statement'),
    period && (period.from === period.to ? period.from : `${period.from} to ${period.to}`),
    undated > 0 && (undated === counts.reports ? 'no report is dated' : `${undated} undated`),
    refused.length > 0 && `${count(refused.length, 'input')} refused`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** "6 statements do not say what exactly is meant." */
export function unspecifiedLine(n: number): string {
  return n === 0 ? '' : `${count(n, 'statement')} ${n === 1 ? 'does' : 'do'} not say what exactly is meant`
}

/** "3 reports", "1 report". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** "2 src · 3 rep", sources before reports; and why a source is none: "1 src · 2 rep: both credit the Observer". */
export function weight({
  sources,
  reports,
  restsOn,
}: Pick<BriefPosition | BriefStance, 'sources' | 'reports' | 'restsOn'>): string {
  return [`${sources} src · ${reports} rep`, ...restsOn].join('; ')
}

/** "rejects, RED LINE, hardened". */
export function stance({ act, conditional, redLine, contested, movement, ruledBy }: BriefPosition): string {
  return [
    `${actSign(act).word}${conditional ? ' if' : ''}`,
    redLine && 'RED LINE',
    contested && `another voice ${actSign(contested).word}`,
    movement !== 'new' && movement,
    ruledBy && `ruled by ${ruledBy.join(' and ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Russia: rejects, RED LINE, hardened": one party on one option; what only names the first word on it is left out. */
export function optionStance({ party, act, awaited, conditional, redLine, contested, movements }: BriefStance): string {
  const word = awaited ? 'waits for it' : `${actSign(act).word}${conditional ? ' if' : ''}`
  const moved = movements.filter(({ kind }) => kind !== 'new' && kind !== 'contradicted')
  return `${party}: ${[
    word,
    redLine && 'RED LINE',
    contested && `another voice ${actSign(contested).word}`,
    ...moved.map(({ kind, since }) => movedWords(kind, since)),
  ]
    .filter(Boolean)
    .join(', ')}`
}

function movedWords(kind: BriefMovement['kind'], since: string | null): string {
  return kind === 'silent' ? `silent since ${since}` : kind === 'dropped' ? `dropped, last said ${since}` : kind
}

/** "softened: 2025-03-04 “…” [1], then 2025-03-09 “…” [2]"; empty where two sentences show nothing that one does not. */
export function movementLine({ kind, before, after }: BriefMovement): string {
  if (!before || !after || kind === 'reaffirmed' || kind === 'new' || kind === 'silent') return ''
  const said = ({ date, speaker: who, words, ref }: BriefQuote) =>
    `${date ? `${date} ` : ''}${who}: “${words}” [${ref}]`
  return `${kind}: ${said(before)}; ${kind === 'contradicted' ? 'but' : 'then'} ${said(after)}`
}

/** "2025-03-04 Ilse Varn, Foreign Minister (rejects)": the act only where it is not the position's. */
export function speaker(quote: BriefQuote, position: BriefPosition): string {
  const act = quote.act && quote.act !== position.act ? ` (${actSign(quote.act).word})` : ''
  return `${quote.date ? `${quote.date} ` : ''}${quote.speaker}${quote.role ? `, ${quote.role}` : ''}${act}`
}

export function reportLine({ outlet, date, place }: BriefReport): string {
  return [outlet, date ? date.value.slice(0, 16).replace('T', ' ') : 'undated', place].filter(Boolean).join(' · ')
}

/** "[1] [3]". */
export function references(refs: readonly number[]): string {
  return refs.map(ref => `[${ref}]`).join(' ')
}

/** "2 sources [1] [3]"; nothing where nobody says it. */
export function standing({ sources, refs }: { readonly sources: number; readonly refs: readonly number[] }): string {
  return sources === 0 ? '' : `${count(sources, 'source')} ${references(refs)}`
}

/** "Elections — only after — a ceasefire"; a requirement that says "must" itself needs no word between. */
export function conditionLine({ waiting, kind, awaited }: BriefCondition): string {
  const between = kind === 'must-include' && /^(?:must|needs?|ha(?:s|ve)) /i.test(awaited) ? [] : [conditionWords[kind]]
  return [waiting, ...between, awaited].join(' — ')
}

/** How a condition's kind is told between its two sides. */
const conditionWords: Readonly<Record<Condition['kind'], string>> = {
  if: 'if',
  'only-if': 'only if',
  'only-after': 'only after',
  unless: 'unless',
  'in-exchange': 'in exchange for',
  'as-part-of': 'as part of',
  provided: 'provided',
  'must-include': 'requires',
  'or-else': 'or else',
}
