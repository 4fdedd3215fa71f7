import type { Brief } from './brief.js'
import { type BriefProposal, proposalLine } from './brief-proposal.js'
import type { BriefIssue } from './options.js'
import {
  actSign,
  conditionLine,
  count,
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

/** The brief as CommonMark; what reports say is escaped, so that it stays text. */
export function markdown(brief: Brief): string {
  const blocks = [
    `# ${asText(brief.name)}`,
    headline(brief),
    '## Sources',
    brief.sources.map(sourceLines).join('\n'),
    '## Positions',
    ...brief.parties.flatMap(party => [`### ${asText(party.name)}`, party.positions.map(positionLines).join('\n')]),
    ...(brief.issues.length > 0 ? ['## Options'] : []),
    ...brief.issues.flatMap(issue => [`### ${asText(issue.name)}`, optionLines(issue)]),
    ...section('## Conditions', [
      ...brief.conditions.map(
        link => `- **${asText(link.party)}**: ${asText(conditionLine(link))} (${standing(link)})`,
      ),
      ...brief.circles.map(circle => `- Circle: ${asText(circle)}`),
    ]),
    ...section(
      '## Pledges',
      brief.pledges.map(one => `- **${asText(one.kind)}**: ${asText(one.says)} (${standing(one)})`),
    ),
    ...section('## Discrepancies', brief.discrepancies.map(discrepancyLines)),
    ...section('## Proposals', brief.proposals.map(proposalLines)),
    ...section(
      '## Refused inputs',
      brief.refused.map(({ place, reason, mend }) => `- ${asText(`${place}: ${reason} ${mend}`)}`),
    ),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, lines.join('\n')] : []
}

function sourceLines({ title, reports, why, origin, drift }: Brief['sources'][number], index: number): string {
  return [
    `${index + 1}. **${asText(title)}** (${count(reports.length, 'report')})`,
    ...reports.map(report => `   - [${report.ref}] ${asText(reportLine(report))}`),
    ...(why.length > 0 ? [`   - one source because of ${asText(why.join('; '))}`] : []),
    ...(origin ? [`   - likely origin ${asText(origin)}`] : []),
    ...drift.map(({ ref, words }) => `   - [${ref}] ${asText(words)}`),
  ].join('\n')
}

function positionLines(position: Brief['parties'][number]['positions'][number]): string {
  return [
    `- ${actSign(position.act).sign} **${asText(position.issue.name)}** ${stance(position)} (${weight(position)})`,
    ...position.evidence.map(
      quote => `  - ${asText(speaker(quote, position))}: “${asText(quote.words)}” [${quote.ref}]`,
    ),
  ].join('\n')
}

function optionLines({ options, unspecified }: BriefIssue): string {
  return [
    ...options.flatMap(({ name, stances }) => [
      `- **${asText(name)}**`,
      ...stances.flatMap(each => [
        `  - ${actSign(each.act).sign} ${asText(optionStance(each))} (${weight(each)}) ${references(each.refs)}`,
        ...each.movements.flatMap(movement => movementLine(movement) || []).map(line => `    - ${asText(line)}`),
      ]),
    ]),
    ...(unspecified > 0 ? [`- ${unspecifiedLine(unspecified)}`] : []),
  ].join('\n')
}

function discrepancyLines({ summary, within, sides, resolution }: Brief['discrepancies'][number]): string {
  return [
    `- ${asText(summary)}${within === 'lineage' ? ' (within one source)' : ''}`,
    ...sides.map(side => `  - ${asText(side.says)} ${standing(side)}`.trimEnd()),
    ...(resolution ? [`  - Ruling: ${asText(resolution)}`] : []),
  ].join('\n')
}

function proposalLines(proposal: BriefProposal): string {
  return [
    `- **${asText(proposalLine(proposal))}** (${standing(proposal)})`,
    ...proposal.versions.flatMap(({ name, first, answers, points }) => [
      `  - ${asText([name, first].filter(Boolean).join(', '))}`,
      ...[...answers, ...points].map(line => `    - ${asText(line.words)} ${standing(line)}`.trimEnd()),
    ]),
  ].join('\n')
}

/** White space folded, marks of CommonMark escaped. */
function asText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
}
