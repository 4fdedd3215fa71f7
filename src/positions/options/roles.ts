import type { PartyId } from '../../actors/actor.js'
import type { Word } from '../../language/words.js'
import type { PartiesIn } from './wording.js'
import data from './words.json' with { type: 'json' }

const towardsWords = new Set([...data.towards, ...data.scope])
const leaving = new Set(data.leaving)
const everyone = new Set(data.everyone)
const sides = new Set(data.sides)
const scope = new Set(data.scope)

/**
 * The parties of a phrase by what leads to them: a name behind "for", "to" or "must include" is served, any other one owns.
 *
 * Behind "from" a name owns too ("guarantees from the Compact"), unless something leaves it ("withdraw from Velmara").
 */
export function ownersAndGoals(phrase: readonly Word[], text: string, partiesIn: PartiesIn) {
  const roles = { of: new Set<PartyId>(), towards: new Set<PartyId>(), from: new Set<PartyId>() }
  let role: keyof typeof roles = 'of'
  let at = 0
  while (at < phrase.length) {
    const start = at
    while (at < phrase.length && !leads(phrase[at]!)) at++
    const last = phrase[at - 1]
    if (last && at > start) {
      for (const party of partiesIn(text.slice(phrase[start]!.start, last.end))) roles[role].add(party)
    }
    const word = phrase[at]?.lemma ?? ''
    const isLeft = data.away.includes(word) && phrase.slice(0, at).some(({ lemma }) => leaving.has(lemma))
    role = towardsWords.has(word) ? 'towards' : isLeft ? 'from' : 'of'
    at++
  }
  if (isForEveryone(phrase)) roles.towards.add('*')
  return roles
}

function leads({ pos, lemma }: Word): boolean {
  return pos === 'ADP' || scope.has(lemma) || lemma === 'to'
}

/** "all parties", "both capitals", "collective guarantees". */
function isForEveryone(phrase: readonly Word[]): boolean {
  return phrase.some(({ lemma, pos }, n) => {
    if (!everyone.has(lemma)) return false
    return pos === 'ADJ' || phrase.slice(n + 1, n + 4).some(next => sides.has(next.lemma))
  })
}
