import { anchors, type CaseFile, endsOf, readingsOf, type SequenceCase } from './case-file.js'
import { type Bound, isContradiction, network } from './network.js'
import { civil, type Distance, distance, lag, moment, zoneOf } from './times.js'

/** Whether the dates and distances of a case can all be kept, under one set of readings. */
export interface Timetable {
  readonly consistent: boolean
  /** The bounds that contradict each other, each leading to the next; null where all can be kept. */
  readonly contradiction: {
    readonly nodes: readonly string[]
    readonly bounds: readonly NamedBound[]
    /** Days by which they miss each other. */
    readonly missingDays: number
  } | null
  /** When each point can begin and be done at the earliest and the latest; null: open. Empty where the dates contradict. */
  readonly windows: readonly Window[]
  /** What the case says of time and Parley cannot read: it binds nothing here. */
  readonly unread: readonly { readonly place: string; readonly text: string }[]
}

/** `node` no earlier or no later than a date, or at least or at most so many days after another. */
export interface NamedBound {
  readonly node: string
  readonly notBefore?: string
  readonly notAfter?: string
  readonly after?: string
  readonly atLeastDays?: number
  readonly atMostDays?: number
  /** The words of the case that say so. */
  readonly because: string
}

export interface Window {
  readonly node: string
  /** ISO dates in the civil time of the case; with the hour where it is not a whole day. */
  readonly begins: { readonly earliest: string | null; readonly latest: string | null }
  readonly done: { readonly earliest: string | null; readonly latest: string | null }
}

const origin = 'dates'
const start = (id: string) => `${id} begins`
const end = (id: string) => `${id} is done`

/**
 * The timetable of a case under a set of readings, as a simple temporal network.
 *
 * A date without an hour is the whole of its day; all are read in the case's own civil time. What is kept rather than
 * done (a ceasefire) counts from when it is in force. Months and years bind with the length that binds less. Nothing is
 * done before the signature, unless it was due before it.
 */
export function timetable(given: SequenceCase, readings: readonly string[]): Timetable {
  const { points, bounds, unread } = read(given, readings)
  const answer = network(points, bounds, origin)
  if (isContradiction(answer)) {
    const named = answer.bounds.flatMap(namedBound)
    const nodes = [...new Set(named.flatMap(({ node, after }) => (after === undefined ? [node] : [node, after])))]
    const contradiction = { nodes, bounds: named, missingDays: answer.missing / 1440 }
    return { consistent: false, contradiction, windows: [], unread }
  }
  const show = (minute: number | null | undefined) => (minute == null ? null : civil(minute))
  const windowOf = (point: string) => ({
    earliest: show(answer.get(point)?.earliest),
    latest: show(answer.get(point)?.latest),
  })
  const windows = given.steps.map(({ id, kind }) => ({
    node: id,
    begins: windowOf(start(id)),
    done: windowOf(kind === 'maintain' ? start(id) : end(id)),
  }))
  return { consistent: true, contradiction: null, windows, unread }
}

/** A bound in words: against a date, or as days between two points; what holds of every step by itself says nothing. */
function namedBound({ from, to, atMost, because }: Bound): NamedBound[] {
  const name = (point: string) => point.replace(/ (begins|is done)$/, '')
  if (from === origin) return [{ node: name(to), notAfter: civil(atMost), because }]
  if (to === origin) return [{ node: name(from), notBefore: civil(-atMost), because }]
  if (name(from) === name(to) && atMost === 0) return []
  return atMost < 0 || (atMost === 0 && !because.includes(' due: '))
    ? [{ node: name(from), after: name(to), atLeastDays: -atMost / 1440 + 0, because }]
    : [{ node: name(to), after: name(from), atMostDays: atMost / 1440, because }]
}

/** Reads all that the case says of time into bounds between points. */
function read(given: SequenceCase, readings: readonly string[]) {
  const { file, steps } = given
  const kindOf = new Map(steps.map(({ id, kind }) => [id, kind]))
  const ids = [...kindOf.keys(), ...anchors.filter(name => !kindOf.has(name))]
  const zone = zoneOf([file.signed, ...file.nodes.flatMap(({ start, due, earliest }) => [start, due, earliest])])
  const bounds: Bound[] = []
  const unread: { place: string; text: string }[] = []

  const begins = (id: string) => (kindOf.has(id) ? start(id) : anchorPoint(id))
  const isDone = (id: string) => (kindOf.get(id) === 'achieve' ? end(id) : begins(id))
  const atMost = (from: string, to: string, minutes: number, because: string) =>
    bounds.push({ from, to, atMost: minutes, because })
  const atLeast = (from: string, to: string, minutes: number, because: string) =>
    bounds.push({ from: to, to: from, atMost: -minutes, because })

  /** Binds a point by a distance; `early` and `late` are the point's two sides, which differ for a step as a whole. */
  const bind = (early: string, late: string, by: Distance, comparison: string, because: string) => {
    const from = by.of === null ? origin : isDone(by.of)
    const shift = by.at ?? { from: 0, to: 0 }
    if (comparison !== 'at-least') atMost(from, late, shift.to + by.lag.most, because)
    if (comparison !== 'at-most') atLeast(from, early, shift.from + by.lag.least, because)
  }
  const bindText = (place: string, text: string | undefined, early: string, late: string, otherwise: string) => {
    if (text === undefined) return
    const by = distance(text, ids, zone)
    if (by) bind(early, late, by, by.comparison ?? otherwise, `${place}: ${text}`)
    else unread.push({ place, text })
  }
  const days = (place: string, text: string | number | undefined) => {
    if (text === undefined) return null
    const found = lag(text)
    if (!found) unread.push({ place, text: String(text) })
    return found
  }

  const dayOf = { signed: file.signed?.trim(), endorsed: /\d{4}-\d{2}-\d{2}/.exec(file.endorsed ?? '')?.[0] }
  for (const [name, text] of Object.entries(dayOf)) {
    const at = text === undefined ? null : moment(text, zone)
    if (at)
      bind(name, name, { of: null, at, comparison: null, lag: { least: 0, most: 0 } }, 'exactly', `${name}: ${text}`)
    else if (text !== undefined) unread.push({ place: name, text })
  }
  const signed = moment(file.signed ?? '', zone)
  for (const { id } of steps) atLeast(start(id), isDone(id), 0, `${id} is done after it begins`)
  for (const node of file.nodes) {
    const own = [start(node.id), isDone(node.id)] as const
    bindText(`${node.id} start`, node.start, own[0], own[0], 'exactly')
    bindText(`${node.id} earliest`, node.earliest, own[0], own[0], 'at-least')
    bindText(`${node.id} due`, node.due, own[1], own[1], 'at-most')
    const long = days(`${node.id} duration`, node.duration)
    if (long && node.kind.startsWith('achieve'))
      atLeast(own[0], own[1], long.least, `${node.id} duration: ${node.duration}`)
    const due = node.due === undefined ? null : distance(node.due, ids, zone)
    const wasDueBefore = signed && due?.at && due.at.to + due.lag.most < signed.from
    if (signed && !wasDueBefore) atLeast('signed', own[0], 0, `${node.id} is not done before the signature`)
  }
  const asserted = file.edges.filter(edge => readingsOf(edge).some(reading => readings.includes(reading)))
  for (const edge of asserted) addEdge(edge)
  for (const one of file.constraints) addConstraint(one)
  const named = bounds.flatMap(({ from, to }) => [from, to])
  return { points: [...new Set([origin, ...named])], bounds, unread }

  function addEdge(edge: CaseFile['edges'][number]) {
    const { from, to } = endsOf(edge)
    const place = `${from} -> ${to}`
    const because = `${to} after ${from} (${readingsOf(edge).join(', ')})`
    const least = days(`${place} minLag`, edge.minLag)
    const most = days(`${place} maxLag`, edge.maxLag)
    const said = (lagText: string | number | undefined) => (lagText === undefined ? because : `${because}: ${lagText}`)
    const before = edge.kind === 'finish-start' ? isDone(from) : begins(from)
    atLeast(before, begins(to), least?.least ?? 0, said(edge.minLag))
    if (most) atMost(before, begins(to), most.most, said(edge.maxLag))
    if (edge.kind !== 'simultaneous') return
    atLeast(begins(to), begins(from), 0, because)
    atLeast(isDone(to), isDone(from), 0, because)
    atLeast(isDone(from), isDone(to), 0, because)
  }

  function addConstraint(one: CaseFile['constraints'][number]) {
    if (typeof one !== 'string') {
      const place = one.label ?? `${one.to} against ${one.from}`
      const least = days(place, one.min)
      const most = days(place, one.max)
      if (least) atLeast(isDone(one.from), begins(one.to), least.least, `${place}: at least ${one.min} after`)
      if (most) atMost(isDone(one.from), isDone(one.to), most.most, `${place}: at most ${one.max} after`)
      return
    }
    const id = ids.filter(name => one.trim().startsWith(name)).sort((a, b) => b.length - a.length)[0]
    const by = id === undefined ? null : distance(one.trim().slice(id.length), ids, zone)
    if (id === undefined || !by) unread.push({ place: 'constraints', text: one })
    else bind(begins(id), isDone(id), by, by.comparison ?? 'exactly', one)
  }
}

const anchorPoint = (id: string): string => (id === 'signature' ? 'signed' : id)
