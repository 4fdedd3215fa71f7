import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { ModelManifest } from '../src/record/tagger-model.js'

/** Writes model files, compressed, and their sums into `manifest.json`; files of other names keep their entry. */
export function writeModels(folder: string, files: Readonly<Record<string, Uint8Array>>): ModelManifest {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const entries: Record<string, { bytes: number; sha256: string }> = { ...manifestAt(path).files }
  for (const [name, raw] of Object.entries(files)) {
    const bytes = brotliCompressSync(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    })
    writeFileSync(join(folder, name), bytes)
    entries[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const manifest = { files: Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))) }
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

function manifestAt(path: string): ModelManifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ModelManifest
  } catch {
    return { files: {} }
  }
}
