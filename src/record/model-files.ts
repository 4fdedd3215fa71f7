import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The bytes of a file in the package's `models/` folder. */
export function modelFile(name: string): Uint8Array {
  return readFileSync(join(packageFolder(), 'models', name))
}

/** The folder of Parley's own package.json, from the source tree as from the bundle. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder of the parley package was not found.')
    folder = above
  }
  return folder
}
