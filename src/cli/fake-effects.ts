import { Readable } from 'node:stream'
import type { Effects } from './effects.js'

/** Effects that touch nothing: what was written stands in `written` and `told`. For tests. */
export function fakeEffects(input = ''): Effects & { written: string; told: string } {
  const effects = {
    written: '',
    told: '',
    out: (text: string) => {
      effects.written += text
    },
    drained: async () => {},
    err: (text: string) => {
      effects.told += text
    },
    input: Readable.from([Buffer.from(input)]),
    color: false,
    interactive: false,
    columns: 100,
  }
  return effects
}
