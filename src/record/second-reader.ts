import { generateText, type LanguageModel, Output } from 'ai'
import type { Act } from '../positions/act.js'
import type { IssueDefinition } from '../positions/definitions.js'
import {
  type Answer,
  answerSchema,
  inDoubt,
  instructions,
  type Question,
  questionOf,
  withAnswer,
} from '../positions/second-reader.js'
import type { Report } from '../reports/report.js'
import type { AnswerCache } from './second-reader/answer-cache.js'

/** A language model that is asked about statements in doubt. */
export interface SecondReader {
  readonly model: LanguageModel
  /** As the record names it. */
  readonly name: string
  /** What it answered before, so that the same question is asked once. */
  readonly cache: AnswerCache
}

/** What came of asking: every question is one of these. */
export interface SecondReadings {
  readonly acts: readonly Act[]
  /** Answers that decided an act or its issues. */
  readonly taken: number
  /** Answers that said nothing new, or did not quote the report word for word. */
  readonly dropped: number
  /** Questions without a usable answer; the acts stay as they were. */
  readonly failed: readonly string[]
  /** Answers that came from the cache. */
  readonly known: number
}

/** How many questions are under way at a time, how long one may take, how long an answer may be (in tokens). */
const limits = { atOnce: 4, milliseconds: 60_000, tokens: 800 } as const

/** Asks a second reader about the acts in doubt. An answer that fails leaves its act as it was and is told, never thrown. */
export async function withSecondReader(
  acts: readonly Act[],
  reports: readonly Report[],
  issues: readonly IssueDefinition[],
  reader: SecondReader,
  onAnswer: (answered: number, of: number) => void = () => {},
): Promise<SecondReadings> {
  const texts = new Map(reports.map(report => [report.id, report]))
  const doubtful = inDoubt(acts).flatMap(act => {
    const report = texts.get(act.statement.report)
    return report ? [{ act, question: questionOf(act, report, issues) }] : []
  })
  const read = new Map<Act, Act>()
  const failed: string[] = []
  let known = 0
  let answered = 0
  const waiting = doubtful.values()
  const work = async () => {
    for (const { act, question } of waiting) {
      try {
        const { answer, cached } = await answerTo(question, reader)
        if (cached) known += 1
        read.set(act, withAnswer(act, question, answer, reader.name))
      } catch (error) {
        failed.push(reasonOf(error))
      }
      answered += 1
      onAnswer(answered, doubtful.length)
    }
  }
  await Promise.all(Array.from({ length: limits.atOnce }, work))
  const taken = [...read].filter(([before, after]) => before !== after).length
  return { acts: acts.map(act => read.get(act) ?? act), taken, dropped: read.size - taken, failed, known }
}

async function answerTo(question: Question, reader: SecondReader): Promise<{ answer: Answer; cached: boolean }> {
  const asked = JSON.stringify([reader.name, instructions, question])
  const before = answerSchema.safeParse(await reader.cache.get(asked))
  if (before.success) return { answer: before.data, cached: true }
  const { output } = await generateText({
    model: reader.model,
    system: instructions,
    prompt: JSON.stringify(question),
    output: Output.object({ schema: answerSchema }),
    temperature: 0,
    maxRetries: 1,
    maxOutputTokens: limits.tokens,
    abortSignal: AbortSignal.timeout(limits.milliseconds),
  })
  await reader.cache.set(asked, output)
  return { answer: output, cached: false }
}

/** The first line of what went wrong, short enough for a message. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 200)
}
