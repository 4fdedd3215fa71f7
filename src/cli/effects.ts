import { once } from 'node:events'
import { stderr, stdin, stdout } from 'node:process'
import type { Readable } from 'node:stream'
import pc from 'picocolors'

/** Everything a command does to the world beyond files: tests hand in their own. */
export interface Effects {
  /** Data: what a pipeline reads. */
  out(text: string): void
  /** Resolves when the reader of the data has taken what was written: a slow reader must not fill the memory. */
  drained(): Promise<void>
  /** Messages: what a person reads. */
  err(text: string): void
  readonly input: Readable
  /** Whether data goes to a person's terminal, with colour unless NO_COLOR is set. */
  readonly color: boolean
  /** Whether messages go to a person's terminal: progress is shown only there. */
  readonly interactive: boolean
  /** Columns of the terminal that reads the data. */
  readonly columns: number
}

export const realEffects: Effects = {
  out: text => void stdout.write(text),
  drained: async () => {
    if (stdout.writableNeedDrain) await once(stdout, 'drain')
  },
  err: text => void stderr.write(text),
  input: stdin,
  color: pc.isColorSupported && stdout.isTTY === true,
  interactive: stderr.isTTY === true,
  columns: stdout.columns ?? 100,
}

/** Exit codes of every command. */
export const exit = { done: 0, failed: 1, usage: 2, doneWithRefusals: 3 } as const
