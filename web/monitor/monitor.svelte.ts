import type { ApiMonitor } from '../../src/server/api.js'
import { list } from '../state/address.js'
import { Answer } from '../state/answer.svelte.js'
import { route } from '../state/route.svelte.js'
import { dayNumber, type IncidentFilter } from './rows.js'

/** The counts under the filters of the URL. */
export const monitor = new Answer<ApiMonitor>()

const day = (name: string) => (dayNumber(route.param(name)) === null ? undefined : route.param(name))

/** The parameters of the URL that the server's counts follow. */
export const question = (): Record<string, string | undefined> => ({
  at: day('at'),
  side: route.param('side'),
  zone: route.param('zone'),
  kind: route.param('kind'),
  from: day('from'),
  to: day('to'),
  on: day('on'),
  window: route.param('window'),
  resolution: route.param('resolution'),
})

/** The same for the rows of the table, with the words looked for. */
export const filter = (): IncidentFilter => ({
  asOf: dayNumber(route.param('at')),
  from: dayNumber(route.param('from')),
  to: dayNumber(route.param('to')),
  side: new Set(list.read(route.param('side'))),
  zone: new Set(list.read(route.param('zone'))),
  kind: new Set(list.read(route.param('kind'))),
  words: (route.param('q') ?? '').trim().toLowerCase(),
})
