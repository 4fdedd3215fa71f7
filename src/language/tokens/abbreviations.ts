import lists from './abbreviations.json' with { type: 'json' }

/** Abbreviations before a name ("Sen."): never the end of a sentence. */
export const beforeNames: ReadonlySet<string> = new Set(lists.beforeName)
/** Every abbreviation that keeps its full stop. */
export const abbreviations: ReadonlySet<string> = new Set([...lists.beforeName, ...lists.anywhere])
/** Words that, with a capital after an abbreviation, begin a new sentence. */
export const starters: ReadonlySet<string> = new Set(lists.starters)
