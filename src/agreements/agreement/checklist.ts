import { type Agreement, normsOf } from '../agreement.js'
import checklist from './checklist.json' with { type: 'json' }
import { modeOf } from './norm.js'

/** A clause that such agreements are asked for. */
export interface Pattern {
  readonly id: string
  readonly asks: string
  readonly looksFor: string
  /** Why it matters. */
  readonly matters: string
  /** A clause to start from; square brackets stand for what the parties decide. */
  readonly pattern: string
  /** Asked only of what guarantees something. */
  readonly of?: string
}

/** The library of clauses, in the order in which an agreement has them. */
export const clausePatterns: readonly Pattern[] = checklist.clauses.map(
  ({ words: _words, field: _field, ...shown }) => shown,
)

export interface Item {
  readonly id: string
  readonly asks: string
  /** `open`: it is there, and still in somebody's brackets. */
  readonly is: 'there' | 'open' | 'lacking'
  /** Provisions that speak of it. */
  readonly provisions: readonly string[]
}

/** What a draft has and lacks of what such agreements are asked for. */
export function checkAgainstPatterns(agreement: Agreement): Item[] {
  const isGuaranteed =
    agreement.guarantees.length > 0 ||
    agreement.kind === 'security-guarantee' ||
    agreement.participation.some(({ capacity }) => capacity === 'guarantor')
  const asked = checklist.clauses.filter(({ of }) => of === undefined || isGuaranteed)
  return asked.map(({ id, asks, words, field }) => {
    const found = agreement.provisions.filter(({ text, heading }) => {
      const low = `${heading ?? ''} ${text}`.toLowerCase()
      return words.some(word => low.includes(word))
    })
    const isThere = found.length > 0 || holds(agreement, field)
    const isOpen = found.length > 0 && !holds(agreement, field) && found.every(one => one.bracketedBy.length > 0)
    return { id, asks, is: isOpen ? 'open' : isThere ? 'there' : 'lacking', provisions: found.map(one => one.id) }
  })
}

function holds(agreement: Agreement, field: string): boolean {
  const norms = normsOf(agreement)
  const hasTask = (...tasks: string[]) => agreement.mechanisms.some(one => one.tasks.some(task => tasks.includes(task)))
  const toDo = norms.filter(norm => norm.modality === 'obligation' && modeOf(norm) === 'achieve')
  const holdsEach = (test: (one: Agreement['guarantees'][number]) => boolean) =>
    agreement.guarantees.length > 0 && agreement.guarantees.every(test)
  switch (field) {
    case 'participation':
    case 'definitions':
    case 'zones':
      return agreement[field].length > 0
    case 'entryIntoForce':
    case 'duration':
    case 'withdrawalNotice':
      return agreement[field] !== undefined
    case 'prohibitions':
      return norms.some(({ modality }) => modality === 'prohibition')
    case 'observers':
      return hasTask('observe', 'verify')
    case 'access':
      return agreement.mechanisms.some(({ access }) => access.some(({ guaranteed }) => guaranteed))
    case 'resolvers':
      return hasTask('resolve-dispute')
    case 'ladder':
      return norms.some(({ onViolation }) => onViolation.length > 0)
    case 'liaison':
      return hasTask('liaise')
    case 'cadence':
      return agreement.mechanisms.some(({ cadence, tasks }) => cadence !== undefined && tasks.includes('report'))
    case 'attributers':
      return hasTask('attribute')
    case 'separationDues':
      return norms.some(({ act, due }) => due !== undefined && /withdraw|disengag|redeploy|separat/i.test(act))
    case 'sequence':
      return agreement.sequence.some(({ reading }) => reading === 'text')
    case 'languages':
      return agreement.expressions.some(({ lang }) => lang !== 'en') && agreement.expressions.length > 1
    case 'casus':
    case 'decision':
    case 'bindingness':
      return agreement.guarantees.length > 0
    case 'consult':
      return holdsEach(({ consultWithin }) => consultWithin !== undefined)
    case 'responses':
      return holdsEach(({ responses }) => responses.length > 0)
    case 'guaranteeArea':
      return holdsEach(({ casusFoederis }) => casusFoederis.area !== undefined)
    case 'void':
      return holdsEach(({ voidIf }) => voidIf.length > 0)
    case 'dues':
      return toDo.length > 0 && toDo.every(({ due }) => due !== undefined)
    default:
      return false
  }
}
