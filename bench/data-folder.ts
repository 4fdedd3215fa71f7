import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with the labelled sets, named itself or by the folder above it. */
export function dataFolder(given: string): string {
  const within = join(given, 'data')
  return existsSync(within) ? within : given
}
