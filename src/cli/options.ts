import { InvalidArgumentError, Option } from 'commander'
import { type Field, fields } from '../reports/sources/fields.js'

/** The same three on every command that reads statements. */
export function readerOption(): Option {
  return new Option('--reader <name>', 'who reads: the rules alone, or also a language model where they are in doubt')
    .choices(['rules', 'llm'])
    .default('rules')
}
export const readerUrl = [
  '--reader-url <address>',
  'with --reader llm: an OpenAI-compatible endpoint (PARLEY_READER_URL)',
] as const
export const readerModel = [
  '--reader-model <name>',
  'with --reader llm: the model to ask there (PARLEY_READER_MODEL)',
] as const

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ ${line}`).join('\n')}\n`
}

export function fieldOption(): Option {
  return new Option(
    '--field <ours=theirs...>',
    `of JSON lines, which field is which of ours: ${fields.join(', ')}`,
  ).argParser(withField)
}

/** `text=content` added to the fields named before it. */
export function withField(
  pair: string,
  before: Partial<Record<Field, string>> | undefined,
): Partial<Record<Field, string>> {
  const at = pair.indexOf('=')
  const ours = fields.find(field => field === pair.slice(0, at))
  if (at < 0 || !ours || at === pair.length - 1)
    throw new InvalidArgumentError(`Expected OURS=THEIRS, OURS being one of ${fields.join(', ')}.`)
  return { ...before, [ours]: pair.slice(at + 1) }
}

export function withColumn(pair: string, before: Record<string, string> | undefined): Record<string, string> {
  const at = pair.indexOf('=')
  if (at < 1 || at === pair.length - 1) throw new InvalidArgumentError('Expected OURS=THEIRS: known=reported_on.')
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) }
}

export function isoDay(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (!isDay) throw new InvalidArgumentError('Expected a day: 2025-05-17.')
  return value
}

export function wholeDays(value: string): number {
  const days = Number(value)
  if (!Number.isInteger(days) || days < 1 || days > 3660) throw new InvalidArgumentError('Expected 1 to 3660 days.')
  return days
}

export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 1_000_000)
    throw new InvalidArgumentError('Expected a whole number from 0 to 1,000,000.')
  return number
}

export function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('Expected a whole number from 0 to 65535.')
  return number
}
