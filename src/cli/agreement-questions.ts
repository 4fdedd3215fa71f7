/** What can be asked of an agreement. */
export const questions = ['check', 'sequence', 'coverage', 'compliance', 'trends', 'schema'] as const
export type Question = (typeof questions)[number]
