import type { ApiAgreement } from '../../src/server/agreement-api.js'
import type { ApiComparison, ApiPosition, ApiProposal, ApiRecord, ApiReportText } from '../../src/server/api.js'

/** @throws Error in words for the reader */
async function answer<T>(path: string): Promise<T> {
  const response = await fetch(`api/${path}`)
  if (response.status === 404) throw new Error('It is not in the record.')
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return (await response.json()) as T
}

export function fetchRecord(): Promise<ApiRecord> {
  return answer('record')
}

export function fetchProposals(): Promise<ApiProposal[]> {
  return answer('proposals')
}

export function fetchReport(id: string): Promise<ApiReportText> {
  return answer(`reports/${encodeURIComponent(id)}`)
}

export function fetchComparison(a: string, b: string): Promise<ApiComparison> {
  return answer(`comparison/${encodeURIComponent(a)}/${encodeURIComponent(b)}`)
}

/** The positions as known on one day, moved since another. */
export function fetchPositions(at: string | null, since: string | null): Promise<ApiPosition[]> {
  const query = new URLSearchParams()
  if (at !== null) query.set('at', at)
  if (since !== null) query.set('since', since)
  return answer(`positions?${query}`)
}

/** The agreement as known on a day, or on the last; null where the case has none. */
export async function fetchAgreement(at: string | undefined): Promise<ApiAgreement | null> {
  const response = await fetch(at === undefined ? 'api/agreement' : `api/agreement?at=${encodeURIComponent(at)}`)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return (await response.json()) as ApiAgreement
}
