import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { Fault } from '../fault.js'

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/**
 * The built pages of `folder` by their path, `/index.html` and so on.
 *
 * They are read once: a request can name only what stood there at the start, so no path leads out of the folder.
 * @throws Fault where the pages were not built
 */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Fault('The pages are not built.', { place: folder, mend: 'Run `npm run build` in Parley’s folder.' })
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const type = types[extname(path)] ?? 'application/octet-stream'
      return [path.slice(folder.length).split(sep).join('/'), { type, bytes: new Uint8Array(readFileSync(path)) }]
    }),
  )
}
