import { outletNames } from '../credits/outlet-names.js'
import { creditsIn } from '../credits.js'
import type { Lineage } from '../lineage.js'
import { bodySpans, type Report } from '../report.js'
import { facts } from './facts.js'

/**
 * The member that the others derive from, with the reason; null where nothing tells.
 *
 * In this order: the one that others credit, the one with the earliest date where all are dated, the one that has
 * every detail that two members share while no other has.
 */
export function originOf(members: readonly Report[]): Lineage['origin'] {
  if (members.length < 2) return null
  return credited(members) ?? earliest(members) ?? mostComplete(members)
}

function credited(members: readonly Report[]): Lineage['origin'] {
  const nameOf = outletNames(members.flatMap(({ outlet }) => outlet ?? []))
  const found = members.flatMap(member => {
    const outlet = member.outlet === null ? null : nameOf(member.outlet)
    const by = members.flatMap(other => creditsIn(other, nameOf).find(credit => credit.outlet === outlet) ?? [])
    return by.length > 0 ? [{ member, by }] : []
  })
  if (found.length !== 1) return null
  const { member, by } = found[0]!
  return {
    report: member.id,
    reason: `credited by ${by.length} of ${members.length - 1} others: “${by[0]!.words}”`,
  }
}

function earliest(members: readonly Report[]): Lineage['origin'] {
  const dates = members.map(member => member.date)
  if (dates.some(date => date === null || date.precision === 'year' || date.precision === 'month')) return null
  const sorted = [...members].sort((a, b) => compare(a.date!.value, b.date!.value))
  const [first, second] = sorted
  const days = Math.min(first!.date!.value.length, second!.date!.value.length)
  if (first!.date!.value.slice(0, days) === second!.date!.value.slice(0, days)) return null
  return { report: first!.id, reason: `earliest: ${first!.date!.value}, the next ${second!.date!.value}` }
}

function mostComplete(members: readonly Report[]): Lineage['origin'] {
  const details = members.map(
    member => new Set(bodySpans(member).flatMap(span => facts(member.text, span).map(fact => fact.key))),
  )
  const holders = new Map<string, number>()
  for (const own of details) for (const key of own) holders.set(key, (holders.get(key) ?? 0) + 1)
  const shared = [...holders].filter(([, count]) => count >= 2).map(([key]) => key)
  if (shared.length < 4) return null
  const held = details.map(own => shared.filter(key => own.has(key)).length)
  const full = held.indexOf(shared.length)
  if (full < 0 || held.some((count, at) => at !== full && count > 0.8 * shared.length)) return null
  return {
    report: members[full]!.id,
    reason: `most complete: it alone has all ${shared.length} quotations, dates and numbers that two members share`,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
