import { fetchRecord } from './answers.js'
import { type Case, indexCase } from './case.js'

let latest = $state.raw<{ readonly case_: Case | null; readonly problem: string | null }>({
  case_: null,
  problem: null,
})

/** The case as the pages show it; it is another after a ruling. */
export const current = {
  get case_() {
    return latest.case_
  },
  get problem() {
    return latest.problem
  },
}

/** Reads the record; while it is under way, and where it fails later, the one before stays. */
export async function loadRecord(): Promise<void> {
  try {
    latest = { case_: indexCase(await fetchRecord()), problem: null }
  } catch (error) {
    latest = { case_: latest.case_, problem: error instanceof Error ? error.message : String(error) }
  }
}
