import type { Agreement } from '../agreements/agreement.js'
import type { Change } from '../agreements/compare/changes.js'
import type { Comparison, NormChange, ProvisionChange } from '../agreements/compare.js'

/** Two drafts side by side, for a terminal: what each clause means otherwise, then its words with [-out-] and {+in+}. */
export function compareText(before: Agreement, after: Agreement, { whole, provisions }: Comparison): string {
  const changed = provisions.filter(one => one.fate !== 'same words' || one.changes.length > 0 || isMoved(one))
  if (whole.length === 0 && changed.length === 0) return 'The two drafts say the same.\n'
  const same = provisions.length - changed.length
  return [
    ...(whole.length > 0 ? ['The whole', ...whole.map(change => `  ${changeText(change)}`), ''] : []),
    ...changed.flatMap(one => [...provisionLines(one, before, after), '']),
    ...(same > 0 ? [`${same} ${same === 1 ? 'provision is' : 'provisions are'} the same in both.`, ''] : []),
  ].join('\n')
}

const isMoved = ({ norms }: ProvisionChange) => norms.some(({ fate, changes }) => fate !== 'kept' || changes.length > 0)

function provisionLines(one: ProvisionChange, before: Agreement, after: Agreement): string[] {
  const own =
    after.provisions.find(({ id }) => id === one.after) ?? before.provisions.find(({ id }) => id === one.before)
  const title = [own?.num, own?.heading ?? own?.id].filter(part => part !== undefined).join('. ')
  const fate = one.fate === 'same words' ? '' : ` (${one.fate})`
  const lone = one.fate === 'new' ? `{+${own?.text}+}` : one.fate === 'dropped' ? `[-${own?.text}-]` : null
  return [
    `${title}${fate}`,
    ...one.changes.map(change => `  ${changeText(change)}`),
    ...one.norms.flatMap(normLines),
    ...(lone === null ? [] : [`  ${lone}`]),
    ...(one.words.length > 0 ? [`  ${marked(one.words)}`] : []),
  ]
}

function normLines({ before, after, fate, changes }: NormChange): string[] {
  const name = after ?? before ?? ''
  if (fate !== 'kept') return [`  ${name}: ${fate}`]
  return changes.map(change => `  ${name}: ${changeText(change)}`)
}

function changeText({ of, effect, before, after }: Change): string {
  if (before === null) return `${of} ${effect}: ${after}`
  if (after === null) return `${of} ${effect}: no longer ${before}`
  return `${of} ${effect}: from ${before} to ${after}`
}

const marked = (words: ProvisionChange['words']) =>
  words.map(({ text, is }) => (is === 'kept' ? text : is === 'in' ? `{+${text}+}` : `[-${text}-]`)).join('')
