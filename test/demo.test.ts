import { beforeAll, describe, expect, test } from 'vitest'
import { overlap, slice } from '../src/language/span.js'
import type { Position } from '../src/positions/position.js'
import { buildRecord } from '../src/record/build.js'
import { openCase } from '../src/record/case-folder.js'
import type { CaseRecord } from '../src/record/record.js'
import { credits } from '../src/reports/credits.js'
import type { ReportId } from '../src/reports/report.js'
import { demoFolder, gold } from './demo-gold.js'

let record: CaseRecord
/** File name of a report. */
let fileOf: (report: ReportId) => string
let textOf: (report: ReportId) => string

beforeAll(async () => {
  record = buildRecord(await openCase([demoFolder]))
  const reports = new Map(record.reports.map(report => [report.id, report]))
  fileOf = id => nameOf(reports.get(id)?.place ?? '')
  textOf = id => reports.get(id)?.text ?? ''
}, 120_000)

const nameOf = (place: string) => place.split('/').at(-1) ?? place

/** The place of a gold quote in the stored text of its report; undefined where extraction left it out. */
function placeOf({ file, quote }: { file: string; quote: string }) {
  const report = record.reports.find(({ place }) => nameOf(place) === file)
  const start = report?.text.indexOf(quote) ?? -1
  return report && start >= 0 ? { report: report.id, start, end: start + quote.length } : undefined
}

/** Acts whose statement shares words with a gold quote. */
const actsAt = (quote: { file: string; quote: string }) => {
  const place = placeOf(quote)
  return place
    ? record.acts.filter(({ statement }) => statement.report === place.report && overlap(statement, place) > 0)
    : []
}

describe('reports', () => {
  test('the file that is no text is refused with a reason, and every other is read', () => {
    expect(record.refused.map(({ place }) => nameOf(place))).toEqual(gold.refused)
    expect(record.refused.every(({ reason, mend }) => reason !== '' && mend !== '')).toBe(true)
    expect(record.reports.length).toBe(gold.reports)
  })

  test('each report is dated by its front matter, page or byline, and the one without a date stays undated', () => {
    const dates = Object.fromEntries(
      record.reports.map(({ place, date }) => [nameOf(place), date?.value.slice(0, 10) ?? null]),
    )
    expect(dates).toEqual({ ...gold.dates, ...Object.fromEntries(gold.undated.map(file => [file, null])) })
  })

  test('every statement of the reading by hand survives the cleaning', () => {
    const lost = gold.statements.filter(statement => {
      const place = placeOf(statement)
      const body = record.reports.find(({ id }) => id === place?.report)?.body ?? []
      return !place || !body.some(span => overlap(span, place) > statement.quote.length / 2)
    })
    expect(lost).toEqual([])
  })
})

describe('lineages', () => {
  test('a wire story and its three rewrites are one source', () => {
    const found = record.lineages.map(({ members }) => members.map(fileOf).sort())
    for (const { members } of gold.lineages.filter(({ members }) => members.length > 1))
      expect(found).toContainEqual([...members].sort())
  })

  test('what quotes or shares background with another stays a source of its own', () => {
    expect(record.lineages.length).toBe(gold.independentSources)
  })

  test('every credit of the reading by hand is read', () => {
    const found = credits(record.reports).map(({ report, outlet, words }) => ({ file: fileOf(report), outlet, words }))
    for (const { file, outlet, quote } of gold.credits) expect(found).toContainEqual({ file, outlet, words: quote })
  })

  test('the date and the title that one rewrite slipped in are flagged as drift', () => {
    for (const planted of gold.drift.filter(({ optional }) => !optional)) {
      const place = placeOf(planted)
      const hits = record.drift.filter(
        ({ report, here, what }) =>
          report === place?.report && what === planted.what && here !== undefined && overlap(here, place) > 0,
      )
      expect(hits, planted.quote).not.toEqual([])
    }
  })
})

describe('statements', () => {
  test('of the statements that a careful reader records, four in five are found, and nine in ten of these have their party', () => {
    const required = gold.statements.filter(({ optional }) => !optional)
    const found = required.filter(statement => actsAt(statement).length > 0)
    const placed = found.filter(statement => {
      const parties = [statement.party, ...statement.partyAlt]
      return actsAt(statement).some(({ party }) => parties.includes(party))
    })
    expect(found.length / required.length).toBeGreaterThan(0.8)
    expect(placed.length / found.length).toBeGreaterThan(0.9)
  })

  test('no line of web debris is part of a statement', () => {
    const debris = gold.debris.flatMap(line => placeOf(line) ?? [])
    const wrong = record.statements.filter(statement =>
      debris.some(line => line.report === statement.report && overlap(line, statement) > 0),
    )
    expect(wrong.map(statement => slice(textOf(statement.report), statement))).toEqual([])
  })
})

describe('positions', () => {
  const position = (party: string, issue: string): Position | undefined =>
    record.positions.find(found => found.party === party && found.issue === issue)

  test.each(
    gold.movements
      .filter(({ direction }) => direction === 'hardened')
      .map(movement => [`${movement.party} on ${movement.issue} ${movement.direction}`, movement] as const),
  )('%s, step by step', (_, movement) => {
    const history = position(movement.party, movement.issue)?.history ?? []
    const steps = movement.steps.map(planted => {
      const here = new Set(actsAt(planted).map(({ statement }) => statement.id))
      const step = history.find(({ act, statements }) => act === planted.act && statements.some(id => here.has(id)))
      return { act: step?.act, date: step?.date?.slice(0, 10), conditional: step?.conditional }
    })
    expect(steps).toEqual(movement.steps.map(({ act, date, conditional }) => ({ act, date, conditional })))
  })

  test('what a party declares not negotiable is a red line', () => {
    for (const planted of gold.redLines) {
      const found = actsAt(planted).filter(({ redLine, party, issues }) => {
        return redLine && party === planted.party && issues.includes(planted.issue)
      })
      expect(found, planted.quote).not.toEqual([])
    }
  })

  test('a minister who accepted in one paper and refused in another is a discrepancy of one source against one', () => {
    for (const { sides } of gold.contradictions) {
      const [accepted, refused] = sides.map(({ evidence }) => evidence[0]?.file)
      const hits = record.discrepancies.filter(found => {
        const files = found.sides.map(side => side.evidence.map(({ report }) => fileOf(report)))
        return (
          found.within === 'lineages' &&
          files.some(side => side.includes(accepted ?? '')) &&
          files.some(side => side.includes(refused ?? '') && !side.includes(accepted ?? ''))
        )
      })
      expect(hits.map(({ sides: [a, b] }) => [a?.sources, b?.sources])).toContainEqual([1, 1])
    }
  })

  test('a claim that a party accepted, made by another, is marked as unconfirmed', () => {
    for (const claim of gold.unconfirmedClaims) {
      const place = placeOf(claim)
      const hits = record.discrepancies.filter(
        ({ kind, sides }) =>
          kind === 'unconfirmed-claim' &&
          sides.some(side =>
            side.evidence.some(span => place && span.report === place.report && overlap(span, place) > 0),
          ),
      )
      expect(hits).not.toEqual([])
    }
  })

  test('three conditions of three parties close a circle', () => {
    const links = new Map(record.conditions.links.map(link => [link.id, link]))
    const found = record.conditions.circles.map(circle =>
      circle.links.map(id => links.get(id)).map(link => link?.party),
    )
    for (const circle of gold.circles)
      expect(found.map(parties => [...new Set(parties)].sort())).toContainEqual(circle.map(({ party }) => party).sort())
  })
})

test('the same case gives the same record', async () => {
  expect(JSON.stringify(buildRecord(await openCase([demoFolder])))).toBe(JSON.stringify(record))
})
