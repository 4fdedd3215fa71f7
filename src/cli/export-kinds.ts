/** The tables that `parley export` writes. */
export const exportKinds = ['reports', 'statements', 'positions', 'conditions', 'discrepancies'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportFormats = ['jsonl', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]
