import roles from './roles.json' with { type: 'json' }

const sectorByHead = new Map<string, string>()
for (const [sector, heads] of Object.entries(roles.heads))
  for (const head of heads) if (!sectorByHead.has(head)) sectorByHead.set(head, sector)
const before = new Set(roles.before)
const former = new Set(roles.former)
const honorifics = new Set(roles.honorifics)

/** Whether `word` (lower case) can end a title: `minister`, `spokeswoman`, `officials`. */
export function isRoleHead(word: string): boolean {
  const plain = word.replace('.', '')
  return sectorByHead.has(plain) || sectorByHead.has(singular(plain))
}

/** Whether `word` (lower case) can stand before a title's head: `foreign`, `deputy`, `former`. */
export function isRoleWord(word: string): boolean {
  return before.has(word) || isRoleHead(word)
}

/** The sector that the last title in `words` (lower case) speaks for. */
export function sectorOf(words: readonly string[]): string | null {
  if (words.some(word => former.has(word))) return 'ELI'
  for (const word of [...words].reverse()) {
    const sector = sectorByHead.get(word) ?? sectorByHead.get(singular(word))
    if (sector) return sector
  }
  return null
}

function singular(word: string): string {
  if (word.endsWith('smen') || word.endsWith('swomen')) return word.replace(/men$/, 'man')
  if (word.endsWith('speople')) return word.replace(/people$/, 'person')
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Whether a title says no more than how a person is addressed: `Mr`, `Dr.`. */
export function isHonorific(title: string): boolean {
  return honorifics.has(title.toLowerCase().replace('.', ''))
}
