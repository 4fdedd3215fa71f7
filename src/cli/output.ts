import { writeFile } from 'node:fs/promises'
import { Fault } from '../fault.js'
import type { Effects } from './effects.js'

/**
 * Hands `text` to the file that the user named, or to standard output.
 *
 * @throws Fault of wrong usage for bytes without a file: a terminal is no place for them
 */
export async function deliver(text: string | Uint8Array, file: string | undefined, effects: Effects): Promise<void> {
  if (file === undefined) {
    if (typeof text === 'string') return effects.out(text)
    throw new Fault('This format is not text.', { mend: 'Name a file with -o.', exitCode: 2 })
  }
  try {
    await writeFile(file, text)
  } catch (cause) {
    throw new Fault(`The file could not be written: ${(cause as Error).message}`, {
      place: file,
      mend: 'Name a file in a folder that exists and that you may write to.',
      cause,
    })
  }
  effects.err(`written: ${file}\n`)
}
