import { slice } from '../language/span.js'
import type { Act, IssueId } from '../positions/act.js'
import { type Option, refusing, wanting } from '../positions/options/option.js'
import type { OptionPosition, Position } from '../positions/position.js'
import type { Report } from '../reports/report.js'
import { type Evidence, type Given, type ModelText, nameSchema } from './model.js'
import { modelText } from './model-file.js'

/** What a draft is made from: the part of the record that says who wants what. */
export interface Stances {
  readonly parties: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly issues: readonly { readonly id: IssueId; readonly name: string }[]
  readonly reports: readonly Pick<Report, 'id' | 'text'>[]
  readonly acts: readonly Act[]
  readonly options: readonly Option[]
  readonly positions: readonly Position[]
}

/** What an issue is left at where nothing is agreed on it. */
const open = 'not agreed'
/** What is wanted or refused of an issue where nobody says more; beside options that are named, and alone. */
const unspecified = { beside: 'agreed, form not specified', alone: 'agreed' }

const most = { parties: 12, issues: 60, options: 40, sentences: 6 }

/**
 * A first model from the record, for the analyst to correct.
 *
 * Every issue that some party takes a stance on has the options that the record found in it, and `not agreed`. What a party
 * wants it likes better than `not agreed`, what it rejects less, with the sentences that say so. A red line on what it rejects
 * rules that option out; one on what it demands rules out only that nothing is agreed, since another option may hold it too.
 * What nobody said, what is said under a condition, and what voices of one party say differently stays unknown. How much
 * issues matter is never in the reports. Mediators and outside voices have no veto, and are left out where two others remain.
 */
export function draftModel(name: string, stances: Stances): ModelText {
  const { parties, issues, positions } = stances
  const speaking = parties.filter(({ id }) => positions.some(one => one.party === id && one.options.some(isStance)))
  const sides = speaking.filter(({ role }) => role !== 'outside' && role !== 'mediator')
  const seated = (sides.length > 1 ? sides : speaking).slice(0, most.parties)
  const told = positions.filter(({ party }) => seated.some(({ id }) => id === party))
  const tables = issues.flatMap(issue => table(issue, stances.options, told) ?? []).slice(0, most.issues)
  const evidence = sentencesOf(stances)
  return {
    name: shown(name) ?? 'Unnamed model',
    issues: tables.map(({ issue, names }) => ({ id: issue.id, name: issue.name, options: [...names.values(), open] })),
    parties: seated.map(party => {
      const own = tables.flatMap(({ issue, names }) => {
        const position = told.find(one => one.party === party.id && one.issue === issue.id)
        const stands = (position?.options ?? []).filter(one => isStance(one) && names.has(one.option))
        return stands.length > 0 ? [{ issue: issue.id, names, stands }] : []
      })
      return {
        id: party.id,
        name: party.name,
        weights: { given: 'unknown' as const, evidence: 'assumed' as const },
        values: Object.fromEntries(
          own.map(({ issue, names, stands }) => [
            issue,
            { given: preference(stands, names), evidence: evidence(stands) },
          ]),
        ),
        reserve: {
          given: Object.fromEntries(tables.map(({ issue }) => [issue.id, open])),
          evidence: 'assumed' as const,
        },
        redLines: own.flatMap(({ issue, names, stands }) =>
          stands
            .filter(one => one.redLine && !one.conditional && one.contested === null)
            .map(one => ({
              never: { [issue]: refusing.has(one.latest) ? (names.get(one.option) as string) : open },
              evidence: evidence([one]),
            })),
        ),
      }
    }),
  }
}

const heading = `# A draft from the record: who said what they want, and what they refuse. Edit it; comments stay.
# - The options of one issue exclude each other here. Where two can hold together, make two issues of them; where two say
#   the same, make them one.
# - Wanted is better than "${open}", refused is worse; an option that a party said nothing of is left out: unknown.
# - What a party says only under a condition stands as unknown, with its sentence.
# - What each has without an agreement is assumed to be "${open}" on every issue, and how much issues matter is unknown.
`

/** The draft as the text of a `model.yaml`, with what an analyst should know of it; null: no party takes a stance on anything. */
export function draftText(model: ModelText, schema?: string): string | null {
  return model.issues.length === 0 || model.parties.length === 0 ? null : modelText(model, { schema, heading })
}

const isStance = ({ latest }: OptionPosition): boolean => wanting.has(latest) || refusing.has(latest)

/** An issue with the names of its options, by id; null where nobody takes a stance on any. */
function table(
  issue: Stances['issues'][number],
  options: readonly Option[],
  told: readonly Position[],
): { issue: Stances['issues'][number]; names: ReadonlyMap<string, string> } | null {
  const standsOn = new Set(
    told.filter(one => one.issue === issue.id).flatMap(one => one.options.filter(isStance).map(({ option }) => option)),
  )
  const here = options.filter(({ id }) => standsOn.has(id)).slice(0, most.options)
  const names = new Map<string, string>()
  const taken = new Set([open])
  for (const { id, kind, name } of here) {
    const plain =
      kind === 'unspecified' ? (here.length > 1 ? unspecified.beside : unspecified.alone) : (shown(name) ?? id)
    const own = [plain, ...here.map((_, n) => `${plain.slice(0, 190)} (${n + 2})`)].find(one => !taken.has(one)) ?? id
    taken.add(own)
    names.set(id, own)
  }
  return names.size > 0 ? { issue, names } : null
}

/** The words as a name of a model may hold them, or null. */
function shown(words: string): string | null {
  const plain = words
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 180)
    .trim()
  return nameSchema.safeParse(plain).success ? plain : null
}

/**
 * What is wanted before `not agreed`, what is refused after it. Where several stand on one side, which of them is better is
 * not known: each is then somewhere on its side of `not agreed`.
 */
function preference(stands: readonly OptionPosition[], names: ReadonlyMap<string, string>): Given {
  const sure = stands.filter(one => !one.conditional && one.contested === null)
  const named = (on: ReadonlySet<string>) =>
    sure.filter(one => on.has(one.latest)).map(one => names.get(one.option) as string)
  const wanted = named(wanting)
  const refused = named(refusing)
  if (wanted.length + refused.length === 0) return 'unknown'
  if (wanted.length < 2 && refused.length < 2) return [...wanted, open, ...refused]
  const middle = refused.length === 0 ? 0 : wanted.length === 0 ? 1 : 0.5
  return Object.fromEntries([
    ...wanted.map((one): [string, [number, number]] => [one, [middle, 1]]),
    [open, middle],
    ...refused.map((one): [string, [number, number]] => [one, [0, middle]]),
  ])
}

/** The sentences of the latest acts, as the reports have them; of each option's first ones, the rest says the same. */
function sentencesOf({ acts, reports }: Stances): (stands: readonly OptionPosition[]) => Evidence {
  const statements = new Map(acts.map(({ statement }) => [statement.id, statement]))
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  return stands => {
    const latest = stands.map(one => one.history.at(-1)?.statements ?? [])
    const each = Math.max(1, Math.floor(most.sentences / stands.length))
    const found = [...new Set(latest.flatMap(ids => ids.slice(0, each)))].flatMap(id => {
      const of = statements.get(id)
      const quote = of && slice(texts.get(of.report) ?? '', of).slice(0, 2000)
      return of && quote ? [{ report: of.report, start: of.start, end: of.end, quote }] : []
    })
    return found.length > 0 ? found : 'assumed'
  }
}
