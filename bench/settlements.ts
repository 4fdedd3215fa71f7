/**
 * `npm run bench:settlements -- DIR`: every reference result in DIR against Parley's, then the speed table.
 *
 * DIR holds `genius.json`, `geniusweb.json`, `hyperrectangles.json`, `adjusted_winner.json`, `gmcr/` and `influence/`, or a
 * folder `settlement` or `data/settlement` with them. Without DIR only the speed table is made.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, cpuUsage, stdout } from 'node:process'
import { filter as frontierStage } from '../src/cli/stages/frontier.js'
import { filter as stabilityStage } from '../src/cli/stages/stability.js'
import { boxedFrontier } from '../src/settlements/boxed-frontier.js'
import { boxedRectangles } from '../src/settlements/boxes.js'
import { adjustedWinner, good } from '../src/settlements/division.js'
import { seeded } from '../src/settlements/draws.js'
import { readKtab } from '../src/settlements/formats/ktab.js'
import { frontier } from '../src/settlements/frontier.js'
import { influence } from '../src/settlements/influence.js'
import { modelSchema } from '../src/settlements/model.js'
import { nashPoint } from '../src/settlements/nash-search.js'
import { ratioText, toNumber } from '../src/settlements/ratio.js'
import { robustness } from '../src/settlements/robustness.js'
import type { Space } from '../src/settlements/space.js'

// biome-ignore lint/suspicious/noExplicitAny: reference files of many shapes, read once
type Any = any

const print = (line: string) => stdout.write(`${line}\n`)
const answer = (stage: typeof frontierStage, line: object): Any => ('each' in stage ? stage.each(line as never) : null)
const keys = (points: readonly (readonly number[])[] | undefined) =>
  (points ?? [])
    .map(point => point.map(value => value.toFixed(9)).join())
    .sort()
    .join(' ')

function tally(name: string, results: readonly (readonly [string, boolean])[]) {
  const wrong = results.filter(([, right]) => !right).map(([what]) => what)
  print(
    `${wrong.length === 0 ? 'ok  ' : 'MISS'} ${name}: ${results.length - wrong.length} of ${results.length}${wrong.length > 0 ? `; not ${wrong.slice(0, 8).join(', ')}` : ''}`,
  )
}

function references(folder: string) {
  const json = (name: string): Any => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const has = (name: string) => existsSync(join(folder, name))
  for (const name of ['genius.json', 'geniusweb.json'].filter(has)) {
    const points: [string, boolean][] = []
    const counts: [string, boolean][] = []
    const published: [string, boolean][] = []
    for (const { scenario, expected } of json(name)) {
      for (const rule of ['genius', 'raw']) {
        const e = expected[rule]
        if (!e) continue
        const o = answer(frontierStage, { scenario, rule })
        const id = `${scenario.name}/${rule}`
        if (e.pareto) points.push([`${id} pareto`, keys(o.pareto) === keys(e.pareto)])
        for (const kind of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'maxWelfare', 'geniusKs', 'negmasKs']) {
          if (e[kind]?.points) points.push([`${id} ${kind}`, keys(o[kind]?.points) === keys(e[kind].points)])
          if (e[kind] === null) counts.push([`${id} no ${kind}`, o[kind] === null])
        }
        counts.push([`${id} points`, o.pareto.length === e.paretoPoints])
        if (e.paretoOutcomes !== undefined)
          counts.push([`${id} outcomes`, o.paretoOutcomes === String(e.paretoOutcomes)])
        if (e.paretoRationalPoints !== undefined)
          counts.push([`${id} rational`, o.rational.length === e.paretoRationalPoints])
        if (e.opposition !== undefined) counts.push([`${id} opposition`, Math.abs(o.opposition - e.opposition) < 1e-12])
        if (rule === 'raw' && expected.published) {
          const { nash, kalai, opposition } = expected.published
          const isNear = (all: readonly number[][], one: readonly number[]) =>
            all.some(point => point.every((value, i) => Math.abs(value - (one[i] as number)) < 1e-9))
          published.push([`${id} published Nash`, isNear(o.nash.points, nash)])
          published.push([`${id} published Kalai`, isNear(o.geniusKs.points, kalai)])
          published.push([`${id} published opposition`, Math.abs(o.geniusOpposition - opposition) < 1e-9])
        }
      }
    }
    tally(`${name}, frontiers and solutions to the last tie`, points)
    tally(`${name}, counts and oppositions`, counts)
    if (published.length > 0) tally(`${name}, figures as published`, published)
  }
  if (has('hyperrectangles.json')) {
    const exact: [string, boolean][] = []
    const slow: [string, boolean][] = []
    for (const one of json('hyperrectangles.json')) {
      const { name, issues, parties, exactFront } = one
      const elapsed = clock()
      const o = answer(frontierStage, { scenario: { name, issues, parties }, rule: 'genius' })
      const ms = elapsed()
      if (exactFront) exact.push([name, o.exact && keys(o.pareto) === keys(exactFront)])
      slow.push([name, o.exact && ms < 10_000])
      print(
        `     ${name}, ${one.outcomes} outcomes: ${o.pareto.length} points${o.exact ? '' : `, ${o.unsearched.length} gaps open`}, ${ms.toFixed(0)} ms (to reach: under 10 s)`,
      )
    }
    tally('hyperrectangles.json, each exact within 10 s', slow)
    tally('hyperrectangles.json, exact frontiers', exact)
  }
  if (has('gmcr')) {
    const tables: [string, boolean][] = []
    for (const name of readdirSync(join(folder, 'gmcr')).filter(name => name.endsWith('.json'))) {
      const { expected, expectedByDM, coalitionNash, ...conflict } = json(join('gmcr', name))
      const o = answer(stabilityStage, conflict)
      for (const concept of Object.keys(expected ?? {})) {
        tables.push([`${name} ${concept}`, String(o[concept]) === String(expected[concept])])
        if (expectedByDM)
          tables.push([
            `${name} ${concept} by DM`,
            JSON.stringify(o.byDM[concept]) === JSON.stringify(expectedByDM[concept]),
          ])
      }
      if (coalitionNash) tables.push([`${name} coalitions`, String(o.coalitionNash) === String(coalitionNash)])
    }
    tally('gmcr, equilibria, verdicts by decision maker, coalitions', tables)
  }
  if (has('adjusted_winner.json')) {
    tally(
      'adjusted_winner.json',
      json('adjusted_winner.json').cases.map(({ name, issues, expected }: Any) => {
        const found = adjustedWinner(issues.map(([good_, a, b]: [string, number, number]) => good(good_, a, b)))
        const transfers = found.transfers.map(({ good, share }) => [issues[good][0], ratioText(share)])
        return [
          name,
          JSON.stringify(found.final.map(ratioText)) === JSON.stringify(expected.final) &&
            JSON.stringify(found.initial.map(toNumber)) === JSON.stringify(expected.initialTotals) &&
            transfers.every(
              ([what, share], i) =>
                what === expected.transfersFromRicher[i][0] &&
                fractionsEqual(share as string, expected.transfersFromRicher[i][1]),
            ),
        ]
      }),
    )
  }
  if (has('influence')) {
    for (const name of readdirSync(join(folder, 'influence')).filter(name => name.endsWith('.csv'))) {
      const found = influence(readKtab(readFileSync(join(folder, 'influence', name), 'utf8'), name))
      const [top] = [...(found?.stakeholders ?? [])].sort((a, b) => toNumber(b.share) - toNumber(a.share))
      print(
        `     influence ${name}: mean ${found && toNumber(found.mean).toFixed(4)}, median ${found?.median.map(ratioText).join(' to ')}, most leverage ${top?.name} (${top && toNumber(top.share).toFixed(4)})`,
      )
    }
  }
}

const fractionsEqual = (a: string, b: string): boolean => {
  const value = (text: string) =>
    text
      .split('/')
      .map(Number)
      .reduce((top, bottom) => top / bottom)
  return Math.abs(value(a) - value(b)) < 1e-15
}

/** A model of weights from 1 to 100 and values from 0 to 100, as the peers' scenarios have them. */
function anySpace(parties: number, issues: number, options: number, seed: number): Space {
  const random = seeded(seed)
  const values = Array.from({ length: issues }, () =>
    Array.from({ length: parties }, () => {
      const weight = 1 + Math.floor(random() * 100)
      return Array.from({ length: options }, () => weight * Math.floor(random() * 101))
    }),
  )
  return { values, scale: new Array(parties).fill(1n), reserve: new Array(parties).fill(0n) }
}

/** Milliseconds since then: of the processor where others share it, by the wall where it was ours. */
function clock(): () => number {
  const from = performance.now()
  const before = cpuUsage()
  return () => {
    const { user, system } = cpuUsage(before)
    return Math.min(performance.now() - from, (user + system) / 1000)
  }
}

/** Medians over seeds 1 to 5 of the best of `runs`, in milliseconds. */
function timed(job: (seed: number) => string, runs: number): { ms: number; note: string } {
  let note = ''
  const times = [1, 2, 3, 4, 5].map(seed => {
    const all = Array.from({ length: runs }, () => {
      const elapsed = clock()
      note = job(seed)
      return elapsed()
    })
    return Math.min(...all)
  })
  return { ms: times.sort((a, b) => a - b)[2] as number, note }
}

function speeds() {
  const row = (name: string, limit: string, { ms, note }: { ms: number; note: string }) =>
    print(`     ${name}: ${ms < 10 ? ms.toFixed(3) : ms.toFixed(0)} ms (to reach: ${limit}); last ${note}`)
  const front = (parties: number, issues: number) => (seed: number) =>
    `${frontier(anySpace(parties, issues, 10, seed)).count} points`
  row('frontier, 2 parties, 10^12', 'under 1 ms', timed(front(2, 12), 200))
  row('frontier, 2 parties, 10^6', 'under 0.32 ms', timed(front(2, 6), 200))
  row('frontier, 3 parties, 10^12', 'under 50 ms', timed(front(3, 12), 5))
  row('frontier, 4 parties, 10^12', 'under 2 s', timed(front(4, 12), 1))
  for (const issues of [12, 16, 20]) {
    const nash = (seed: number) => `product ${nashPoint(anySpace(6, issues, 10, seed))?.product.toExponential(6)}`
    row(`Nash point, 6 parties, 10^${issues}`, 'under 20 ms', timed(nash, 5))
  }
  for (const issues of [20, 30, 40])
    row(`interdependent, 2 parties, 10^${issues}`, 'under 10 s', timed(anyBoxes(issues), 1))
  const elapsed = clock()
  const found = robustness(openModel(), [new Array(12).fill(0)], 10_000)
  row('robustness, 2 parties, 10^12, 10,000 draws', 'under 10 s', {
    ms: elapsed(),
    note: `zone ${found.zone.share}`,
  })
}

/** Two bonuses an issue for each party on one to four issues, as GENIUS's largest scenarios have them. */
const anyBoxes = (issues: number) => (seed: number) => {
  const random = seeded(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const rectangles = () =>
    Array.from({ length: issues * 2 }, () => {
      const on = new Set(Array.from({ length: 1 + whole(4) }, () => whole(issues)))
      return {
        u: 1 + whole(100),
        in: [...on].map(issue =>
          random() < 0.5 ? ([issue, 0, 5 + whole(4)] as const) : ([issue, 1 + whole(9), 9] as const),
        ),
      }
    })
  const space = boxedRectangles(
    Array.from({ length: issues }, (_, i) => [`${i}`, 0, 9] as const),
    [rectangles(), rectangles()],
  )
  const { points, unsearched } = boxedFrontier(space)
  return `${points.length} points${unsearched.length > 0 ? `, ${unsearched.length} gaps open` : ''}`
}

/** Twelve issues of ten options that one party ranks and the other knows within intervals. */
function openModel() {
  const random = seeded(5)
  const ids = Array.from({ length: 12 }, (_, i) => `issue-${i}`)
  const options = Array.from({ length: 10 }, (_, i) => `option-${i}`)
  const shuffled = () => [...options].sort(() => random() - 0.5)
  return modelSchema.parse({
    issues: ids.map(id => ({ id, options })),
    parties: [
      { id: 'A', weights: { given: ids }, values: Object.fromEntries(ids.map(id => [id, { given: shuffled() }])) },
      {
        id: 'B',
        values: Object.fromEntries(
          ids.map(id => [
            id,
            { given: Object.fromEntries(shuffled().map((option, i) => [option, [i / 10, (i + 1) / 10]])) },
          ]),
        ),
      },
    ],
  })
}

const given = argv[2]
if (given) {
  const folder = [join(given, 'data/settlement'), join(given, 'settlement'), given].find(place =>
    existsSync(join(place, 'genius.json')),
  )
  if (folder) references(folder)
  else print(`There is no genius.json in ${given}, its settlement/ or its data/settlement/.`)
}
speeds()
