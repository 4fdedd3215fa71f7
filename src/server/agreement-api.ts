import type { OpenAPIHono } from '@hono/zod-openapi'
import { coverageCaseOf, sequenceCaseOf } from '../agreements/agreement/as-case.js'
import { type Agreement, nameOf } from '../agreements/agreement.js'
import { daysKnown, type LogEntry, showMinute } from '../agreements/compliance/log.js'
import rules from '../agreements/compliance/rules.json' with { type: 'json' }
import { compliance } from '../agreements/compliance.js'
import { coverage } from '../agreements/coverage.js'
import { sequence } from '../agreements/sequence.js'

/** What the pages of an agreement are made from. */
export interface ServedAgreement {
  readonly agreement: Agreement
  readonly entries: readonly LogEntry[]
}

/** Most findings that are sent for one norm: the newest; the page says how many there are. */
const sent = 500

/** An agreement as it stood on a day, with all that its pages show. */
export function agreementAnswer({ agreement, entries }: ServedAgreement, asOf?: string) {
  const known = compliance(agreement, entries, asOf)
  const texts = new Map(known.known.map(({ id, text, act }) => [id, text || act]))
  const show = (minute: number | null) => (minute === null || !Number.isFinite(minute) ? null : showMinute(minute))
  return {
    title: agreement.title,
    asOf: known.asOf,
    days: daysKnown(entries),
    provisions: agreement.provisions.map(({ id, num, heading, text, status, agreedBy, bracketedBy }) => ({
      id,
      num: num ?? id,
      heading: heading ?? null,
      text,
      status,
      agreedBy: agreedBy.map(one => nameOf(agreement, one)),
      bracketedBy: bracketedBy.map(one => nameOf(agreement, one)),
    })),
    norms: known.norms.map(({ norm, state, timeline, due }) => {
      const own = known.findings.filter(one => one.norm === norm)
      return {
        id: norm,
        provision: [...agreement.norms, ...agreement.guarantees].find(({ id }) => id === norm)?.provision ?? '',
        state,
        due: show(due),
        timeline: timeline.map(one => ({ at: show(one.at), state: one.state, because: one.because })),
        count: own.length,
        findings: own.slice(-sent).map(one => ({
          result: one.result,
          party: one.party === null ? null : nameOf(agreement, one.party),
          from: show(one.from),
          to: show(one.to),
          says: rules.rules[one.rule],
          confidence: one.confidence,
          evidence: one.evidence.map(id => ({ id, text: texts.get(id) ?? '' })),
          next: one.next?.id ?? null,
        })),
      }
    }),
    coverage: coverage(coverageCaseOf(agreement)),
    sequence: sequence(sequenceCaseOf(agreement, known)),
  }
}

export type ApiAgreement = ReturnType<typeof agreementAnswer>

/** `/api/agreement?at=DAY`; 404 where the case has none. */
export function serveAgreement(hono: OpenAPIHono, served: ServedAgreement | null): void {
  hono.get('/api/agreement', c => {
    if (!served) return c.json({ error: 'The case has no agreement.yaml.' }, 404)
    const at = c.req.query('at')
    if (at !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(at))
      return c.json({ error: 'Expected a day: YYYY-MM-DD.' }, 400)
    return c.json(agreementAnswer(served, at), 200)
  })
}
