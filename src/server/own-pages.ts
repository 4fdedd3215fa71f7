import type { MiddlewareHandler } from 'hono'

/**
 * Lets a change through only from the pages of this server.
 *
 * Who writes must send JSON, the token that the reading gave (a page elsewhere cannot read it), and, from a browser, an
 * Origin of this server. Reading is not asked for anything.
 *
 * @param token null: nothing can be written
 */
export function onlyFromOwnPages(token: string | null, hosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET') return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isOwn =
      (origin === undefined || hosts().has(origin.replace(/^http:\/\//, ''))) &&
      (site === undefined || site === 'same-origin')
    if (!isOwn || token === null || c.req.header('x-parley-token') !== token)
      return c.json(
        { error: 'This change does not come from the pages of this server.', mend: 'Reload the page.' },
        403,
      )
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json({ error: 'Send JSON, with Content-Type: application/json.' }, 415)
    return next()
  }
}
