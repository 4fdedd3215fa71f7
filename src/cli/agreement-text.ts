import type { Coverage } from '../agreements/coverage.js'
import type { NamedBound } from '../agreements/sequence/timetable.js'
import type { WayOut } from '../agreements/sequence/ways-out.js'
import type { Reading, Sequence } from '../agreements/sequence.js'

const moves: Record<WayOut['move'], string> = {
  drop: 'drop',
  simultaneous: 'do in one step',
  tranches: 'split in two parts',
  'third-party': 'hand to a third party',
}

/** A sequence as a person reads it in a terminal: one part a set of readings. */
export const sequenceText = ({ readings }: Sequence): string => `${readings.map(readingText).join('\n\n')}\n`

function readingText({ readings, deadlocks, timetable, agenda }: Reading): string {
  const [, ...parties] = readings
  const head = parties.length === 0 ? 'The text alone' : `The text as read by ${parties.join(' and ')}`
  const locks = deadlocks.flatMap(({ nodes, circle, waysOut }) => [
    `  Circle: ${nodes.join(', ')}`,
    ...circle.map(({ from, to, reading }) => `    ${to} waits for ${from} (${reading})`),
    ...waysOut.map(way => `    Way out, cost ${way.cost}: ${wayText(way)}`),
  ])
  const dates = timetable.contradiction
    ? [
        `  The dates contradict each other by ${Number(timetable.contradiction.missingDays.toFixed(2))} days:`,
        ...timetable.contradiction.bounds.map(bound => `    ${boundText(bound)}`),
      ]
    : ['  The dates can be kept.']
  return [
    head,
    ...(locks.length > 0 ? locks : ['  No circle.']),
    ...dates,
    ...timetable.unread.map(({ place, text }) => `  Not understood, and not counted: ${place}: ${text}`),
    `  Next: ${agenda.next.join(', ') || 'nothing'}`,
  ].join('\n')
}

function wayText({ move, nodes, waits, amendsText, isExact }: WayOut): string {
  const what =
    nodes.length > 0
      ? nodes.join(', ')
      : waits
          .map(({ from, to, reading, weight, isAssumed }) => {
            const assumed = isAssumed ? ', assumed' : ''
            return `${to} after ${from} (${reading}, weight ${weight}${assumed})`
          })
          .join('; ')
  const notes = [amendsText ? 'amends the text' : '', isExact ? '' : 'a cheaper one may exist'].filter(note => note)
  return `${moves[move]}: ${what}${notes.length > 0 ? ` [${notes.join('; ')}]` : ''}`
}

function boundText({ node, notBefore, notAfter, after, atLeastDays, atMostDays, because }: NamedBound): string {
  const says =
    notBefore !== undefined
      ? `no earlier than ${notBefore}`
      : notAfter !== undefined
        ? `no later than ${notAfter}`
        : atLeastDays !== undefined
          ? `at least ${atLeastDays} days after ${after}`
          : `at most ${atMostDays} days after ${after}`
  return `${node} ${says}  (${because})`
}

/** A coverage as a person reads it in a terminal: one part an attack. */
export function coverageText({ cells, uncovered }: Coverage): string {
  const attacks = [...new Set(cells.map(({ attack }) => attack))]
  const parts = attacks.map(attack => {
    const open = uncovered.find(one => one.attack === attack)
    const verdict = open ? (open.open ? '  (nobody is plainly bound)' : '  (NOBODY IS BOUND)') : ''
    return [`${attack}${verdict}`, ...cells.filter(cell => cell.attack === attack).flatMap(cellLines)].join('\n')
  })
  return `${parts.join('\n\n')}\n`
}

function cellLines({ guarantee, answer, clause, duties, conditions, collisions }: Coverage['cells'][number]): string[] {
  const open = conditions.filter(({ holds }) => holds === (answer === 'unclear' ? 'unknown' : 'no'))
  return [
    `  ${guarantee}: ${answer}${clause === null ? '' : `, by "${clause}"`}`,
    ...(open.length > 0
      ? [`    ${answer === 'unclear' ? 'not known' : 'not met'}: ${open.map(one => one.name).join(', ')}`]
      : []),
    ...duties.map(({ party, duty, within }) => `    ${party}: ${duty}${within === null ? '' : `, within ${within}`}`),
    ...collisions.map(({ party, kind, with: other, holds }) => {
      const says = kind === 'guarantor-attacks' ? 'is the attacker' : `is bound to the attacker too, by ${other}`
      return `    ${party} ${holds === 'yes' ? says : `may be: ${says}`}`
    }),
  ]
}
