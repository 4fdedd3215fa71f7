import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAgreement } from '../src/agreements/agreement/agreement-file.js'
import { entryOf, type LogEntry } from '../src/agreements/compliance/log.js'
import { compliance } from '../src/agreements/compliance.js'

/**
 * How long the compliance of many incidents takes: `tsx bench/compliance.ts [COUNT]`, 100,000 where none is said.
 *
 * The agreement is the demo's; the incidents are drawn with a fixed seed over a year, half of them attributed.
 */
const count = Number(process.argv[2] ?? 100_000)
const place = fileURLToPath(new URL('../examples/agreement.yaml', import.meta.url))
const file = parseAgreement(readFileSync(place, 'utf8'), place)
if (file.kind !== 'agreement') throw new Error(`${place} holds no agreement`)
const { agreement } = file
const random = mulberry(7)
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T

const log = Array.from({ length: count }, (_, i): LogEntry => {
  const day = new Date(Date.UTC(2025, 3, 16) + Math.floor(random() * 330) * 86_400_000).toISOString().slice(0, 10)
  const read = entryOf({
    id: `i${i}`,
    from: day,
    act: pick(['shelling', 'small-arms fire', 'drone strike', 'flight', 'release of detainees', 'flow below 180']),
    attribution: random() < 0.5 ? { [pick(['Velmara', 'Dorvania'])]: pick([0.6, 0.9, 1]) } : {},
    place: pick(['Haldin', 'Sorn', 'Upper Orsa', null]),
    verification: pick(['alleged', 'reported', 'observed', 'verified']),
  })
  if ('reason' in read) throw new Error(read.reason)
  return read.entry
})

const times = Array.from({ length: 3 }, () => {
  const start = process.cpuUsage()
  const { findings } = compliance(agreement, log)
  const { user, system } = process.cpuUsage(start)
  return { seconds: (user + system) / 1e6, findings: findings.length }
})
for (const { seconds, findings } of times)
  console.log(
    `${count} incidents, ${agreement.norms.length} norms: ${seconds.toFixed(2)} s of CPU, ${findings} findings`,
  )

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
