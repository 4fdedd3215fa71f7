import { Fault } from '../../../fault.js'
import { largestPiece } from '../limits.js'
import { type Answer, agent, type Network, request } from './request.js'
import { noRobots, type Robots, readRobots } from './robots.js'

/** A page as its server gave it. */
export interface Fetched {
  /** Its address in the end, after all redirects. */
  readonly url: string
  /** The media type with its parameters, as the server states it. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Redirects from one address that are followed. */
const mostRedirects = 5
/** Bytes of a robots.txt. */
const largestRobots = 1024 * 1024
/** Milliseconds between two requests to one host, unless its robots.txt asks for more, and the most that is waited. */
const leastPause = 1000
const longestPause = 30_000

/**
 * Reads web pages politely: one request at a time, a pause between two to the same host, robots.txt read and obeyed
 * (also for where a page redirects to), no private address reached.
 *
 * The function returned is to be called for one address after the other.
 * @throws Fault for a page that cannot or may not be read
 */
export function politeFetch(network: Network): (address: string) => Promise<Fetched> {
  const rules = new Map<string, Robots>()
  const visited = new Set<string>()

  return async function fetchPage(address) {
    let url = parsed(address)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const robots = rules.get(url.origin) ?? (await robotsOf(url, network))
      rules.set(url.origin, robots)
      if (!robots.allows(url.pathname + url.search))
        throw new Fault('The site asks programs not to read this page (robots.txt).', {
          mend: 'Save the page from the browser and name the file.',
        })
      if (visited.has(url.host)) await network.wait(Math.min(longestPause, Math.max(leastPause, robots.delay * 1000)))
      visited.add(url.host)
      const answer = await request(url, largestPiece, network)
      const target = redirect(answer, url)
      if (target === null) return { url: url.href, type: answer.type, bytes: pageOf(answer) }
      url = target
    }
    throw new Fault(`The address redirects more than ${mostRedirects} times.`, { mend: 'Name the page itself.' })
  }
}

function pageOf({ status, bytes }: Answer): Uint8Array {
  if (status < 200 || status > 299)
    throw new Fault(`The site answers with ${status}${meanings[status] ? ` (${meanings[status]})` : ''}.`, {
      mend: 'Check the address, or save the page from the browser and name the file.',
    })
  if (bytes.length === 0) throw new Fault('The page is empty.', { mend: 'Leave it out.' })
  return bytes
}

const meanings: Readonly<Record<number, string>> = {
  401: 'login needed',
  402: 'payment needed',
  403: 'not allowed',
  404: 'no such page',
  410: 'page removed',
  429: 'too many requests',
}

function redirect({ status, location }: Answer, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  return parsed(location, from)
}

function parsed(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new Fault('This is no web address.', { mend: 'Check the address for typing errors.' })
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Fault('Only http and https addresses are read.', { mend: 'Save the page and name the file.' })
  if (url.username !== '' || url.password !== '')
    throw new Fault('The address holds a name or a password.', { mend: 'Leave it out, or save the page.' })
  url.hash = ''
  return url
}

/** A site's rules. One that has none (an answer of 4xx) forbids nothing; one that cannot be asked is left alone (RFC 9309). */
async function robotsOf({ origin }: URL, network: Network): Promise<Robots> {
  let url = new URL('/robots.txt', origin)
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await request(url, largestRobots, network)
    if (answer.status >= 500)
      throw new Fault(`The site's robots.txt cannot be read (${answer.status}), so its pages are left alone.`, {
        mend: 'Try later, or save the page from the browser and name the file.',
      })
    if (answer.status >= 200 && answer.status < 300) return readRobots(new TextDecoder().decode(answer.bytes), agent)
    const target = redirect(answer, url)
    if (target === null) return noRobots
    url = target
  }
  return noRobots
}
