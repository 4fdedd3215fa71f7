import { worldGazetteer } from '../../actors/gazetteer.js'
import { Fault } from '../../fault.js'
import { acts } from '../../positions/acts.js'
import { issueDefinitions } from '../../positions/definitions.js'
import { actModel } from '../../record/act-model.js'
import { packagedTagger } from '../../record/tagger-model.js'
import type { Report } from '../../reports/report.js'
import { makeReport } from '../../reports/report.js'
import { statements } from '../../statements/statements.js'
import type { StageFilter, StageLine } from './filter.js'
import { reportOfLine } from './report-line.js'

/**
 * {id, text, date?, outlet?}, all lines one collection -> one line a statement: {report, start, end, speaker, party, act,
 * issues, condition, redLine, negated, strength, form, target, ...}. Offsets are into the text that came in.
 */
export const filter: StageFilter = {
  *all(lines) {
    const reports: Report[] = []
    for (const line of lines) {
      try {
        reports.push(reportOf(line))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        yield { id: line.id, error: error.message }
      }
    }
    for (const act of acts(
      statements(reports, { parties: [], tagger: packagedTagger }),
      reports,
      issueDefinitions,
      worldGazetteer(),
      actModel(),
    )) {
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

/** The line as a cleaned report; offsets stay those of the text that came in. */
function reportOf(line: StageLine): Report {
  const { id, place, text, title, date, outlet } = reportOfLine(line)
  return makeReport({ id, place, text, title, date, outlet })
}
