import outlets from './outlets.json' with { type: 'json' }

const known = new Map(
  outlets.known.flatMap(([name, ...others]) => [name!, ...others].map(spelling => [keyOf(spelling), keyless(name!)])),
)
const endings = new Set(outlets.endings)
const beginnings = new Set(outlets.beginnings)
const sentenceStarts = new Set(outlets.sentenceStarts)

/** Says whether words are an outlet's name, and gives the one spelling of it; `own` are the outlets of the case. */
export function outletNames(own: readonly string[]): (words: string) => string | null {
  const ofCase = new Map(own.filter(name => name.length >= 2).map(name => [keyOf(name), keyless(name)]))
  return words => {
    const key = keyOf(words)
    const found = known.get(key) ?? ofCase.get(key)
    if (found !== undefined) return found
    const parts = keyless(words).split(' ')
    if (parts.length < 2 || sentenceStarts.has(parts[0]!)) return null
    return endings.has(parts.at(-1)!) || beginnings.has(parts[0]!) ? parts.join(' ') : null
  }
}

function keyless(name: string): string {
  return name.replace(/^the /i, '').trim()
}

/** Short names ("AP") keep their capitals: "Bild" is no picture, and "ap" no agency. */
function keyOf(name: string): string {
  const bare = keyless(name)
  return bare.length <= 4 ? bare : bare.toLowerCase()
}
