import { lookup as lookUp } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, isIPv6 } from 'node:net'
import { pipeline } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import zlib from 'node:zlib'
import { Fault } from '../../../fault.js'
import { isPublicAddress } from './public-address.js'

/** What reading an address does to the world: tests hand in their own. */
export interface Network {
  /** The IP addresses of a host's name. */
  lookup(host: string): Promise<readonly string[]>
  /** Whether an IP address may be connected to. */
  mayReach(address: string): boolean
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>
  /** Milliseconds that one request may take, with its answer; default 20 s. */
  readonly patience?: number
}

export const realNetwork: Network = {
  lookup: async host => (await lookUp(host, { all: true })).map(({ address }) => address),
  mayReach: isPublicAddress,
  wait: async milliseconds => void (await pause(milliseconds)),
}

/** A server's answer; its body is unpacked and not longer than was asked for. */
export interface Answer {
  readonly status: number
  readonly type: string
  /** Where it sends us instead, as it stands in the answer. */
  readonly location: string | null
  readonly bytes: Uint8Array
}

/** Says who asks, as robots.txt files name it, and what for. */
export const agent = 'parley'
const userAgent = 'Parley/0.1 (reads single articles for a person; obeys robots.txt)'

/**
 * One GET request to an http or https address, without redirects, cookies or a proxy.
 *
 * The host's name is looked up once, every address it has is checked, and the connection goes to an address that was
 * checked: a name that changes its address in between leads nowhere.
 * @throws Fault for an address that is not reached, an answer that is too large or too slow
 */
export async function request(url: URL, largest: number, network: Network): Promise<Answer> {
  const addresses = await checkedAddresses(url, network)
  const patience = network.patience ?? 20_000
  const signal = AbortSignal.timeout(patience)
  try {
    const response = await open(url, addresses, signal)
    try {
      const status = response.statusCode ?? 0
      const isWanted = status >= 200 && status < 300
      return {
        status,
        type: response.headers['content-type'] ?? '',
        location: response.headers.location ?? null,
        bytes: isWanted ? await content(response, largest) : new Uint8Array(),
      }
    } finally {
      response.destroy()
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    if (signal.aborted)
      throw new Fault(`The site does not answer within ${patience / 1000} s.`, { mend: 'Try later, or save the page.' })
    throw new Fault(`The site cannot be reached: ${(cause as Error).message}`, {
      mend: 'Check the address and the connection, or save the page from the browser.',
      cause,
    })
  }
}

async function checkedAddresses(url: URL, network: Network): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await network.lookup(host).catch(() => [])
  if (addresses.length === 0)
    throw new Fault(`There is no host named ${host}.`, { mend: 'Check the address for typing errors.' })
  // All of them: a name with one public and one private address is no honest site.
  if (!addresses.every(address => network.mayReach(address)))
    throw new Fault('The address leads into a private network or to this machine.', {
      mend: 'Save the page from the browser and name the file.',
    })
  return addresses
}

function open(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<http.IncomingMessage> {
  const found = addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 }))
  const { request: send } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    send(url, {
      signal,
      agent: false,
      lookup: (_host, options, done) =>
        options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family),
      headers: {
        'user-agent': userAgent,
        accept: 'text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
      maxHeaderSize: 32 * 1024,
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

async function content(response: http.IncomingMessage, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of unpacked(response)) {
    size += chunk.length
    // Counted after unpacking: a small answer can hold a large page.
    if (size > largest)
      throw new Fault(`The page is larger than ${Math.round(largest / 1024 / 1024)} MB.`, { mend: 'Leave it out.' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function unpacked(response: http.IncomingMessage): AsyncIterable<Uint8Array> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  const unpack = /^(?:x-)?gzip$/.test(encoding)
    ? zlib.createGunzip()
    : encoding === 'deflate'
      ? zlib.createInflate()
      : encoding === 'br'
        ? zlib.createBrotliDecompress()
        : null
  if (unpack === null) return response
  // What goes wrong comes out of the last stream; there is nothing else to be told.
  return pipeline(response, unpack, () => {})
}
