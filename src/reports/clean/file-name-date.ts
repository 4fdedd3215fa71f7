import { knownDate } from '../date.js'
import type { KnownDate } from '../report.js'

/** The day in a file's name, year first: "2025-03-10-plan.txt", "20250310_plan.txt". */
export function fileNameDate(place: string): KnownDate | null {
  const name = place.split('/').at(-1) ?? ''
  const match = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name)
  return match ? knownDate(`${match[1]}-${match[3]}-${match[4]}`, 'file-name') : null
}
