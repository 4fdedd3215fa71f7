import type { Agreement } from '../../agreements/agreement.js'
import type { LogEntry } from '../../agreements/compliance/log.js'
import { type Compliance, compliance } from '../../agreements/compliance.js'
import { type Monitoring, monitored } from '../../agreements/trends/monitored.js'

/** What the pages of an agreement are made from. */
export interface ServedAgreement {
  readonly agreement: Agreement
  readonly entries: readonly LogEntry[]
}

/** The same with what it takes long to find, found once. */
export interface Prepared extends ServedAgreement {
  complianceOn(day: string | undefined): Compliance
  readonly monitoring: Monitoring
}

/** Days whose compliance is kept: a reader goes back and forth between a few. */
const kept = 4

export function prepared(served: ServedAgreement): Prepared {
  const byDay = new Map<string, Compliance>()
  let monitoring: Monitoring | undefined
  return {
    ...served,
    complianceOn(day = '') {
      const known = byDay.get(day) ?? compliance(served.agreement, served.entries, day === '' ? undefined : day)
      byDay.delete(day)
      byDay.set(day, known)
      for (const oldest of [...byDay.keys()].slice(0, -kept)) byDay.delete(oldest)
      return known
    },
    get monitoring() {
      monitoring ??= monitored(served.agreement, served.entries)
      return monitoring
    },
  }
}
