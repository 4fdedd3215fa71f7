import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Report, wholeText } from '../src/reports/report.js'

/** A labelled report: which text it derives from, which event it tells. */
export interface Labelled {
  readonly report: Report
  readonly kin: string
  readonly story: string | null
  readonly source: string
  /** Reports that share this go into one fold of cross-validation. */
  readonly fold: string
}

interface Row {
  readonly id: string
  readonly text: string
  readonly origin?: string
  readonly story?: string
  readonly source?: string
  readonly date?: string | null
  readonly title?: string | null
}

export function rowsOf(data: string, name: string): Row[] {
  return gunzipSync(readFileSync(join(data, 'reports', `${name}.dev.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
}

export function reportOfRow({ id, text, date, title }: Row): Report {
  return {
    id,
    place: '-',
    outlet: null,
    url: null,
    title: title || null,
    byline: null,
    date: date ? { value: date, precision: 'day', from: 'given' } : null,
    language: 'en',
    text,
    sha256: '',
    body: wholeText(text),
    headline: null,
    removed: [],
  }
}

/** Fold of a label, 0 to `folds - 1`, always the same. */
export function foldOf(label: string, folds: number): number {
  let hash = 7
  for (let at = 0; at < label.length; at++) hash = Math.imul(hash ^ label.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 13)
  return (hash >>> 0) % folds
}

/** Pairwise and B-cubed precision and recall of groups against labels. */
export function agreement(labels: readonly string[], groups: ArrayLike<number>) {
  const cells = new Map<string, number>()
  const byLabel = new Map<string, number>()
  const byGroup = new Map<number, number>()
  labels.forEach((label, at) => {
    const group = groups[at]!
    cells.set(`${label}\n${group}`, (cells.get(`${label}\n${group}`) ?? 0) + 1)
    byLabel.set(label, (byLabel.get(label) ?? 0) + 1)
    byGroup.set(group, (byGroup.get(group) ?? 0) + 1)
  })
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const f1 = (p: number, r: number) => (p + r > 0 ? (2 * p * r) / (p + r) : 0)
  let precision = 0
  let recall = 0
  for (const [key, count] of cells) {
    const [label, group] = key.split('\n') as [string, string]
    precision += (count * count) / byGroup.get(Number(group))! / labels.length
    recall += (count * count) / byLabel.get(label)! / labels.length
  }
  const same = pairs(cells.values())
  const p = same / Math.max(1, pairs(byGroup.values()))
  const r = same / Math.max(1, pairs(byLabel.values()))
  return { pairwise: { p, r, f1: f1(p, r) }, bcubed: { p: precision, r: recall, f1: f1(precision, recall) } }
}
