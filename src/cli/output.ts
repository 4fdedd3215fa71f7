import { writeFile } from 'node:fs/promises'
import { Fault } from '../fault.js'
import type { Effects } from './effects.js'

/** Hands `text` to the file that the user named, or to standard output. */
export async function deliver(text: string, file: string | undefined, effects: Effects): Promise<void> {
  if (file === undefined) return effects.out(text)
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
