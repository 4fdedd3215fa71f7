import type { Report } from '../src/reports/report.js'
import { seeded } from '../training/boosting.js'
import { reportOfRow } from '../training/data.js'

const plain =
  'talks border river guard convoy agreement minister harvest bridge winter market court village engine permit ballot signal pipeline orchard treaty harbour school patrol census airfield reserve tunnel garrison hospital quarry archive summit factory ferry grain railway council tribunal radio customs dam refinery monastery highway depot stadium lighthouse embassy'.split(
    ' ',
  )
const verbs =
  'rejected accepted opened closed demanded delayed promised counted repaired watched crossed guarded signed refused proposed measured announced blocked returned questioned'.split(
    ' ',
  )
const links = 'after before although because while and so'.split(' ')
const syllables = 'ka ven tor mi sul ost bel ar dri po lan qui hes ta nor ef gal ru ster wen'.split(' ')

/**
 * Invented reports for measuring speed: `size` of them, some four to a story, of 8 to 20 sentences.
 *
 * Within a story some are rewrites (a third of the words replaced, a few sentences moved), some are told anew from the
 * same names and numbers; all stories share places and names, as in a case about one conflict. Same size, same reports.
 */
export function generatedReports(size: number): Report[] {
  const random = seeded(17)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const name = () => {
    const spelled = pick(syllables) + pick(syllables) + pick(syllables)
    return spelled[0]!.toUpperCase() + spelled.slice(1)
  }
  const known = Array.from({ length: 60 }, name)
  const sentence = (names: readonly string[], number: number) =>
    `${pick(names)} ${pick(verbs)} the ${pick(plain)} of ${pick(names)} ${pick(links)} ${1 + Math.floor(random() * number)} ${pick(plain)}s were ${pick(verbs)} at the ${pick(plain)} near ${pick(known)}.`
  const reworded = (text: string) =>
    text
      .split(' ')
      .map(word => (/^[a-z]+$/.test(word) && random() < 0.35 ? pick(plain) : word))
      .join(' ')
  const reports: Report[] = []
  while (reports.length < size) {
    const names = [name(), name(), name(), pick(known), pick(known)]
    const number = 20 + Math.floor(random() * 5000)
    const tell = () => Array.from({ length: 8 + Math.floor(random() * 13) }, () => sentence(names, number))
    const original = tell()
    const tellings = [original]
    for (let more = Math.floor(random() * 7); more > 0; more--) {
      tellings.push(random() < 0.5 ? original.filter(() => random() < 0.85).map(reworded) : tell())
    }
    for (const told of tellings) {
      if (reports.length < size) reports.push(reportOfRow({ id: String(reports.length), text: told.join(' ') }))
    }
  }
  return reports
}
