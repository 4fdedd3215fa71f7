import type { Difference, Proposal } from '../positions/proposals.js'

/** One proposal as the brief lists it. */
export interface BriefProposal {
  readonly name: string
  readonly by: readonly string[]
  readonly to: readonly string[]
  readonly sources: number
  readonly refs: readonly number[]
  readonly versions: readonly BriefVersion[]
}

export interface BriefVersion {
  readonly name: string
  readonly first: string | null
  /** Each in words: "Velmara accepts it". */
  readonly answers: readonly BriefLine[]
  /** What it says, or how it differs from the version before: "changed: ... (before: ...)". */
  readonly points: readonly BriefLine[]
}

export interface BriefLine {
  readonly words: string
  readonly sources: number
  readonly refs: readonly number[]
}

/** The names and numbers by which the brief speaks of parties and reports. */
interface Names {
  readonly partyName: (id: string) => string
  readonly refs: (reports: readonly string[]) => readonly number[]
}

export function briefProposal(
  proposal: Proposal,
  reportOf: (statement: string) => string | undefined,
  { partyName, refs }: Names,
): BriefProposal {
  const { name, by, to, sources, mentions, versions, answers } = proposal
  const lineOf = (answer: Proposal['answers'][number]): BriefLine => ({
    words: `${partyName(answer.party)} ${answerWords[answer.kind]}${answer.conditional ? ', on a condition' : ''}`,
    sources: answer.sources,
    refs: refs(answer.statements.flatMap(id => reportOf(id) ?? [])),
  })
  const listed = versions.map((version, n) => ({
    name: version.name,
    first: version.first,
    // An answer whose version is not told stands with the last, as an answer to the whole.
    answers: answers
      .filter(({ version: id }) => id === version.id || (id === null && n === versions.length - 1))
      .map(lineOf),
    points:
      version.differences.length > 0
        ? version.differences.map(difference => differenceLine(difference, refs))
        : version.points.map(({ words, sources, evidence }) => ({
            words,
            sources,
            refs: refs(evidence.map(({ report }) => report)),
          })),
  }))
  return {
    name,
    by: by.map(({ party }) => partyName(party)),
    to: to.map(({ party }) => partyName(party)),
    sources,
    refs: refs(mentions.map(({ report }) => report)),
    versions: listed,
  }
}

function differenceLine({ kind, before, after }: Difference, refs: Names['refs']): BriefLine {
  const words = [after?.words, before && (after ? `(before: ${before.words})` : before.words)].filter(Boolean).join(' ')
  const evidence = [...(before?.evidence ?? []), ...(after?.evidence ?? [])]
  return {
    words: `${differenceWords[kind]}: ${words}`,
    sources: (after ?? before)?.sources ?? 0,
    refs: refs(evidence.map(({ report }) => report)),
  }
}

const answerWords: Readonly<Record<Proposal['answers'][number]['kind'], string>> = {
  accepts: 'accepts it',
  welcomes: 'welcomes it',
  rejects: 'rejects it',
  'demands-changes': 'demands changes',
  studies: 'is studying it',
  criticises: 'criticises it',
  comments: 'comments on it',
}

const differenceWords: Readonly<Record<Difference['kind'], string>> = {
  same: 'kept',
  changed: 'changed',
  added: 'added',
  dropped: 'dropped',
  'only-before': 'reported only before',
  'only-after': 'reported only now',
}

/** "nine-point plan, by Norrholm, to NATO". */
export function proposalLine({ name, by, to }: BriefProposal): string {
  return [
    name,
    by.length > 0 ? `by ${by.join(' and ')}` : 'put forward by: not told',
    to.length > 0 && `to ${to.join(' and ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}
