import { clausePatterns, type Item, type Pattern } from '../agreements/agreement/checklist.js'
import { type Agreement, nameOf } from '../agreements/agreement.js'
import type { Finding } from '../agreements/compliance/finding.js'
import { showMinute } from '../agreements/compliance/log.js'
import rules from '../agreements/compliance/rules.json' with { type: 'json' }
import type { Compliance } from '../agreements/compliance.js'

/** How many findings of one norm a terminal lists. */
const listed = 12

/** A check as a person reads it: that the file is valid, and what the draft lacks. */
export function checkText(agreement: Agreement, items: readonly Item[]): string {
  const marks = { there: 'has  ', open: 'OPEN ', lacking: 'LACKS' }
  const { norms, guarantees, provisions } = agreement
  return [
    `${agreement.title}: valid, ${provisions.length} provisions, ${norms.length} norms, ${guarantees.length} guarantees`,
    ...items.map(
      ({ is, asks, provisions: of }) => `  ${marks[is]} ${asks}${of.length > 0 ? `  (${of.join(', ')})` : ''}`,
    ),
    '',
  ].join('\n')
}

/** Clauses to start from, each with what it is for. */
export const patternsText = (patterns: readonly Pattern[] = clausePatterns): string =>
  `${patterns.map(({ asks, looksFor, matters, pattern }) => `${asks}\n  Looked for: ${looksFor}\n  Why: ${matters}\n  Clause: ${pattern}`).join('\n\n')}\n`

/** A compliance as a person reads it: one part a norm, with its states and what was found. */
export function complianceText(agreement: Agreement, { asOf, norms, findings, known }: Compliance): string {
  const parts = norms.map(({ norm, state, timeline, due }) => {
    const own = findings.filter(one => one.norm === norm)
    return [
      `${norm}: ${state}${due === null ? '' : `, due ${showMinute(due)}`}`,
      ...timeline.slice(1).map(one => `  ${showMinute(one.at)}  ${one.state}  (${one.because})`),
      ...own.slice(0, listed).map(finding => `    ${findingText(agreement, finding)}`),
      ...(own.length > listed ? [`    ... and ${own.length - listed} more findings`] : []),
    ].join('\n')
  })
  return `${agreement.title}, as known on ${asOf}: ${known.length} entries of the log\n\n${parts.join('\n\n')}\n`
}

function findingText(
  agreement: Agreement,
  { result, party, from, to, rule, confidence, evidence, next }: Finding,
): string {
  const days = [...new Set([showMinute(from).slice(0, 10), showMinute(to).slice(0, 10)])].join(' to ')
  const by = party === null ? '' : ` ${result === 'disputed' ? 'said of' : 'by'} ${nameOf(agreement, party)}`
  const sure = confidence === null ? '' : `, confidence ${confidence}`
  const ids = evidence.length > 0 ? ` [${evidence.join(', ')}]` : ''
  return `${days}  ${result}${by}${sure}: ${rules.rules[rule]}${ids}${next ? ` Next: ${next.id}.` : ''}`
}

/** A compliance with days instead of minutes. */
export function complianceJson(agreement: Agreement, { asOf, inForce, norms, findings }: Compliance): object {
  const show = (minute: number | null) => (minute === null || !Number.isFinite(minute) ? null : showMinute(minute))
  return {
    agreement: agreement.id,
    asOf,
    inForce: { from: show(inForce.from), to: show(inForce.to) },
    norms: norms.map(({ timeline, due, ...rest }) => ({
      ...rest,
      due: show(due),
      timeline: timeline.map(one => ({ ...one, at: show(one.at) })),
    })),
    findings: findings.map(one => ({ ...one, from: show(one.from), to: show(one.to), says: rules.rules[one.rule] })),
  }
}
