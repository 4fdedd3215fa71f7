import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The text of a file and a version that is another whenever the text is. */
export interface StoredText {
  readonly text: string
  readonly version: string
}

/** One text file of a case folder, and nothing else of it. */
export interface TextStore {
  /** Null where there is none. */
  read(): Promise<StoredText | null>
  /**
   * Writes the whole text at once: whoever reads meanwhile sees the old text or the new, never half of one.
   *
   * @param version of the text that is to be replaced; null: there must be none
   * @returns null where the file is another than `version`; nothing is written then
   */
  write(text: string, version: string | null): Promise<StoredText | null>
}

/** The store of the file `name` in a case folder; null where `folder` is no folder. */
export async function textStore(folder: string, name: string): Promise<TextStore | null> {
  const isFolder = await stat(folder).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return null
  const file = join(folder, name)
  const read = async (): Promise<StoredText | null> => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    return text === null ? null : { text, version: versionOf(text) }
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    read,
    write(text, version) {
      // One after the other: a look at the version and the writing belong together.
      const written = turn.then(async () => {
        const now = await read()
        if ((now?.version ?? null) !== version) return null
        await replace(file, text)
        return { text, version: versionOf(text) }
      })
      turn = written.catch(() => undefined)
      return written
    },
  }
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Through a file beside it, which takes its place: a link is replaced, not followed. */
async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await open(beside, 'wx', 0o644)
    try {
      await handle.writeFile(text, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
