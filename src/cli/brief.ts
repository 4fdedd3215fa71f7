import { brief } from '../brief/brief.js'
import type { Field } from '../reports/sources/fields.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { readRecord } from './read-record.js'
import type { ReaderOptions } from './second-reader.js'

export interface BriefOptions extends ReaderOptions {
  readonly format: 'terminal' | 'md' | 'html' | 'json'
  readonly json?: boolean
  readonly output?: string
  readonly field?: Partial<Record<Field, string>>
}

/** `parley brief PLACES`: exit 0, or 3 when an input was refused (it is listed in the brief). */
export async function runBrief(places: readonly string[], options: BriefOptions, effects: Effects): Promise<number> {
  const document = brief(await readRecord(places, effects, { ...options, fields: options.field }))
  const format = options.json ? 'json' : options.format
  await deliver(await rendered(), options.output, effects)
  return document.refused.length > 0 ? exit.doneWithRefusals : exit.done

  async function rendered(): Promise<string> {
    switch (format) {
      case 'terminal':
        return (await import('../brief/terminal.js')).terminal(document, {
          color: effects.color && options.output === undefined,
          columns: effects.columns,
        })
      case 'md':
        return (await import('../brief/markdown.js')).markdown(document)
      case 'html':
        return (await import('../brief/html.js')).html(document)
      case 'json':
        return `${JSON.stringify(document, null, 2)}\n`
    }
  }
}
