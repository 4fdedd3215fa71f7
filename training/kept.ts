import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Makes a value, or takes it from an earlier run that was interrupted. */
export type Kept = <T>(name: string, make: () => T) => T

/** Keeps each step of a long training in `folder`; without a folder nothing is kept. */
export function keptIn(folder: string | undefined): Kept {
  if (folder === undefined) return (_, make) => make()
  mkdirSync(folder, { recursive: true })
  return <T>(name: string, make: () => T) => {
    const path = join(folder, `${name}.v8`)
    if (existsSync(path)) return deserialize(readFileSync(path)) as T
    const made = make()
    writeFileSync(path, serialize(made))
    return made
  }
}
