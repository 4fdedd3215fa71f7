import { Fault } from '../fault.js'
import type { CaseRecord } from '../record/record.js'
import type { TextStore } from './text-store.js'

/** Where the rulings of the case lie, and how the record is made anew from their text. */
export interface RulingsPlace {
  readonly store: TextStore
  /** @throws Fault for a text that is no valid `rulings.yaml` */
  readonly rebuild: (text: string) => CaseRecord
  /** Every issue that can be ruled on. */
  readonly issues: readonly { readonly id: string; readonly name: string }[]
}

/** The record that is served: another whenever the rulings are. */
export interface ServedRecord {
  /** The record as it is now. */
  now(): CaseRecord
  /** Obeys what was written into the file by other hands; what is wrong there is told, and the record stays as it was. */
  refreshed(): Promise<{ readonly text: string; readonly version: string | null; readonly problem: string | null }>
  /**
   * Writes the text and builds the record from it.
   *
   * @returns false where the file is another than `version`
   * @throws Fault for a text that is wrong; nothing is written then
   */
  write(text: string, version: string | null): Promise<boolean>
}

/** @param rulings null: none can be written, as where no folder is served */
export function servedRecord(first: CaseRecord, rulings: RulingsPlace | null): ServedRecord {
  let record = first
  let built: string | null | undefined
  let problem: string | null = null
  return {
    now: () => record,
    async refreshed() {
      const stored = (await rulings?.store.read()) ?? null
      const version = stored?.version ?? null
      // The record came with the file as it was when the server started.
      if (built === undefined) built = version
      if (rulings && version !== built) {
        try {
          record = rulings.rebuild(stored?.text ?? '')
          problem = null
        } catch (error) {
          if (!(error instanceof Fault)) throw error
          problem = [error.place, error.message].filter(Boolean).join(': ')
        }
        built = version
      }
      return { text: stored?.text ?? '', version, problem }
    },
    async write(text, version) {
      if (!rulings) return false
      const next = rulings.rebuild(text)
      const written = await rulings.store.write(text, version)
      if (!written) return false
      record = next
      built = written.version
      problem = null
      return true
    },
  }
}
