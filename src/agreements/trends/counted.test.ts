import { expect, it } from 'vitest'
import { readLog } from '../compliance/log-file.js'
import { countedIncidents, dayOf } from './counted.js'

const table = (rows: string) =>
  readLog(`id,from,to,known,act,by,place,verification,reported_by,lat,lon,within_km\n${rows}`, 'incidents.csv').entries

it('an incident counts once, in the version known last, and not when it was refuted', () => {
  const log = table(
    [
      'a,2031-04-02,,2031-04-03,shelling,Velmara,Haldin,reported,wire; wire,40.1,20.2,1',
      'b,2031-04-02,2031-04-04,2031-04-05,shelling,,Haldin,reported,monitor,,,',
      'a,2031-04-02,,2031-04-20,shelling,Velmara,Haldin,refuted,monitor,40.1,20.2,1',
    ].join('\n'),
  )
  const then = countedIncidents(log, '2031-04-10')
  expect(then.map(({ source, side, place }) => [source, side, place])).toEqual([
    ['wire', 'Velmara', { lat: 40.1, lon: 20.2, within: 1 }],
    ['monitor', null, null],
  ])
  expect(then.map(({ from, to }) => to - from)).toEqual([0, 2])
  expect(countedIncidents(log).map(({ from }) => from)).toEqual([dayOf('2031-04-02')])
})
