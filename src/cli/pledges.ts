import { contributionKinds } from '../agreements/pledges/kinds.js'
import type { Pledge } from '../agreements/pledges.js'
import { pledgeSays, rejectionSays } from '../brief/pledge-words.js'
import type { CaseRecord } from '../record/record.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { listRefusals, readRecord } from './read-record.js'

/** `parley agreement pledges CASE`: who contributes what to a force or a guarantee, and who rejects it. */
export async function runPledges(
  place: string,
  options: { readonly json?: boolean; readonly output?: string },
  effects: Effects,
): Promise<number> {
  const record = await readRecord([place], effects)
  const text = options.json ? `${JSON.stringify(record.pledges, null, 2)}\n` : pledgesText(record)
  await deliver(text, options.output, effects)
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}

/** Pledges as a person reads them in a terminal: one part a kind of contribution. */
export function pledgesText({ pledges: { pledges, rejections }, parties }: CaseRecord): string {
  const name = (id: string | null) => (id === null ? 'Unknown' : (parties.find(one => one.id === id)?.name ?? id))
  const parts = contributionKinds.flatMap(kind => {
    const offered = pledges.filter(one => one.kind === kind.id)
    const rejected = rejections.filter(one => one.kind === kind.id)
    if (offered.length + rejected.length === 0) return []
    return [
      [
        kind.name,
        ...offered.flatMap(one => lines(pledgeSays(one, name), one)),
        ...rejected.flatMap(one => lines(rejectionSays(one, name), one)),
      ].join('\n'),
    ]
  })
  if (parts.length === 0) return 'Nobody is reported to contribute anything to a force or a guarantee.\n'
  return `${parts.join('\n\n')}\n`
}

function lines(what: string, { sources, evidence }: Pick<Pledge, 'sources' | 'evidence'>): string[] {
  const [first] = evidence
  const words = first
    ? `      “${first.quote.replace(/\s+/g, ' ').slice(0, 200)}” (${first.report}:${first.start}-${first.end})`
    : ''
  return [`  ${what}  [${sources} ${sources === 1 ? 'source' : 'sources'}]`, ...(words === '' ? [] : [words])]
}
