/** The fields of a JSON line that are read. */
export const fields = ['id', 'text', 'html', 'title', 'date', 'url', 'outlet', 'byline', 'language'] as const

export type Field = (typeof fields)[number]
