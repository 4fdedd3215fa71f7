import pc from 'picocolors'
import type { Brief, BriefPosition, BriefSource } from './brief.js'
import { proposalLine } from './brief-proposal.js'
import type { BriefIssue } from './options.js'
import {
  actSign,
  conditionLine,
  headline,
  movementLine,
  optionStance,
  references,
  reportLine,
  speaker,
  stance,
  standing,
  unspecifiedLine,
  weight,
} from './phrases.js'

/**
 * The brief for a terminal of `columns` columns.
 *
 * Control characters of the reports are left out, so that a report cannot steer the terminal.
 */
export function terminal(brief: Brief, options: { readonly color: boolean; readonly columns: number }): string {
  const paint = pc.createColors(options.color)
  const width = Math.max(40, Math.min(options.columns, 110))
  const wrap = (text: string, indent: number, hang = indent) => wrapped(plain(text), width, indent, hang)

  const sourceLines = ({ title, reports, why, origin, drift }: BriefSource, index: number) => [
    paint.bold(wrap(`${index + 1}  ${title}`, 0, 3)),
    ...reports.map(report => wrap(`[${report.ref}] ${reportLine(report)}`, 3, 7)),
    ...(why.length > 0 ? [paint.dim(wrap(`one source because of ${why.join('; ')}`, 3, 5))] : []),
    ...(origin ? [paint.dim(wrap(`likely origin ${origin}`, 3, 5))] : []),
    ...drift.map(({ ref, words }) => wrap(`≠ [${ref}] ${words}`, 3, 5)),
  ]

  const positionLines = (position: BriefPosition) => {
    const line = wrap(
      `${actSign(position.act).sign} ${position.issue.name}: ${stance(position)} · ${weight(position)}`,
      2,
      4,
    )
    return [
      position.redLine ? paint.red(line) : paint.bold(line),
      ...position.evidence.map(
        quote => `${wrap(`${speaker(quote, position)}: “${quote.words}” [${quote.ref}]`, 4, 6)}`,
      ),
    ]
  }

  const optionLines = ({ name, options, unspecified }: BriefIssue, index: number) => [
    ...(index > 0 ? [''] : []),
    paint.bold(plain(name)),
    ...options.flatMap(option => [
      wrap(`◦ ${option.name}`, 2, 4),
      ...option.stances.flatMap(stance => {
        const line = wrap(
          `${actSign(stance.act).sign} ${optionStance(stance)} · ${weight(stance)} ${references(stance.refs)}`,
          4,
          6,
        )
        return [
          stance.redLine ? paint.red(line) : line,
          ...stance.movements
            .flatMap(movement => movementLine(movement) || [])
            .map(text => paint.dim(wrap(text, 6, 8))),
        ]
      }),
    ]),
    ...(unspecified > 0 ? [paint.dim(wrap(unspecifiedLine(unspecified), 2, 4))] : []),
  ]

  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', paint.bold(paint.underline(title)), '', ...lines] : []

  return `${[
    paint.bold(plain(brief.name)),
    wrap(headline(brief), 0),
    ...section('SOURCES', brief.sources.flatMap(sourceLines)),
    ...section(
      'POSITIONS',
      brief.parties.length === 0
        ? ['No statement was found that places a party on an issue.']
        : brief.parties.flatMap(({ name, positions }, index) => [
            ...(index > 0 ? [''] : []),
            paint.bold(plain(name)),
            ...positions.flatMap(positionLines),
          ]),
    ),
    ...section('OPTIONS', brief.issues.flatMap(optionLines)),
    ...section('CONDITIONS', [
      ...brief.conditions.map(link => wrap(`${link.party}: ${conditionLine(link)} · ${standing(link)}`, 2, 4)),
      ...brief.circles.map(circle => paint.yellow(wrap(`↻ circle: ${circle}`, 2, 4))),
    ]),
    ...section(
      'PLEDGES',
      brief.pledges.map(one => wrap(`${one.kind}: ${one.says} · ${standing(one)}`, 2, 4)),
    ),
    ...section(
      'DISCREPANCIES',
      brief.discrepancies.flatMap(({ summary, within, sides, resolution }) => [
        wrap(`${summary}${within === 'lineage' ? ' (within one source)' : ''}`, 2, 4),
        ...sides.map(side => paint.dim(wrap([side.says, standing(side)].filter(Boolean).join(' · '), 4, 6))),
        ...(resolution ? [wrap(`ruling: ${resolution}`, 4, 6)] : []),
      ]),
    ),
    ...section(
      'PROPOSALS',
      brief.proposals.flatMap(proposal => [
        paint.bold(wrap(`${proposalLine(proposal)} · ${standing(proposal)}`, 2, 4)),
        ...proposal.versions.flatMap(({ name, first, answers, points }) => [
          ...(proposal.versions.length > 1 ? [wrap([name, first].filter(Boolean).join(' · '), 4, 6)] : []),
          ...answers.map(line => wrap(`${line.words} · ${standing(line)}`, 6, 8)),
          ...points.map(line => paint.dim(wrap([line.words, standing(line)].filter(Boolean).join(' · '), 6, 8))),
        ]),
      ]),
    ),
    ...section(
      'REFUSED',
      brief.refused.map(({ place, reason, mend }) => wrap(`${place}: ${reason} ${mend}`, 2, 4)),
    ),
  ].join('\n')}\n`
}

/** Text without control characters, white space folded. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')
}

function wrapped(text: string, width: number, indent: number, hang: number): string {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(hang) + word
      continue
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
