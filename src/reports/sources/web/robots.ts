/** What a site's robots.txt lets us do. */
export interface Robots {
  /** Whether the path (with its query) may be read. */
  allows(path: string): boolean
  /** Seconds between two requests that it asks for; 0 where it asks for none. */
  readonly delay: number
}

interface Group {
  readonly agents: string[]
  readonly rules: { readonly allow: boolean; readonly pattern: string }[]
  delay: number
}

/** Characters of a robots.txt that are read (RFC 9309: at least 500 KiB). */
const longest = 512 * 1024

/** A site without rules. */
export const noRobots: Robots = { allows: () => true, delay: 0 }

/**
 * Reads a robots.txt (RFC 9309): the groups that name `agent` count, or else those for `*`;
 * of the rules that match a path the longest decides, and of two alike the one that allows.
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text.slice(0, longest))
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const rules = own.flatMap(group => group.rules)
  return {
    delay: Math.max(0, ...own.map(group => group.delay)),
    allows(path) {
      let longestMatch = -1
      let allowed = true
      for (const { allow, pattern } of rules) {
        if (pattern.length < longestMatch || !matches(pattern, path)) continue
        allowed = pattern.length === longestMatch ? allowed || allow : allow
        longestMatch = pattern.length
      }
      return allowed
    },
  }
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let open = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const plain = line.split('#', 1)[0]!
    const at = plain.indexOf(':')
    if (at < 0) continue
    const field = plain.slice(0, at).trim().toLowerCase()
    const value = plain.slice(at + 1).trim()
    if (field === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: 0 })
      open = true
      groups.at(-1)!.agents.push(value.toLowerCase())
      continue
    }
    if (field !== 'allow' && field !== 'disallow' && field !== 'crawl-delay') continue
    open = false
    const group = groups.at(-1)
    if (!group) continue
    if (field === 'crawl-delay') group.delay = Number.parseFloat(value) || 0
    else if (value !== '') group.rules.push({ allow: field === 'allow', pattern: value })
  }
  return groups
}

/** Whether `path` starts with `pattern`, in which `*` stands for anything and a `$` at the end for the path's end. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const [first = '', ...others] = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of others.entries()) {
    if (toEnd && index === others.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !toEnd || at === path.length
}
