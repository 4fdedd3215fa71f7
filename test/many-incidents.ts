import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAgreement } from '../src/agreements/agreement/agreement-file.js'
import type { Agreement } from '../src/agreements/agreement.js'
import { entryOf, type LogEntry } from '../src/agreements/compliance/log.js'
import { demoFolder } from './demo-gold.js'

/** The demo's agreement with incidents drawn with a fixed seed over a year, half of them attributed, all with a place. */
export function manyIncidents(count: number): { agreement: Agreement; entries: LogEntry[] } {
  const place = join(demoFolder, 'agreement.yaml')
  const file = parseAgreement(readFileSync(place, 'utf8'), place)
  if (file.kind !== 'agreement') throw new Error(`${place} holds no agreement`)
  const random = mulberry(7)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const entries = Array.from({ length: count }, (_, i): LogEntry => {
    const day = new Date(Date.UTC(2025, 3, 16) + Math.floor(random() * 330) * 86_400_000).toISOString().slice(0, 10)
    const read = entryOf({
      id: `i${i}`,
      from: day,
      act: pick(['shelling', 'exchange of fire', 'drone flight', 'flow below 180']),
      attribution: random() < 0.5 ? { [pick(['Velmara', 'Dorvania'])]: pick([0.6, 0.9, 1]) } : {},
      place: pick(['Haldin', 'Kestrel ridge', 'Upper Orsa', null]),
      lat: 41 + random(),
      lon: -32 + random(),
      within: 1,
      reportedBy: pick(['mission', 'register']),
      verification: pick(['alleged', 'reported', 'observed', 'verified']),
      text: `Incident ${i} of an invented year`,
    })
    if ('reason' in read) throw new Error(read.reason)
    return read.entry
  })
  return { agreement: file.agreement, entries }
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
