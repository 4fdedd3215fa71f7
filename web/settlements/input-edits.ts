import type { Given, Model, Package, Quantity } from '../../src/settlements/model.js'
import type { Edit } from '../../src/settlements/model-edit.js'

/** What a field of a form says: a number, `2 to 5`, or `?`; null: none of these. */
export function quantityOf(text: string): Quantity | null {
  const words = text.trim().toLowerCase()
  if (words === '' || words === '?' || words === 'unknown') return 'unknown'
  const numbers = words
    .split(/ to |\.\.|–/)
    .map(part => (part.trim() === '' ? Number.NaN : Number(part.replace('−', '-'))))
  const [low, high] = numbers
  if (numbers.length > 2 || low === undefined || !numbers.every(Number.isFinite)) return null
  if (high === undefined) return low
  return low <= high ? [low, high] : null
}

/** A quantity as a field shows it. */
export const quantityText = (of: Quantity): string => (of === 'unknown' ? '?' : [of].flat().join(' to '))

export type Kind = 'values' | 'ranking' | 'unknown'
export const kindOf = (given: Given | undefined): Kind =>
  given === undefined || given === 'unknown' ? 'unknown' : Array.isArray(given) ? 'ranking' : 'values'

/** What the field of one name shows: its place in a ranking, or its value; empty where nothing is said. */
export function fieldText(given: Given | undefined, name: string): string {
  if (given === undefined || given === 'unknown') return ''
  if (!Array.isArray(given)) return Object.hasOwn(given, name) ? quantityText(given[name] ?? 'unknown') : ''
  const place = given.findIndex(one => [one].flat().includes(name))
  return place < 0 ? '' : String(place + 1)
}

/**
 * What the fields say together: places make a ranking, in which equal places are equals and empty ones are left out.
 *
 * @returns a sentence that says which field is wrong and what it may hold
 */
export function givenOf(kind: Kind, fields: Readonly<Record<string, string>>): { given: Given } | { fault: string } {
  const told = Object.entries(fields).filter(([, text]) => text.trim() !== '')
  if (kind === 'unknown' || told.length === 0) return { given: 'unknown' }
  if (kind === 'values') {
    const values: Record<string, Quantity> = {}
    for (const [name, text] of told) {
      const quantity = quantityOf(text)
      if (quantity === null) return { fault: `${name}: expected a number, “2 to 5”, or “?”.` }
      values[name] = quantity
    }
    return { given: values }
  }
  const places = new Map<number, string[]>()
  for (const [name, text] of told) {
    const place = Number(text)
    if (!(Number.isInteger(place) && place > 0))
      return { fault: `${name}: expected a place, 1 for the first, or nothing.` }
    places.set(place, [...(places.get(place) ?? []), name])
  }
  const inOrder = [...places].sort(([a], [b]) => a - b).map(([, names]) => names)
  return { given: inOrder.map(names => (names.length === 1 ? (names[0] as string) : names)) }
}

/** The red lines of a party that rule out an option by itself. */
const linesOn = (model: Model, p: number, issue: string, option: string): number[] =>
  (model.parties[p]?.redLines ?? []).flatMap((line, n) =>
    Object.keys(line.never).length === 1 && [line.never[issue] ?? []].flat().includes(option) ? [n] : [],
  )

export const isRefused = (model: Model, p: number, issue: string, option: string): boolean =>
  linesOn(model, p, issue, option).length > 0

/** Draws or takes away the red line on an option by itself; of a line on several options only this one goes. */
export function redLineEdits(model: Model, p: number, issue: string, option: string, refused: boolean): Edit[] {
  const lines = model.parties[p]?.redLines ?? []
  const at = (n: number) => ['parties', p, 'redLines', n]
  if (refused) return [{ path: at(lines.length), value: { never: { [issue]: option }, evidence: 'assumed' } }]
  return linesOn(model, p, issue, option)
    .reverse()
    .map(n => {
      const left = [lines[n]?.never[issue] ?? []].flat().filter(one => one !== option)
      return left.length === 0
        ? { path: at(n), value: undefined }
        : { path: [...at(n), 'never', issue], value: left.length === 1 ? left[0] : left }
    })
}

/** What a party has without an agreement: a utility, a package, or undefined, which leaves it to the status quo. */
export const reserveEdit = (p: number, given: Quantity | Package | undefined, evidence: unknown): Edit => ({
  path: ['parties', p, 'reserve'],
  value: given === undefined ? undefined : { given, evidence },
})
