import { Fault } from '../../fault.js'
import { acts } from '../../positions/acts.js'
import type { KnownDate, Report } from '../../reports/report.js'
import { makeReport } from '../../reports/report.js'
import { statements } from '../../statements/statements.js'
import type { StageFilter, StageLine } from './filter.js'

/**
 * {id, text, date?, outlet?}, all lines one collection -> one line a statement: {report, start, end, speaker, party, act,
 * issues, condition, redLine, negated, strength, form, target, ...}. Offsets are into the text that came in.
 */
export const filter: StageFilter = {
  *all(lines) {
    const reports = lines.map(reportOf)
    for (const act of acts(statements(reports), reports)) {
      const { statement, condition } = act
      yield {
        report: statement.report,
        start: statement.start,
        end: statement.end,
        layer: statement.layer,
        speaker: statement.speaker.name,
        role: statement.speaker.role,
        party: act.party,
        act: act.act,
        confidence: act.confidence,
        issues: act.issues,
        condition: condition && {
          start: condition.start,
          end: condition.end,
          text: condition.text,
          kind: condition.kind,
        },
        redLine: act.redLine,
        negated: act.negated,
        strength: act.strength,
        mode: act.mode,
        form: statement.form,
        target: act.target,
        beneficiary: act.beneficiary,
        hearsay: statement.hearsay,
      }
    }
  },
}

function reportOf({ id, text, date, outlet }: StageLine): Report {
  if (typeof text !== 'string') throw new Fault(`Line "${id}": expected "text" to be a string.`)
  return makeReport({
    id,
    place: String(id),
    text,
    date: dateOf(date),
    outlet: typeof outlet === 'string' ? outlet : null,
  })
}

/** An ISO date as it came in; anything else is no date. */
function dateOf(value: unknown): KnownDate | null {
  const match = typeof value === 'string' ? /^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$/.exec(value) : null
  if (!match) return null
  const precision = match[3] ? 'minute' : match[2] ? 'day' : match[1] ? 'month' : 'year'
  return { value: match[0], precision, from: 'given' }
}
