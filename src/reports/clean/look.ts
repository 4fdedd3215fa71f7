import { slice } from '../../language/span.js'
import type { RemovedReason } from '../report.js'
import { debris, plain } from './debris.js'
import type { Line } from './line.js'

/** How a line looks when it is compared with others: read once, used by the rules and by the model. */
export interface Look {
  readonly text: string
  /** As `plain` gives it. */
  readonly plain: string
  /** Why its words mark it as debris; null where they do not. */
  readonly why: RemovedReason | null
}

/** One look a line of `text`. */
export function looks(text: string, lines: readonly Line[]): Look[] {
  return lines.map(line => {
    const words = slice(text, line)
    const compared = plain(words)
    return { text: words, plain: compared, why: debris(words, line.sentence, compared) }
  })
}
