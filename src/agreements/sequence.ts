import { type Agenda, agenda } from './sequence/agenda.js'
import { type CaseFile, type SequenceCase, sequenceCase, type Wait } from './sequence/case-file.js'
import { type Deadlock, deadlocks } from './sequence/deadlocks.js'
import { type Timetable, timetable } from './sequence/timetable.js'
import { type WayOut, waysOut } from './sequence/ways-out.js'

/** What an agreement's order of steps comes to under one set of readings. */
export interface Reading {
  /** `text` first: the agreement's own words; then the parties whose reading is added to it. */
  readonly readings: readonly string[]
  readonly deadlocks: readonly (Deadlock & { readonly waysOut: readonly WayOut[] })[]
  readonly timetable: Timetable
  readonly agenda: Agenda
}

export interface Sequence {
  /** The text alone, the text with each party's reading, and with all of them. */
  readonly readings: readonly Reading[]
  /** Ids that an edge names and no node declares: taken as steps of which nothing else is known. */
  readonly undeclared: readonly string[]
  /** Moves that were tried or proposed, with the steps that their words name. */
  readonly knownMoves: readonly (CaseFile['knownMoves'][number] & { readonly nodes: readonly string[] })[]
}

/**
 * Where an agreement locks itself, how it could be opened, whether its dates can be kept, and what can happen next.
 *
 * Nobody is right here: each party's reading is added to the text by itself, and what follows is shown side by side.
 *
 * @param value a case: `caseSchema` in `sequence/case-file.ts` says what it may hold
 * @throws Fault naming the field that cannot be read
 */
export function sequence(value: unknown): Sequence {
  const given = sequenceCase(value)
  return {
    readings: readingSets(given.waits).map(readings => under(given, readings)),
    undeclared: given.undeclared,
    knownMoves: given.file.knownMoves.map(move => ({ ...move, nodes: named(move.move, given) })),
  }
}

/**
 * The same under readings of one's own choice; `text` is always among them.
 *
 * @throws Fault naming the field that cannot be read
 */
export function sequenceUnder(value: unknown, parties: readonly string[]): Reading {
  return under(sequenceCase(value), ['text', ...parties.filter(party => party !== 'text')])
}

function under(given: SequenceCase, readings: readonly string[]): Reading {
  const waits = given.waits.filter(({ reading }) => readings.includes(reading))
  const found = deadlocks(given.steps, waits).map(deadlock => ({
    ...deadlock,
    waysOut: waysOut(deadlock, given.steps, given.waits, given.file.moveWeights),
  }))
  return {
    readings,
    deadlocks: found,
    timetable: timetable(given, readings),
    agenda: agenda(given, waits, found),
  }
}

/** The text alone, with each party, with all; each set once. */
function readingSets(waits: readonly Wait[]): string[][] {
  const parties = [...new Set(waits.map(({ reading }) => reading))].filter(reading => reading !== 'text')
  const each = parties.map(party => ['text', party])
  return [['text'], ...each, ...(parties.length > 1 ? [['text', ...parties]] : [])]
}

function named(text: string, { steps }: SequenceCase): string[] {
  const words = new Set(text.split(/[^\p{L}\p{N}_-]+/u))
  return steps.map(({ id }) => id).filter(id => words.has(id))
}
