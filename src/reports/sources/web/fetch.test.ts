import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { politeFetch } from './fetch.js'
import { isPublicAddress } from './public-address.js'
import type { Network } from './request.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let port = 0
let pages: Record<string, Handler> = {}
let asked: string[] = []
let waited: number[] = []

beforeEach(async () => {
  pages = {}
  asked = []
  waited = []
  server = createServer((request, response) => {
    const at = `${request.headers.host?.split(':')[0]}${request.url}`
    asked.push(at)
    const page = pages[at]
    if (page) page(request, response)
    else response.writeHead(404).end('none')
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  port = (server.address() as AddressInfo).port
})
afterEach(() => new Promise(done => server.close(done)))

/** Names of public hosts lead to the local server; private addresses are as closed as ever. */
const hosts: Record<string, string[]> = {
  'herald.example': ['8.8.8.8'],
  'courier.example': ['8.8.4.4'],
  'inside.example': ['192.168.1.1'],
  'both.example': ['8.8.8.8', '169.254.169.254'],
}
const network: Network = {
  lookup: async host => {
    const found = hosts[host]
    if (!found) throw new Error('not found')
    return found.every(isPublicAddress) ? ['127.0.0.1'] : found
  },
  // The local server stands in for the public hosts, by name alone: as a literal address it stays closed below.
  mayReach: address => address === '127.0.0.1' || isPublicAddress(address),
  wait: async milliseconds => void waited.push(milliseconds),
}
const get = (path: string, host = 'herald.example', net = network) => politeFetch(net)(`http://${host}:${port}${path}`)
const text =
  (body: string, type = 'text/html'): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(body)

test('a page comes with its address in the end, its type and its bytes; the robot says who it is', async () => {
  let who: string | undefined
  pages['herald.example/a'] = (_, response) => response.writeHead(302, { location: '/b#top' }).end()
  pages['herald.example/b'] = (request, response) => {
    who = request.headers['user-agent']
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
    response.end(gzipSync('<p>Norland offers talks.</p>'))
  }
  const page = await get('/a')
  expect(page).toMatchObject({ url: `http://herald.example:${port}/b`, type: 'text/html; charset=utf-8' })
  expect(Buffer.from(page.bytes).toString()).toBe('<p>Norland offers talks.</p>')
  expect(who).toMatch(/^Parley\//)
})

test('robots.txt is asked once a site and obeyed, also where a page redirects to', async () => {
  pages['herald.example/robots.txt'] = text('User-agent: *\nDisallow: /closed\nCrawl-delay: 3', 'text/plain')
  pages['courier.example/robots.txt'] = text('User-agent: parley\nDisallow: /', 'text/plain')
  pages['herald.example/a'] = text('a')
  pages['herald.example/away'] = (_, response) =>
    response.writeHead(301, { location: `http://courier.example:${port}/x` }).end()
  const fetchPage = politeFetch(network)
  const at = (path: string) => `http://herald.example:${port}${path}`
  await fetchPage(at('/a'))
  await expect(fetchPage(at('/closed'))).rejects.toThrow('robots.txt')
  await fetchPage(at('/a'))
  await expect(fetchPage(at('/away'))).rejects.toThrow('robots.txt')
  expect(asked.filter(one => one === 'herald.example/robots.txt')).toHaveLength(1)
  expect(asked).not.toContain('courier.example/x')
  expect(waited).toEqual([3000, 3000])
})

test('a site whose robots.txt fails is left alone', async () => {
  pages['herald.example/robots.txt'] = (_, response) => response.writeHead(503).end()
  pages['herald.example/a'] = text('a')
  await expect(get('/a')).rejects.toThrow('left alone')
  expect(asked).toEqual(['herald.example/robots.txt'])
})

test.each(['inside.example', 'both.example'])('a name that leads to a private address is refused: %s', async host => {
  await expect(get('/a', host)).rejects.toThrow('private network')
  expect(asked).toEqual([])
})

test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '169.254.169.254', '10.0.0.1'])(
  'a private address is refused in every spelling: %s',
  async host => {
    await expect(get('/a', host, { ...network, mayReach: isPublicAddress })).rejects.toThrow('private network')
    expect(asked).toEqual([])
  },
)

test('a redirect to a private address or another protocol is refused', async () => {
  const closed: Network = { ...network, mayReach: address => address === '127.0.0.1' }
  for (const [location, why] of [
    ['http://169.254.169.254/latest/meta-data', 'private network'],
    ['http://inside.example/', 'private network'],
    ['file:///etc/passwd', 'Only http and https'],
    ['ftp://herald.example/a', 'Only http and https'],
  ] as const) {
    pages['herald.example/a'] = (_, response) => response.writeHead(302, { location }).end()
    await expect(get('/a', 'herald.example', closed)).rejects.toThrow(why)
  }
})

test('the connection goes to the address that was checked, not to what the name says later', async () => {
  let lookups = 0
  pages['herald.example/a'] = text('a')
  const changing: Network = { ...network, lookup: async () => (lookups++ < 2 ? ['127.0.0.1'] : ['10.0.0.1']) }
  await get('/a', 'herald.example', changing)
  expect(lookups).toBe(2)
})

test('a page too large, too slow, or in a circle is given up', async () => {
  pages['herald.example/large'] = (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end(gzipSync(Buffer.alloc(20 * 1024 * 1024)))
  }
  pages['herald.example/slow'] = (_, response) => void response.writeHead(200).write('a')
  pages['herald.example/round'] = (_, response) => response.writeHead(302, { location: '/round' }).end()
  await expect(get('/large')).rejects.toThrow('larger than 16 MB')
  await expect(get('/slow', 'herald.example', { ...network, patience: 200 })).rejects.toThrow('does not answer')
  await expect(get('/round')).rejects.toThrow('more than 5 times')
  await expect(get('/gone')).rejects.toThrow('404 (no such page)')
  await expect(get('/a', 'nowhere.example')).rejects.toThrow('no host named')
  await expect(politeFetch(network)('http://a:b@herald.example/')).rejects.toThrow('password')
})
