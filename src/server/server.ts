import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Fault } from '../fault.js'
import { packageFolder } from '../record/model-files.js'
import type { CaseRecord } from '../record/record.js'
import { rulingsFile } from '../record/rulings-file.js'
import type { ServedAgreement } from './agreement-api.js'
import { app } from './app.js'
import { modelStore } from './model-store.js'
import { pageFiles } from './pages.js'
import type { RulingsPlace } from './served-record.js'
import { textStore } from './text-store.js'

export interface RunningServer {
  /** `http://127.0.0.1:4114/` */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the pages of `record` until closed.
 *
 * @param options.port 0 takes any that is free
 * @param options.host an address of this machine; by default only this machine can reach it
 * @param options.folder the case folder, whose model.yaml and rulings.yaml the pages may read and write
 * @param options.rebuild makes the record from another text of rulings.yaml; without it nothing can be ruled on
 * @throws Fault where the port is taken or may not be used
 */
export async function startServer(
  record: CaseRecord,
  {
    port,
    host = '127.0.0.1',
    agreement = null,
    folder,
    rebuild,
    issues = [],
  }: {
    port: number
    host?: string
    agreement?: ServedAgreement | null
    folder?: string
    rebuild?: RulingsPlace['rebuild']
    issues?: RulingsPlace['issues']
  },
): Promise<RunningServer> {
  let hosts: ReadonlySet<string> = new Set()
  const pages = pageFiles(join(packageFolder(), 'dist', 'web'))
  const store = folder === undefined ? null : await modelStore(folder)
  const file = folder === undefined || !rebuild ? null : await textStore(folder, rulingsFile)
  const rulings = file && rebuild ? { store: file, rebuild, issues } : null
  const server = createAdaptorServer({ fetch: app(record, pages, () => hosts, { agreement, store, rulings }).fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port, host)))
    server.listen(port, host, resolve)
  })
  const taken = (server.address() as AddressInfo).port
  const named = host.includes(':') ? `[${host}]` : host
  hosts = new Set([named, 'localhost', '127.0.0.1', '[::1]'].map(name => `${name}:${taken}`))
  if (taken === 80) hosts = new Set([...hosts, named, 'localhost', '127.0.0.1', '[::1]'])
  return {
    url: `http://${named}:${taken}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const place = `${host}:${port}`
  if (error.code === 'EADDRINUSE') {
    return new Fault(`Port ${port} is already in use.`, {
      place,
      mend: 'Choose another with --port, or --port 0 for any that is free.',
      cause: error,
    })
  }
  if (error.code === 'EACCES') {
    return new Fault(`Port ${port} may not be used by this user.`, {
      place,
      mend: 'Choose one above 1023 with --port.',
      cause: error,
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Fault(`${host} is not an address of this machine.`, {
      place,
      mend: 'Use --host 127.0.0.1.',
      cause: error,
    })
  }
  return error
}
