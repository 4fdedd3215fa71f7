/** Where the reader is: the page and everything chosen on it. It is written behind the `#` of the URL and nowhere else. */
export interface Address {
  /** Parts of the path, decoded: `['reports', 'a1']`; empty at home. */
  readonly path: readonly string[]
  readonly params: ReadonlyMap<string, string>
}

export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return {
    path: path.split('/').filter(Boolean).map(decode),
    params: new Map(new URLSearchParams(query)),
  }
}

/** Parameters that are empty are left out; the others stand in the order of their names. */
export function formatAddress(
  path: readonly string[],
  params: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const entries = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(entries.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  return `#/${path.map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`
}

/** A list in one parameter: `a,b`. Ids hold no comma; a comma in another value is escaped. */
export const list = {
  read: (value: string | undefined): readonly string[] => (value ? value.split(',').map(decode) : []),
  write: (values: readonly string[]): string =>
    values.map(value => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(','),
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
