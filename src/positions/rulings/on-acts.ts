import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import { statementFinder } from './find-statement.js'
import { type ActRuling, isReset, type RulingEffect, ruledFields, type StatementRuling } from './ruling.js'

/** Acts as ruled, and what became of each ruling. */
export interface RuledActs {
  /** All that were given, in their order; what is no statement is marked so, not left out. */
  readonly acts: readonly Act[]
  /** In the order of the rulings. */
  readonly effects: readonly RulingEffect[]
}

/**
 * The acts, with what persons ruled on them in the place of what the machine read, which stays beside it.
 *
 * Of two rulings on one statement the later wins, field by field; `notAStatement` and `withdrawn` put all before them
 * aside. Applied again to what it gave, it changes nothing. An act without a ruling is the same object.
 */
export function ruledActs(
  given: readonly Act[],
  reports: readonly Report[],
  rulings: readonly StatementRuling[],
): RuledActs {
  if (rulings.length === 0) return { acts: given, effects: [] }
  const find = statementFinder(given, reports)
  const objects = rulings.map(find)
  const onAct = new Map<Act, StatementRuling[]>()
  for (const [place, ruling] of rulings.entries()) {
    const act = objects[place]
    if (act) onAct.set(act, [...(onAct.get(act) ?? []), ruling])
  }
  const acts = given.map(act => {
    const own = onAct.get(act)
    return own ? ruledAct(act, own) : act
  })
  const effects = rulings.map((ruling, place) => {
    const act = objects[place] ?? null
    return effectOf(ruling, place, act, act ? (onAct.get(act) ?? []) : [])
  })
  return { acts, effects }
}

function ruledAct(given: Act, rulings: readonly StatementRuling[]): Act {
  const { ruling: before, ...read } = given
  const act: Act = before ? { ...read, ...before.machine } : read
  const standing = rulings.slice(Math.max(0, rulings.findLastIndex(isReset)))
  const last = standing.at(-1)
  if (!last || last.withdrawn) return act
  const fields = standing.filter(one => !isReset(one))
  const decided = ruledFields.filter(field => fields.some(one => one[field] !== undefined))
  const { confidence, cue, awaits, reports, issues, party, target, redLine, condition } = act
  const ruling: ActRuling = {
    by: last.by,
    on: last.on ?? null,
    why: last.why,
    decided,
    notAStatement: last.notAStatement === true,
    machine: { act: act.act, issues, party, target, redLine, condition, confidence, cue, awaits, reports },
  }
  return { ...fields.reduce(withRuling, act), ruling }
}

function withRuling(act: Act, ruling: StatementRuling): Act {
  const { party, target, redLine, issues } = ruling
  return {
    ...act,
    // A person decided: no words of the machine's choosing stand for it, and it is told of nobody else.
    ...(ruling.act !== undefined && { act: ruling.act, confidence: 1, cue: null, reports: null }),
    ...(issues && { issues }),
    ...(party !== undefined && { party }),
    ...(target !== undefined && { target }),
    ...(redLine !== undefined && { redLine }),
    ...(ruling.condition && { condition: null, awaits: [] }),
  }
}

function effectOf(
  ruling: StatementRuling,
  place: number,
  act: Act | null,
  all: readonly StatementRuling[],
): RulingEffect {
  const machine = act && (act.ruling?.machine ?? act)
  const decides = ruling.notAStatement
    ? [{ field: 'statement', value: 'no statement', before: null }]
    : ruling.withdrawn
      ? [{ field: 'statement', value: 'as the machine read it', before: null }]
      : ruledFields.flatMap(field =>
          ruling[field] === undefined
            ? []
            : [{ field, value: inWords(ruling[field]), before: machine && inWords(machine[field]) }],
        )
  const { by, on, why, quote, report } = ruling
  return {
    of: 'statement',
    place,
    by,
    on: on ?? null,
    why,
    quotes: [quote],
    reports: [report],
    object: act?.statement.id ?? null,
    state: !act ? 'without-object' : isSuperseded(ruling, all) ? 'superseded' : 'stands',
    decides,
  }
}

function isSuperseded(ruling: StatementRuling, all: readonly StatementRuling[]): boolean {
  const later = all.slice(all.indexOf(ruling) + 1)
  if (isReset(ruling)) return later.length > 0
  if (later.some(isReset)) return true
  return ruledFields.every(field => ruling[field] === undefined || later.some(one => one[field] !== undefined))
}

/** A value as a line of text shows it. */
function inWords(value: StatementRuling[keyof StatementRuling] | Act['condition'] | readonly string[]): string {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ') || 'none'
  return typeof value === 'object' && 'text' in value ? value.text : String(value)
}
