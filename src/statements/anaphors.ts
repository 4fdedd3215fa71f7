import { isRoleHead } from '../actors/roles.js'

/** What a source without a name of its own takes its party from. */
export type Anaphor =
  | 'its'
  | 'his'
  | 'movement'
  | 'organisation'
  /** "the statement": whoever spoke last. */
  | 'words'
  /** "the diplomat": the one official who spoke last. */
  | 'official'
  /** "the foreign ministry": a state's own organ. */
  | 'organ'

const adjectives = String.raw`(?:same|regional|continental|economic|communist|leftist|maoist|separatist|ethnic|political|main|largest|top|senior|chief|veteran|terror|armed|militant|rebel|paramilitary|islamist|shi['’]?ite|sunni|un|u\.n\.|former|global|atomic|nuclear)`
const patterns: readonly (readonly [Anaphor, RegExp])[] = [
  ['its', /^its\s/i],
  ['his', /^(?:his|her)\s(?!(?:\S+\s)?counterpart)/i],
  [
    'movement',
    /^(?:group|movement|party|front|militia|militants|militant|rebels?|insurgents?|faction|gunmen|fighters|gang|paramilitaries|guerrillas)$/,
  ],
  ['organisation', /^(?:agency|watchdog|organi[sz]ation|bloc|alliance|body)$/],
  ['words', /^(?:statement|readout|communiqu[eé]|letter|text|memo|post|message)$/],
  [
    'official',
    /^(?:diplomat|official|spokesman|spokeswoman|spokesperson|source|insider|envoy|negotiator|emissary|politician|aide|minister|lawmaker|statesman)$/,
  ],
  [
    'organ',
    /^(?:ministry|government|cabinet|presidency|army|military|parliament|police|regime|administration|minister|chancellery|junta|leadership)$/,
  ],
]

/** What `source`, a noun phrase that names no party, goes back to; null where it does not. */
export function anaphorOf(source: string): Anaphor | null {
  const owner = patterns.find(([kind, pattern]) => (kind === 'its' || kind === 'his') && pattern.test(source))
  if (owner) return owner[0]
  const definite = /^(?:the|this|that)\s/i.exec(source)?.[0]
  if (definite === undefined) return null
  const words = source.slice(definite.length).toLowerCase().split(/\s+/)
  const head = words.at(-1)?.replace(/['’]s?$/, '') ?? ''
  const kind = patterns.find(([, pattern]) => pattern.test(head))?.[0] ?? null
  const describes = words.slice(0, -1).every(word => new RegExp(`^${adjectives}$`).test(word))
  if (kind === 'organ' || (kind === 'official' && !describes)) return isStateOffice(words) ? 'organ' : null
  return describes ? kind : null
}

/** "foreign ministry", "defence minister", "prime minister": an office that a state has, named by what it looks after. */
function isStateOffice(words: readonly string[]): boolean {
  return (
    words.length <= 4 &&
    words.every(word => /^\p{Ll}[\p{Ll}-]+(?:['’]s)?$/u.test(word)) &&
    isRoleHead(words.at(-1) ?? '')
  )
}
