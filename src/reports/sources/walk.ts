import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { Refusal } from '../report.js'
import { deepest } from './limits.js'

/** A file to read: where it is, and how reports name it. */
export interface Found {
  readonly path: string
  readonly place: string
}

/** Files and folders of a case folder that are not reports. */
const ownFiles =
  /^proposals$|^(?:case|model|agreement|rulings?)\.ya?ml$|^(?:incidents|outlets|actors)\.csv$|\.ya?ml$|\.csv$/i

/**
 * The files under `given`, in order of their paths; what cannot be followed comes as a refusal.
 *
 * A folder with a `reports/` folder in it is a case: only that folder is read. Hidden files and links out of the folder are left alone.
 */
export async function walk(given: string): Promise<(Found | Refusal)[]> {
  let kind: Awaited<ReturnType<typeof stat>>
  try {
    kind = await stat(given)
  } catch {
    return [{ place: given, reason: 'There is no such file or folder.', mend: 'Check the path for typing errors.' }]
  }
  if (!kind.isDirectory()) {
    if (kind.isFile()) return [{ path: given, place: basename(given) }]
    return [{ place: given, reason: 'This is neither a file nor a folder.', mend: 'Name a file or a folder.' }]
  }
  const top = await realpath(given)
  const inner = join(top, 'reports')
  const isCase = await stat(inner).then(
    found => found.isDirectory(),
    () => false,
  )
  const found: (Found | Refusal)[] = []
  await collect(isCase ? inner : top, top, 0, found)
  if (found.length > 0) return found
  return [
    {
      place: isCase ? join(given, 'reports') : given,
      reason: 'The folder is empty.',
      mend: 'Put reports into it: txt, md, html, eml, docx, pdf, jsonl, feeds (rss, atom, json), warc or lists of addresses (urls).',
    },
  ]
}

async function collect(folder: string, top: string, depth: number, found: (Found | Refusal)[]): Promise<void> {
  const place = (path: string) => relative(top, path).split(sep).join('/')
  if (depth > deepest) {
    found.push({
      place: place(folder),
      reason: `More than ${deepest} folders within folders.`,
      mend: 'Move the reports up.',
    })
    return
  }
  let names: string[]
  try {
    names = (await readdir(folder)).sort()
  } catch {
    found.push({ place: place(folder), reason: 'The folder cannot be opened.', mend: 'Allow reading it (chmod u+rx).' })
    return
  }
  for (const name of names) {
    if (name.startsWith('.') || (folder === top && ownFiles.test(name))) continue
    const path = join(folder, name)
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) {
      // A link to a folder could lead in a circle, one out of the folder to what nobody meant to read.
      const target = await realpath(path).catch(() => null)
      const inside = target?.startsWith(top + sep) && (await stat(path)).isFile()
      if (!inside)
        found.push({
          place: place(path),
          reason: 'This link leads out of the folder or nowhere.',
          mend: 'Copy the file itself here.',
        })
      else found.push({ path, place: place(path) })
    } else if (entry.isDirectory()) await collect(path, top, depth + 1, found)
    else if (entry.isFile()) found.push({ path, place: place(path) })
  }
}
