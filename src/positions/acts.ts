import { type Gazetteer, worldGazetteer } from '../actors/gazetteer.js'
import { hull, type Span } from '../language/span.js'
import { type Sentence, sentences, type Word } from '../language/words.js'
import type { Report, ReportId } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'
import type { Act, Condition } from './act.js'
import { actFeatures } from './act-model/features.js'
import { type ActModel, judge } from './act-model/model.js'
import { conditions, hypotheticalSubject } from './conditions.js'
import { type IssueDefinition, issueDefinitions } from './definitions.js'
import { type IssueFinder, issueFinder } from './issues.js'
import { type Context, issuesIn, issuesOf, type Topic } from './issues-of.js'
import { type Frame, type Reading, readAct } from './reading.js'
import { isRedLine } from './red-line.js'
import { actWithin } from './sentence-act.js'
import { type PartyNames, partyNames, reportedParty, targetOf } from './target.js'
import { without } from './without.js'

/**
 * What each statement does, on which issues, under which condition; one act a statement, in the order of the statements.
 *
 * `gazetteer`: who is meant by a name besides the speakers themselves, for targets and for acts told of others.
 * `model`: decides where the rules are silent; without it they stay so.
 * An act that no words bear out is null: there is no default. Statements of reports that are not given are left out.
 * Linear in the statements and the sentences around them.
 */
export function acts(
  statements: readonly Statement[],
  reports: readonly Report[],
  issues: readonly IssueDefinition[] = issueDefinitions,
  gazetteer: Gazetteer = worldGazetteer(),
  model: ActModel | null = null,
): Act[] {
  const finder = issueFinder(issues)
  const names = partyNames(statements, gazetteer)
  const contexts = new Map(reports.map(report => [report.id, contextOf(report, finder)]))
  const topics = new Map<ReportId, Topic[]>()
  const byReport = new Map<ReportId, Statement[]>()
  for (const statement of statements) {
    byReport.set(statement.report, [...(byReport.get(statement.report) ?? []), statement])
  }
  return statements.flatMap(statement => {
    const context = contexts.get(statement.report)
    if (!context) return []
    const earlier = topics.get(statement.report) ?? []
    const beside = byReport.get(statement.report) ?? []
    const act = actOf(statement, context, { earlier, beside }, { finder, names, model })
    const { start, end } = statement
    topics.set(statement.report, [...earlier, { start, end, issues: act.issues }])
    return [act]
  })
}

function contextOf(report: Report, finder: IssueFinder): Context {
  const parts = report.headline ? [report.headline, ...report.body] : report.body
  const found = [...parts]
    .sort((a, b) => a.start - b.start)
    .flatMap(span => sentences(report.text, span))
    .map(sentence => ({ ...sentence, issues: issuesIn(report.text.slice(sentence.start, sentence.end), finder) }))
  return { report: report.id, text: report.text, sentences: found }
}

/** The report's statements: what those before this one are about, and all of them. */
interface Around {
  readonly earlier: readonly Topic[]
  readonly beside: readonly Statement[]
}

/** What is known beyond the statement and its report. */
interface Known {
  readonly finder: IssueFinder
  readonly names: PartyNames
  readonly model: ActModel | null
}

function actOf(
  statement: Statement,
  context: Context,
  { earlier, beside }: Around,
  { finder, names, model }: Known,
): Act {
  const own = context.sentences.filter(sentence => sentence.start < statement.end && statement.start < sentence.end)
  const from = startWithNegator(statement, own)
  const words = own.flatMap(sentence => sentence.words).filter(word => word.start >= from && word.end <= statement.end)
  const found = own
    .flatMap(sentence => conditions(sentence, context.text))
    .filter(condition => isOf(condition, statement, own, context.text) || isLeftTo(condition, statement, own, beside))
  const frame = frameOf(statement, words, found)
  const reading = completed(readAct(words, frame), words, statement, model)
  const party = (statement.principal ?? statement.speaker).party
  const warns = reading.act === 'THREATEN' || reading.act === 'DOUBT'
  const condition = found[0] ?? (warns ? hypotheticalSubject(words, context.text) : null)
  const contentFrom = words.findIndex(word => statement.content.some(({ start }) => start <= word.start))
  const reported = statement.direct ? null : reportedParty(reading, words, contentFrom, party, names)
  const occasion = found.filter(({ kind }) => kind === 'as-part-of' || kind === 'or-else')
  const issues = issuesOf(statement, found, occasion, context, finder, earlier)
  return {
    statement,
    party,
    act: reported ? 'STATE' : reading.act,
    confidence: reading.confidence,
    cue: reading.cue ? spanOf(words, reading.cue) : null,
    issues,
    negated: reading.negated,
    strength: reading.strength,
    mode: reading.mode,
    condition,
    redLine:
      reported === null && isRedLine(reading, condition, words, context.text.slice(statement.start, statement.end)),
    ...targetOf(reading, words, party, names),
    said: saidIn(statement, found, context),
    awaits: condition ? issuesIn(condition.text, finder) : [],
    reports: reported && reading.act ? { party: reported, act: reading.act } : null,
  }
}

/** Where the statement starts, with a "nor would" or "neither will" that opens its sentence and was left before it. */
function startWithNegator(statement: Statement, own: readonly Sentence[]): number {
  const first = own[0]?.words.find(word => word.pos !== 'PUNCT')
  if (!first || !/^(?:nor|neither|never|under|no)$/i.test(first.text) || first.start >= statement.start)
    return statement.start
  const between = own[0]?.words.filter(word => word.start > first.start && word.end <= statement.start) ?? []
  return between.length <= 3 && between.every(({ pos }) => pos === 'AUX' || pos === 'NOUN')
    ? first.start
    : statement.start
}

/** Whether a condition stands in the statement, opens its sentence right before it, or follows it: "If they leave, she said, ..." */
function isOf(condition: Condition, statement: Statement, own: readonly Span[], text: string): boolean {
  if (condition.start < statement.end && statement.start < condition.end) return true
  const isGap = (start: number, end: number) => start <= end && /^[\s,"'“”‘’–-]*$/.test(text.slice(start, end))
  if (isGap(statement.end, condition.start)) return true
  return isGap(condition.end, statement.start) && own.some(({ start }) => isGap(start, condition.start))
}

/**
 * Whether a condition that stands in no statement goes on from this one: "It would leave, he said on Monday, once ...".
 *
 * It belongs to the last statement of its sentence that ends before it.
 */
function isLeftTo(
  condition: Condition,
  statement: Statement,
  own: readonly Span[],
  beside: readonly Statement[],
): boolean {
  const sentence = own.find(({ start, end }) => start <= condition.start && condition.end <= end)
  if (!sentence || statement.end > condition.start) return false
  return !beside.some(
    other =>
      (other.start < condition.end && condition.start < other.end) ||
      (other.end <= condition.start && other.end > statement.end),
  )
}

/** From this confidence on the model may speak where the rules are silent: of such answers four in five are right. */
const sureEnough = 0.8

/** The reading, with the model's act where no cue decides and the model is sure. */
function completed(reading: Reading, words: readonly Word[], statement: Statement, model: ActModel | null): Reading {
  if (!model || reading.act !== null) return reading
  const { plover, confidence } = judge(model, actFeatures(words, statement.source, []))
  if (plover === null || confidence < sureEnough) return reading
  return { ...reading, act: actWithin(plover, reading), confidence }
}

function frameOf(statement: Statement, words: readonly Word[], found: readonly Condition[]): Frame {
  const indices = (spans: readonly Span[]) =>
    words.flatMap((word, i) => (spans.some(span => word.start < span.end && span.start < word.end) ? [i] : []))
  const source = indices(statement.source)
  const aside = [
    // What a deal must include is the demand itself, not a clause beside it.
    ...found.filter(({ kind }) => kind !== 'must-include').map(condition => indices([condition])),
    source.filter(i => !indices(statement.cue).includes(i)),
  ]
  return {
    direct: statement.direct,
    conditional: found.some(({ kind }) => kind !== 'must-include' && kind !== 'as-part-of'),
    ifFailing: found.some(isFailure),
    cue: indices(statement.cue),
    aside: aside.flatMap(list => {
      const from = list[0]
      const last = list.at(-1)
      return from === undefined || last === undefined ? [] : [{ from, until: last + 1 }]
    }),
  }
}

/** Whether a condition is that something does not come about or comes to grief: what follows then is no favour. */
function isFailure({ kind, text }: Condition): boolean {
  return kind === 'unless' || (kind === 'if' && failing.test(text))
}

const failing =
  /\b(?:fail\w*|collaps\w*|founder\w*|break\w* down|refus\w*|reject\w*|resum\w*|restart\w*|attack\w*|struck|provok\w*|threaten\w*|invad\w*|continu\w*|violat\w*|breach\w*|cross\w*|persist\w*|not|no|nothing|ha(?:s|ve) to|come back|came back|still)\b/i

function spanOf(words: readonly Word[], { from, until }: NonNullable<Reading['cue']>): Span | null {
  return hull(words.slice(from, until)) ?? null
}

function saidIn(statement: Statement, found: readonly Condition[], { text }: Context): string {
  const spans = statement.content.length > 0 ? statement.content : [statement]
  const rest = spans.flatMap(span =>
    without(
      span,
      found.filter(({ kind }) => kind !== 'must-include'),
    ),
  )
  return (
    rest
      .map(span => text.slice(span.start, span.end).trim())
      .join(' ')
      .replace(/\s+/g, ' ')
      // What a cut-out condition leaves at its edges.
      .replace(/ (?=[.,;:!?])/g, '')
      .replace(/^(?:[\s,;.]|(?:today |yesterday )?that )+|[\s,;.]+$/g, '')
  )
}
