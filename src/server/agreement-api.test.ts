import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { parseAgreement } from '../agreements/agreement/agreement-file.js'
import { readLog } from '../agreements/compliance/log-file.js'
import { AgreementSchema, IncidentsSchema, MonitorSchema, SequenceSchema } from './api.js'
import { type RunningServer, startServer } from './server.js'

const lake = `
title: The lake accord
signed: 2031-05-01
parties:
  - { id: ARV, name: Arvenia, aliases: [Arvenian navy] }
  - { id: BMK, name: Belmark }
provisions:
  - { id: p1, text: Both parties shall refrain from any use of force on the lake., status: signed, agreedBy: [ARV, BMK] }
  - { id: p2, text: Arvenia shall withdraw its patrol boats., bracketedBy: ARV }
norms:
  - { id: ceasefire, provision: p1, modality: prohibition, bearers: [ARV, BMK], act: use of force, zone: lake }
  - { id: boats, provision: p2, modality: obligation, bearers: ARV, act: withdrawal, object: patrol boats, due: signed+30d }
sequence:
  - { before: boats, after: ceasefire, reading: BMK }
  - { before: ceasefire, after: boats, reading: ARV, weight: 2 }
zones:
  - { id: lake, name: The lake, kind: buffer, places: [North shore], box: [10, 50, 11, 51] }
observed:
  - { mechanism: m, from: 2031-05-02, to: 2031-07-30 }
mechanisms:
  - { id: m, name: The mission, tasks: [observe] }
`
const log = `id,from,known,act,by,attribution,place,lat,lon,within_km,verification,reported_by
i1,2031-05-05,2031-05-05,shelling,,Arvenia 0.9,North shore,50.5,10.5,1,observed,mission
i1,2031-05-05,2031-06-01,shelling,,Belmark 0.9,North shore,50.5,10.5,1,verified,mission
i2,2031-05-09,2031-05-10,shelling,Arvenian navy,,Far away,53,12,1,reported,agency
i3,2031-05-09,2031-05-10,shelling,,,North shore,,,,refuted,agency
i4,2031-05-20,2031-05-20,withdrawal,Arvenia,,,,,,reported,agency
`

let server: RunningServer
beforeAll(async () => {
  const file = parseAgreement(lake, 'agreement.yaml')
  if (file.kind !== 'agreement') throw new Error('no agreement')
  const { entries } = readLog(log, 'incidents.csv')
  server = await startServer(inventedCase, { port: 0, agreement: { agreement: file.agreement, entries } })
})
afterAll(() => server.close())

const get = (path: string) => fetch(new URL(`/api/agreement${path}`, server.url))
const read = async (path: string) => (await get(path)).json()

test('the agreement that is served is the one that its schema describes, and says who keeps brackets', async () => {
  const answer = AgreementSchema.parse(await read(''))
  expect(answer.provisions.map(({ bracketedBy }) => bracketedBy)).toEqual([[], ['Arvenia']])
  expect(answer.norms.find(({ id }) => id === 'ceasefire')?.state).toBe('violated')
})

test('an incident that was corrected is said of another side from that day on, and the earlier view stays', async () => {
  const partiesOn = async (at: string) =>
    AgreementSchema.parse(await read(`?at=${at}`))
      .norms.flatMap(({ findings }) => findings)
      .filter(({ result }) => result === 'violation')
      .map(({ party }) => party)
  expect(await partiesOn('2031-05-31')).toEqual(['Arvenia'])
  expect(await partiesOn('2031-06-01')).toEqual(['Belmark'])
})

test('a circle is there when one believes both parties, and in neither reading alone', async () => {
  const answer = SequenceSchema.parse(await read('/sequence'))
  expect(answer.chosen.deadlocks).toHaveLength(1)
  expect(answer.sets.map(({ circles }) => circles)).toEqual([0, 0, 0, 1])
  const alone = SequenceSchema.parse(await read('/sequence?readings=text,Arvenia'))
  expect(alone.chosen.readings).toEqual(['text', 'Arvenia'])
  expect(alone.chosen.deadlocks).toEqual([])
})

test('what a move costs follows the weights that the analyst gives', async () => {
  const cheapest = async (query: string) =>
    SequenceSchema.parse(await read(`/sequence${query}`)).chosen.deadlocks[0]?.waysOut[0]
  expect((await cheapest(''))?.move).toBe('drop')
  const other = await cheapest('?drop=10&third-party=0.5')
  expect(other?.move).toBe('third-party')
  expect(other?.cost).toBe(0.5)
})

test('incidents come with the days between which each version was the latest word, without steps and the refuted', async () => {
  const answer = IncidentsSchema.parse(await read('/incidents'))
  expect(answer.id).toEqual(['i1', 'i1', 'i2'])
  expect(answer.until).toEqual([answer.known[1], null, null])
  expect(answer.side.map(code => answer.names.side[code])).toEqual(['Arvenia', 'Belmark', 'Arvenia'])
  expect(answer.zone.map(code => answer.names.zone[code] ?? null)).toEqual(['The lake', 'The lake', null])
  expect(answer.leftOut).toBe(2)
})

test('the monitor counts what was known on a day, by side, with who could observe as its ground', async () => {
  const early = MonitorSchema.parse(await read('/monitor?at=2031-05-31'))
  expect(early.sides.map(({ side }) => side)).toEqual(['Arvenia'])
  const late = MonitorSchema.parse(await read('/monitor'))
  expect(late.sides.map(({ side, counts }) => [side, counts.reduce((a, b) => a + b)])).toEqual([
    ['Arvenia', 1],
    ['Belmark', 1],
  ])
  expect(late.days.map(({ seen }) => seen)).toEqual(Array.from({ length: 5 }, () => 'watched'))
  const asked = MonitorSchema.parse(
    await read('/monitor?zone=%3F&from=2031-04-28&to=2031-05-12&on=2031-05-08&window=7'),
  )
  expect(asked.counted).toBe(1)
  expect(asked.days[0]).toMatchObject({ day: '2031-04-28', seen: 'blind', limit: null })
  expect(asked.event?.all.change).toBe('unclear')
})

test('a day or a number that is none is 400, and the endpoints stand in the OpenAPI document', async () => {
  expect((await get('?at=yesterday')).status).toBe(400)
  expect((await get('/monitor?window=1')).status).toBe(400)
  const { paths } = (await (await fetch(new URL('/api/openapi.json', server.url))).json()) as { paths: object }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/agreement',
      '/api/agreement/sequence',
      '/api/agreement/incidents',
      '/api/agreement/monitor',
    ]),
  )
})

test('a case without an agreement says so', async () => {
  const bare = await startServer(inventedCase, { port: 0 })
  for (const path of ['', '/sequence', '/incidents', '/monitor'])
    expect((await fetch(new URL(`/api/agreement${path}`, bare.url))).status).toBe(404)
  await bare.close()
})
