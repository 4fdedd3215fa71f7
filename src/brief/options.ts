import type { ActKind } from '../positions/act.js'
import type { Option } from '../positions/options/option.js'
import type { Movement, OptionPosition } from '../positions/position.js'
import { isStance } from '../positions/stance.js'
import type { CaseRecord } from '../record/record.js'
import type { BriefQuote } from './brief.js'

/** The options of one issue, with who takes which stand on each. */
export interface BriefIssue {
  readonly name: string
  readonly options: readonly BriefOption[]
  /** Acts that speak of the issue and do not say what exactly is meant. */
  readonly unspecified: number
}

export interface BriefOption {
  readonly name: string
  /** In the order of the record's parties; who only commented on it is left out. */
  readonly stances: readonly BriefStance[]
}

export interface BriefStance {
  readonly party: string
  readonly act: ActKind
  readonly awaited: boolean
  readonly conditional: boolean
  readonly redLine: boolean
  readonly contested: ActKind | null
  readonly sources: number
  readonly restsOn: readonly string[]
  readonly reports: number
  readonly refs: readonly number[]
  readonly movements: readonly BriefMovement[]
}

/** A movement with both sentences. */
export interface BriefMovement {
  readonly kind: Movement['kind']
  readonly since: string | null
  readonly before: BriefQuote | null
  readonly after: BriefQuote | null
}

/** What the brief's other parts know how to find. */
export interface OptionFinder {
  readonly partyName: (id: string) => string
  readonly issueName: (id: string) => string
  readonly refsOf: (statements: readonly string[]) => number[]
  readonly quote: (statement: string) => BriefQuote | null
}

/** What exactly is wanted and refused, issue by issue; issues without an option are left out. */
export function briefOptions({ options, positions, parties }: CaseRecord, find: OptionFinder): BriefIssue[] {
  const order = new Map(parties.map(({ id }, index) => [id, index]))
  const stances = positions
    .flatMap(({ party, options: own }) => own.map(position => ({ party, position })))
    .filter(({ position }) => isStance(position.latest))
    .sort((a, b) => (order.get(a.party) ?? order.size) - (order.get(b.party) ?? order.size))
  const told = options.filter(option => option.kind !== 'unspecified')
  return [...new Set(told.map(({ issue }) => issue))].map(issue => ({
    name: find.issueName(issue),
    unspecified: options.find(option => option.issue === issue && option.kind === 'unspecified')?.acts.length ?? 0,
    options: told.flatMap((option): BriefOption[] => {
      if (option.issue !== issue) return []
      const own = stances.filter(({ position }) => position.option === option.id)
      return own.length > 0 ? [briefOption(option, own, find)] : []
    }),
  }))
}

function briefOption(
  { name }: Option,
  own: readonly { readonly party: string; readonly position: OptionPosition }[],
  find: OptionFinder,
): BriefOption {
  return {
    name,
    stances: own.map(({ party, position }) => {
      const { latest, awaited, conditional, redLine, contested, sources, restsOn, reports, history, movements } =
        position
      const standing = history.filter(({ act }) => act === latest).at(-1)
      return {
        party: find.partyName(party),
        act: latest,
        awaited,
        conditional,
        redLine,
        contested,
        sources,
        restsOn,
        reports,
        refs: find.refsOf(standing?.statements ?? []),
        movements: movements.map(({ kind, since, before, after }) => ({
          kind,
          since,
          before: before === null ? null : find.quote(before),
          after: after === null ? null : find.quote(after),
        })),
      }
    }),
  }
}
