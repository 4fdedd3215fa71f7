/** What `parley export` writes, each with its formats: the first is the one that is taken where none is named. */
export const exportFormatsOf = {
  reports: ['jsonl', 'csv'],
  statements: ['jsonl', 'csv'],
  positions: ['jsonl', 'csv'],
  options: ['jsonl', 'csv'],
  conditions: ['jsonl', 'csv'],
  discrepancies: ['jsonl', 'csv'],
  pledges: ['jsonl', 'csv'],
  proposals: ['jsonl', 'csv'],
  events: ['plover', 'cameo'],
  network: ['graphml', 'csv'],
  evidence: ['jsonld'],
} as const

export type ExportKind = keyof typeof exportFormatsOf
export type ExportFormat = (typeof exportFormatsOf)[ExportKind][number]

export const exportKinds = Object.keys(exportFormatsOf) as ExportKind[]
export const exportFormats: readonly ExportFormat[] = [...new Set(Object.values(exportFormatsOf).flat())]

/** Formats that are JSON: what `--json` stands for. */
export const jsonFormats: readonly ExportFormat[] = ['jsonl', 'plover', 'jsonld']
