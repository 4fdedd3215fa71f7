import { type Agreement, normsOf } from '../agreement.js'
import checklist from './checklist.json' with { type: 'json' }
import { modeOf } from './norm.js'

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
  return checklist.clauses.map(({ id, asks, words, field }) => {
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
    case 'dues':
      return toDo.length > 0 && toDo.every(({ due }) => due !== undefined)
    default:
      return false
  }
}
