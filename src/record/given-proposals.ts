import { pointsOfText } from '../positions/proposals/given.js'
import type { GivenProposal } from '../positions/proposals.js'
import type { CaseFile } from './case-file.js'

/** The proposals that a case names, with the points of those whose texts it holds. */
export function givenProposals({ proposals }: CaseFile, texts: ReadonlyMap<string, string>): GivenProposal[] {
  return proposals.map(({ id, name, aliases, by, versionOf, text: file }) => {
    const text = file === undefined ? undefined : texts.get(file)
    return {
      id,
      name,
      aliases,
      by,
      versionOf: versionOf ?? null,
      text: file === undefined || text === undefined ? null : { file, points: pointsOfText(text, file) },
    }
  })
}
