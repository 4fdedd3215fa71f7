import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { StageLine } from './stages/filter.js'

/** A line as it was read: an object, or why it is none; lines count from 1. */
export type ReadLine = { readonly value: StageLine } | { readonly line: number; readonly error: string }

/** Longest line that is read; a longer one comes back as an error. */
const lineLimit = 64 * 1024 * 1024

/** The objects of a stream of JSON lines, one at a time; blank lines are skipped. */
export async function* jsonLines(input: Readable): AsyncGenerator<ReadLine> {
  let number = 0
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    // A byte order mark is white space to `trim`, and no JSON.
    if (raw.trim() !== '') yield parseLine(number === 1 ? raw.trimStart() : raw, number)
  }
}

function parseLine(raw: string, line: number): ReadLine {
  if (raw.length > lineLimit) return { line, error: `The line is longer than ${lineLimit} characters.` }
  try {
    const value: unknown = JSON.parse(raw)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { value: value as StageLine } : { line, error: 'Expected a JSON object on the line.' }
  } catch (error) {
    return { line, error: messageOf(error) }
  }
}

/** What an error says, of whatever kind it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
