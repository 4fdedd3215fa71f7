import type { z } from 'zod'
import type { Fault } from '../../fault.js'
import { type Path, readYaml, type YamlFile } from '../../yaml-file.js'
import { type Agreement, agreementSchema, isAgreement } from '../agreement.js'
import { misreferences } from './references.js'

const mend = 'The fields are described by `parley agreement schema` and in docs/reference.md.'

/** What a file of an agreement holds: the agreement, or the bare case of one question alone. */
export type AgreementFile =
  | { readonly kind: 'agreement'; readonly agreement: Agreement; readonly faults: readonly Fault[] }
  | { readonly kind: 'case'; readonly value: unknown }

/**
 * Reads the text of an `agreement.yaml`, or of a bare case of `sequence` or `coverage`.
 *
 * @param place the file's name, for messages
 * @throws Fault with line and field for the first thing that is wrong; `allFaults` names the others too
 */
export function parseAgreement(text: string, place: string): AgreementFile {
  const file = readYaml(text, { place, what: 'agreement', mend })
  if (!isAgreement(file.value)) return { kind: 'case', value: file.value }
  const { agreement, faults } = checked(file)
  const [first] = faults
  if (first || !agreement) throw first
  return { kind: 'agreement', agreement, faults }
}

/** Everything that is wrong with an `agreement.yaml`, each with its line; empty where nothing is. */
export function agreementFaults(text: string, place: string): Fault[] {
  return checked(readYaml(text, { place, what: 'agreement', mend })).faults
}

function checked(file: YamlFile): { agreement: Agreement | null; faults: Fault[] } {
  const parsed = agreementSchema.safeParse(file.value)
  if (!parsed.success) {
    return { agreement: null, faults: parsed.error.issues.map(issue => file.fault(...deepest(issue))) }
  }
  const faults = misreferences(parsed.data).map(({ path, message }) => file.fault(path, message))
  return { agreement: parsed.data, faults }
}

/** Of several ways in which a value is wrong, the one that goes deepest: it is the one the writer meant. */
function deepest(issue: z.core.$ZodIssue, before: Path = []): [Path, string] {
  const path = [...before, ...issue.path]
  if (issue.code === 'unrecognized_keys') return [[...path, issue.keys[0] ?? ''], 'there is no such field']
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [path, issue.message]
  const inner = issue.errors.flatMap(branch => branch.slice(0, 1)).map(one => deepest(one, path))
  const [first, ...others] = [...inner].sort((a, b) => b[0].length - a[0].length)
  if (!first) return [path, issue.message]
  const isDeeper = first[0].length > path.length
  const messages = [...new Set([first, ...others].map(([, message]) => message))]
  return isDeeper || messages.length === 1 ? first : [path, messages.join(', or ')]
}
