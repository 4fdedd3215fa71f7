import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What was answered to a question, by the question's content. */
export interface AnswerCache {
  /** Undefined where the question is new, or its answer cannot be read. */
  get(question: string): Promise<unknown>
  set(question: string, answer: unknown): Promise<void>
}

/** One small JSON file an answer, named by the hash of its question: deleting the folder forgets all answers. */
export function answerFiles(folder = defaultFolder()): AnswerCache {
  const fileOf = (question: string) =>
    join(folder, `${createHash('sha256').update(question).digest('hex').slice(0, 40)}.json`)
  return {
    get: async question => {
      try {
        return JSON.parse(await readFile(fileOf(question), 'utf8'))
      } catch {
        // New, or cut off by a crash: asking again mends both.
        return undefined
      }
    },
    set: async (question, answer) => {
      const file = fileOf(question)
      await mkdir(folder, { recursive: true })
      // Written aside first: a second Parley never reads half an answer.
      await writeFile(`${file}.${process.pid}`, JSON.stringify(answer))
      await rename(`${file}.${process.pid}`, file)
    },
  }
}

/** Where the XDG base directory specification puts what can be had again. */
function defaultFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  return join(base, 'parley', 'second-reader')
}
