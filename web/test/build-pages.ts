import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Before the tests: builds the pages where they are missing or older than what they are made of. */
export async function setup(): Promise<void> {
  const built = modified(join(root, 'dist/web/index.html'))
  const sources = readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' })
    .filter(file => !file.startsWith('test'))
    .map(file => join(root, 'web', file))
  const newest = Math.max(
    ...[...sources, join(root, 'src/positions/act-signs.json'), join(root, 'package-lock.json')].map(modified),
  )
  if (built < newest) await build({ configFile: join(root, 'vite.web.config.ts') })
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
