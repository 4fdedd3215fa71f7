/** What can be asked of an agreement. */
export const questions = [
  'draft',
  'pledges',
  'check',
  'sequence',
  'coverage',
  'compliance',
  'trends',
  'compare',
  'export',
  'schema',
] as const
export type Question = (typeof questions)[number]

/** How `parley agreement export` writes it: text, readings, document, norms, sequence. */
export const agreementFormats = ['akn', 'legalruleml', 'docx', 'csv', 'pnml', 'dot'] as const
export type AgreementFormat = (typeof agreementFormats)[number]
