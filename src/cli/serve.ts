import { once } from 'node:events'
import { brief } from '../brief/brief.js'
import { terminal } from '../brief/terminal.js'
import { agreementOfCase } from './agreement-files.js'
import { type Effects, exit } from './effects.js'
import { listRefusals, readRecord } from './read-record.js'
import type { ReaderOptions } from './second-reader.js'

export interface ServeOptions extends ReaderOptions {
  readonly port: number
  readonly json?: boolean
  /** Print the brief first. */
  readonly brief?: boolean
}

/** `parley serve FOLDER`: reads the case, serves its pages on 127.0.0.1 until it is interrupted. */
export async function runServe(folder: string, options: ServeOptions, effects: Effects): Promise<number> {
  const agreement = agreementOfCase(folder)
  const record = await readRecord([folder], effects, options)
  if (options.brief) effects.out(`${terminal(brief(record), effects)}\n`)
  const { startServer } = await import('../server/server.js')
  const server = await startServer(record, { port: options.port, agreement, folder })
  const refused = listRefusals(record, effects) + listRefusals({ refused: agreement?.refused ?? [] }, effects)
  if (options.json) effects.out(`${JSON.stringify({ url: server.url })}\n`)
  else effects.out(`${record.name}: the pages are served until Ctrl+C at\n${server.url}\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return refused > 0 ? exit.doneWithRefusals : exit.done
}
