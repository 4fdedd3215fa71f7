import { positions } from '../src/positions/positions.js'
import { ruledActs } from '../src/positions/rulings/on-acts.js'
import { ruledDiscrepancies } from '../src/positions/rulings/on-discrepancies.js'
import { emptyCase } from '../src/record/case-file.js'
import type { CaseRecord } from '../src/record/record.js'
import { parseRulings } from '../src/record/rulings-file.js'
import { inventedCase } from './invented-case.js'

const ids = ['observers', 'ceasefire', 'fishing', 'elections']
/** The case file that the invented case would have. */
const file = {
  ...emptyCase,
  issues: inventedCase.issues.filter(({ id }) => ids.includes(id)).map(issue => ({ ...issue, terms: [], options: [] })),
}

/** The invented case with the rulings of a text of `rulings.yaml`, as `parley serve` builds its record anew. */
export function ruledInventedCase(text: string): CaseRecord {
  const rulings = parseRulings(text, 'rulings.yaml', file)
  const { reports, lineages, options } = inventedCase
  const onActs = ruledActs(inventedCase.acts, reports, rulings.statements)
  const differing = ruledDiscrepancies(inventedCase.discrepancies, reports, rulings.discrepancies)
  const acts = onActs.acts.filter(({ ruling }) => !ruling?.notAStatement)
  return {
    ...inventedCase,
    acts,
    statements: acts.map(({ statement }) => statement),
    struck: onActs.acts.filter(({ ruling }) => ruling?.notAStatement),
    positions: positions(acts, reports, lineages, options),
    discrepancies: differing.discrepancies,
    rulings: [...onActs.effects, ...differing.effects],
  }
}
