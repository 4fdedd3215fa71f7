import { once } from 'node:events'
import { brief } from '../brief/brief.js'
import { terminal } from '../brief/terminal.js'
import { buildRecord, readSources } from '../record/build.js'
import { issuesOfCase } from '../record/issues-of-case.js'
import { parseRulings, rulingsFile } from '../record/rulings-file.js'
import { agreementOfCase } from './agreement-files.js'
import { type Effects, exit } from './effects.js'
import { listRefusals, readCase, tellLostRulings } from './read-record.js'
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
  const { opened, acts } = await readCase([folder], effects, options)
  const sources = readSources(opened)
  const record = buildRecord(opened, acts, sources)
  tellLostRulings(record, folder, effects)
  if (options.brief) effects.out(`${terminal(brief(record), effects)}\n`)
  const { startServer } = await import('../server/server.js')
  const server = await startServer(record, {
    port: options.port,
    agreement,
    folder,
    rebuild: text => buildRecord({ ...opened, rulings: parseRulings(text, rulingsFile, opened.file) }, acts, sources),
    issues: issuesOfCase(opened.file).map(({ id, name }) => ({ id, name })),
  })
  const refused = listRefusals(record, effects) + listRefusals({ refused: agreement?.refused ?? [] }, effects)
  if (options.json) effects.out(`${JSON.stringify({ url: server.url })}\n`)
  else effects.out(`${record.name}: the pages are served until Ctrl+C at\n${server.url}\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return refused > 0 ? exit.doneWithRefusals : exit.done
}
