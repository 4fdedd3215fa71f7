import { Fault } from '../../fault.js'
import type { Rectangle } from '../boxes.js'
import { ratioOf } from '../ratio.js'
import type { Scenario } from '../scenario.js'
import { type Element, elements, escaped, parseXml } from './xml.js'

/** A GENIUS profile of hyper-rectangles: utilities that hang on combinations. */
export interface RectangleProfile {
  readonly maxUtility: number
  readonly reserved: string | null
  readonly discount: string | null
  readonly rectangles: readonly Rectangle[]
}

/** A file's text with its name, for messages. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** What was missing in a file and how it was filled. */
export interface Gap {
  readonly file: string
  readonly what: string
}

export interface GeniusImport {
  readonly scenario: Scenario
  readonly gaps: readonly Gap[]
}

/**
 * Reads a GENIUS domain with its profiles.
 *
 * Profiles are matched to the domain by the names of issues and values, not by their order. A value or weight that a
 * profile does not give counts 0 and is named in `gaps`.
 *
 * @throws Fault naming the file and line of what cannot be read
 */
export function readGenius(name: string, domain: NamedText, profiles: readonly NamedText[]): GeniusImport {
  const issues = issuesOf(parseXml(domain.text, domain.name), domain.name)
  const gaps: Gap[] = []
  const parties = profiles.map(profile => partyOf(profile, issues, gaps))
  return { scenario: { name, issues, parties }, gaps }
}

type Issue = Scenario['issues'][number]

function issuesOf(root: Element, file: string): Issue[] {
  const issues = issueElements(root).map((element): Issue => {
    const name = element.attributes.name ?? ''
    const kind = kindOf(element)
    if (kind === 'integer') {
      const { lower, upper } = bounds(element, file)
      return { name, type: 'integer', lower, upper }
    }
    if (kind !== 'discrete') {
      throw new Fault(`The issue "${name}" is of type ${kind}; discrete and integer ones are read.`, { place: file })
    }
    return { name, type: 'discrete', values: items(element).map(item => item.attributes.value ?? '') }
  })
  if (issues.length === 0) throw new Fault('There is no issue in this file.', { place: file })
  return issues
}

const issueElements = (root: Element): Element[] =>
  [...elements(root, 'issue')].sort((a, b) => Number(a.attributes.index ?? 0) - Number(b.attributes.index ?? 0))

const items = (issue: Element): Element[] =>
  issue.children
    .filter(child => child.name === 'item')
    .sort((a, b) => Number(a.attributes.index ?? 0) - Number(b.attributes.index ?? 0))

const kindOf = (issue: Element): string =>
  (issue.attributes.vtype ?? issue.attributes.etype ?? issue.attributes.type ?? 'discrete').toLowerCase()

function bounds(issue: Element, file: string): { lower: number; upper: number } {
  const range = issue.children.find(child => child.name === 'range') ?? issue
  const lower = Number(range.attributes.lowerbound)
  const upper = Number(range.attributes.upperbound)
  if (!Number.isInteger(lower) || !Number.isInteger(upper) || upper < lower || upper - lower > 1_000_000) {
    throw new Fault(`The bounds of "${issue.attributes.name}" are no whole numbers from low to high.`, { place: file })
  }
  return { lower, upper }
}

function partyOf(profile: NamedText, issues: readonly Issue[], gaps: Gap[]): Scenario['parties'][number] {
  const root = parseXml(profile.text, profile.name)
  const own = issueElements(root)
  const weightAt = new Map(
    [...elements(root, 'weight')].map(element => [element.attributes.index, element.attributes.value]),
  )
  const gap = (what: string) => gaps.push({ file: profile.name, what })
  const found = issues.map(
    (issue, i) => own.find(element => element.attributes.name === issue.name) ?? fallback(own, issues, i),
  )
  return {
    name: profile.name,
    weights: issues.map((issue, i) => {
      const weight = weightAt.get(found[i]?.attributes.index)
      if (weight === undefined) gap(`no weight for "${issue.name}": 0`)
      return decimal(weight ?? '0', profile.name, `weight of "${issue.name}"`)
    }),
    evaluations: issues.map((issue, i) => evaluationOf(issue, found[i], profile.name, gap)),
    reserved: attributeOf(root, 'reservation', 'value', profile.name),
    discount: attributeOf(root, 'discount_factor', 'value', profile.name),
  }
}

/** Profiles that misspell an issue are matched by position when they have as many issues as the domain. */
const fallback = (own: readonly Element[], issues: readonly Issue[], i: number): Element | undefined =>
  own.length === issues.length && !issues.some(issue => issue.name === own[i]?.attributes.name) ? own[i] : undefined

function evaluationOf(
  issue: Issue,
  element: Element | undefined,
  file: string,
  gap: (what: string) => void,
): Scenario['parties'][number]['evaluations'][number] {
  if (!element) gap(`the issue "${issue.name}" is missing: 0`)
  if (issue.type === 'integer') {
    const evaluator = element?.children.find(child => child.name === 'evaluator')
    if (element && !evaluator) gap(`no evaluator for "${issue.name}": 0`)
    return {
      ftype: 'linear',
      offset: decimal(evaluator?.attributes.offset ?? '0', file, `offset of "${issue.name}"`),
      slope: decimal(
        evaluator?.attributes.slope ?? evaluator?.attributes.parameter1 ?? '0',
        file,
        `slope of "${issue.name}"`,
      ),
    }
  }
  const given = new Map(
    items(element ?? { name: '', attributes: {}, children: [] }).map(item => [item.attributes.value, item]),
  )
  return issue.values.map(value => {
    const evaluation = given.get(value)?.attributes.evaluation
    if (element && evaluation === undefined) gap(`no value for "${issue.name}: ${value}": 0`)
    return evaluation === undefined ? null : decimal(evaluation, file, `value of "${issue.name}: ${value}"`)
  })
}

function attributeOf(root: Element, name: string, attribute: string, file: string): string | null {
  const [element] = elements(root, name)
  const value = element?.attributes[attribute]
  return value === undefined ? null : decimal(value, file, name)
}

function decimal(text: string, file: string, what: string): string {
  try {
    ratioOf(text)
    return text.trim()
  } catch {
    throw new Fault(`The ${what} is "${text}".`, { place: file, mend: 'Write a decimal number.' })
  }
}

/** Reads a profile of hyper-rectangles; issues are numbered from 0 in the order of their index. */
export function readRectangles({ name, text }: NamedText): RectangleProfile {
  const root = parseXml(text, name)
  const [ufun] = elements(root, 'ufun')
  const range = (of: Element): [number, number, number] => [
    Number(of.attributes.index) - 1,
    Number(of.attributes.min),
    Number(of.attributes.max),
  ]
  return {
    maxUtility: Number(ufun?.attributes.maxutility ?? 1),
    reserved: attributeOf(root, 'reservation', 'value', name),
    discount: attributeOf(root, 'discount_factor', 'value', name),
    rectangles: [...elements(root, 'hyperRectangle')].map(rectangle => {
      const bounds = (kind: string) => rectangle.children.filter(child => child.name === kind).map(range)
      const u = Number(rectangle.attributes.utility)
      const ex = bounds('EXCLUDES')
      return { u, in: bounds('INCLUDES'), ...(ex.length > 0 ? { ex } : {}) }
    }),
  }
}

/** The domain file of a scenario. */
export const writeGeniusDomain = (scenario: Scenario): string =>
  `<negotiation_template>\n${utilitySpace(scenario, issue =>
    issue.type === 'discrete' ? issue.values.map((value, i) => item(value, i)).join('') : range(issue),
  )}</negotiation_template>\n`

/** The profile of one party. Values that were never given are left out. */
export function writeGeniusProfile(scenario: Scenario, party: number): string {
  const profile = scenario.parties[party]
  if (!profile) throw new RangeError(`There is no party ${party}.`)
  const space = utilitySpace(
    scenario,
    (issue, i) => {
      const given = profile.evaluations[i] ?? []
      if (issue.type === 'integer')
        return range(issue) + (Array.isArray(given) ? '' : evaluator(given.offset, given.slope))
      const values = Array.isArray(given) ? given : []
      return issue.values.map((value, option) => item(value, option, values[option] ?? undefined)).join('')
    },
    profile.weights.map((weight, i) => `      <weight index="${i + 1}" value="${escaped(weight)}"/>\n`).join(''),
  )
  const extra = [
    profile.reserved == null ? '' : `  <reservation value="${escaped(profile.reserved)}"/>\n`,
    profile.discount == null ? '' : `  <discount_factor value="${escaped(profile.discount)}"/>\n`,
  ].join('')
  return space.replace(/<\/utility_space>\n$/, () => `${extra}</utility_space>\n`)
}

function utilitySpace(scenario: Scenario, content: (issue: Issue, i: number) => string, after = ''): string {
  const issues = scenario.issues.map(
    (issue, i) =>
      `      <issue index="${i + 1}" name="${escaped(issue.name)}" etype="${issue.type}" type="${issue.type}" vtype="${issue.type}"` +
      `${issue.type === 'integer' ? ` lowerbound="${issue.lower}" upperbound="${issue.upper}"` : ''}>\n${content(issue, i)}      </issue>\n`,
  )
  return (
    `<utility_space type="any" number_of_issues="${issues.length}">\n` +
    `    <objective index="0" etype="objective" type="objective" description="" name="any">\n${issues.join('')}${after}    </objective>\n` +
    '</utility_space>\n'
  )
}

const item = (value: string, i: number, evaluation?: string): string =>
  `        <item index="${i + 1}" value="${escaped(value)}"${evaluation === undefined ? '' : ` evaluation="${escaped(evaluation)}"`}/>\n`

const range = ({ lower, upper }: { lower: number; upper: number }): string =>
  `        <range lowerbound="${lower}" upperbound="${upper}"/>\n`

const evaluator = (offset: string, slope: string): string =>
  `        <evaluator ftype="linear" offset="${escaped(offset)}" slope="${escaped(slope)}"/>\n`
