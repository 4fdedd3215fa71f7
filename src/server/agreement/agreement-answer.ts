import { coverageCaseOf } from '../../agreements/agreement/as-case.js'
import { modeOf } from '../../agreements/agreement/norm.js'
import { type Agreement, nameOf, normsOf } from '../../agreements/agreement.js'
import type { Finding, NextStep } from '../../agreements/compliance/finding.js'
import { daysKnown, showMinute } from '../../agreements/compliance/log.js'
import rules from '../../agreements/compliance/rules.json' with { type: 'json' }
import type { Compliance } from '../../agreements/compliance.js'
import { coverage } from '../../agreements/coverage.js'
import type { ApiAgreement, ApiFinding } from '../api.js'
import type { ServedAgreement } from './served.js'

/** Most findings that are sent for one norm: the newest; `count` says how many there are. */
const sent = 500

/** An agreement as it stood on a day: its text, its norms with their findings, and what its guarantees cover. */
export function agreementAnswer({ agreement, entries }: ServedAgreement, known: Compliance): ApiAgreement {
  const texts = new Map(known.known.map(({ id, text, act }) => [id, text || act]))
  const evidence = (ids: readonly string[]) => ids.map(id => ({ id, text: texts.get(id) ?? '' }))
  const name = (party: string) => nameOf(agreement, party)
  const findings = byNorm(known.findings)
  const states = new Map(known.norms.map(one => [one.norm, one]))
  return {
    title: agreement.title,
    kind: agreement.kind,
    asOf: known.asOf,
    days: daysKnown(entries),
    signed: agreement.signed ?? null,
    inForce: { from: show(known.inForce.from), to: show(known.inForce.to) },
    provisions: agreement.provisions.map(({ id, num, heading, text, status, agreedBy, bracketedBy }) => ({
      id,
      num: num ?? id,
      heading: heading ?? null,
      text,
      status,
      agreedBy: agreedBy.map(name),
      bracketedBy: bracketedBy.map(name),
    })),
    norms: normsOf(agreement).map(norm => {
      const life = states.get(norm.id)
      const own = findings.get(norm.id) ?? []
      return {
        id: norm.id,
        provision: norm.provision,
        modality: norm.modality,
        mode: modeOf(norm),
        strength: norm.strength,
        bearers: norm.bearers.map(name),
        towards: norm.towards.map(name),
        act: norm.object ? `${norm.act} of ${norm.object}` : norm.act,
        state: life?.state ?? 'pending',
        due: show(life?.due ?? null),
        timeline: (life?.timeline ?? []).map(one => ({
          at: show(one.at),
          state: one.state,
          because: says(one.because),
          evidence: evidence(one.evidence),
        })),
        count: own.length,
        results: tally(own),
        findings: own.slice(-sent).map(shown),
      }
    }),
    guarantees: agreement.guarantees.map(({ id, provision }) => ({
      id,
      provision,
      name: guaranteeName(agreement, id),
    })),
    attacks: agreement.attacks.map(attack => ({
      id: attack.id,
      act: attack.act,
      attacker: name(attack.attacker),
      target: name(attack.target),
      area: attack.area ?? null,
      traits: traitsOf(attack),
    })),
    coverage: coverage(coverageCaseOf(agreement)),
  }

  function shown(one: Finding): ApiFinding {
    return {
      result: one.result,
      party: one.party === null ? null : name(one.party),
      from: show(one.from),
      to: show(one.to),
      rule: one.rule,
      says: rules.rules[one.rule],
      confidence: one.confidence,
      evidence: evidence(one.evidence),
      next: one.next && { ...one.next, name: stepName(agreement, one.next) },
    }
  }
}

function byNorm(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.norm)
    if (group) group.push(finding)
    else groups.set(finding.norm, [finding])
  }
  return groups
}

function tally(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { result } of findings) counts[result] = (counts[result] ?? 0) + 1
  return counts
}

const show = (minute: number | null) => (minute === null || !Number.isFinite(minute) ? null : showMinute(minute))

/** Why a state changed: a rule by its words, anything else as the log has it. */
const says = (because: string): string => (rules.rules as Readonly<Record<string, string>>)[because] ?? because

function guaranteeName(agreement: Agreement, id: string): string {
  const provision = agreement.guarantees.find(one => one.id === id)?.provision
  const clause = agreement.provisions.find(one => one.id === provision)
  const num = clause?.num ?? clause?.id
  return clause?.heading ? `${num}. ${clause.heading}` : id
}

function stepName(agreement: Agreement, { kind, id }: NextStep): string {
  if (kind === 'mechanism') return agreement.mechanisms.find(one => one.id === id)?.name ?? id
  return normsOf(agreement).find(one => one.id === id)?.act ?? id
}

const traits = ['sustained', 'attributed', 'significant', 'deliberate', 'provoked', 'flagrant', 'found'] as const

function traitsOf(attack: Agreement['attacks'][number]): string[] {
  const said = traits.flatMap(name => (attack[name] === undefined ? [] : [attack[name] ? name : `not ${name}`]))
  return [...said, ...attack.circumstances]
}
