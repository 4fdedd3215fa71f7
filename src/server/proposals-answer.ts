import type { Point, Proposal } from '../positions/proposals.js'
import type { CaseRecord } from '../record/record.js'
import type { Place } from '../reports/independence.js'
import type { ApiProposal } from './api.js'
import { quote } from './quote.js'

/** The proposals as `/api/proposals` sends them: every place with its sentence. */
export function proposalsAnswer({ proposals, reports }: CaseRecord): ApiProposal[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const quoted = (places: readonly Place[]) =>
    places.map(({ report, start, end }) => {
      const text = texts.get(report)
      return { report, start, end, quote: text === undefined ? null : quote(text, { start, end }) }
    })
  return proposals.map(proposal => proposalAnswer(proposal, quoted))
}

function proposalAnswer(
  proposal: Proposal,
  quoted: (places: readonly Place[]) => ApiProposal['mentions'],
): ApiProposal {
  const point = (one: Point) => ({ ...one, evidence: quoted(one.evidence) })
  const attributed = ({ party, sources, evidence }: Proposal['by'][number]) => ({
    party,
    sources,
    evidence: quoted(evidence),
  })
  return {
    ...proposal,
    by: proposal.by.map(attributed),
    to: proposal.to.map(attributed),
    restsOn: [...proposal.restsOn],
    mentions: quoted(proposal.mentions),
    answers: proposal.answers.map(answer => ({ ...answer, statements: [...answer.statements] })),
    versions: proposal.versions.map(version => ({
      ...version,
      mentions: quoted(version.mentions),
      points: version.points.map(point),
      differences: version.differences.map(({ kind, before, after, from }) => ({
        kind,
        before: before && point(before),
        after: after && point(after),
        from,
      })),
    })),
  }
}
