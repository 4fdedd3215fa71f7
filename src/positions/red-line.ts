import type { Word } from '../language/words.js'
import type { ActKind, Condition } from './act.js'
import { redLinePhrases as phrases } from './definitions.js'
import { issueFinder } from './issues.js'
import type { Reading } from './reading.js'

/** Words by which a party says that it will not negotiate this. */
const final = new Set([
  'never',
  'non-negotiable',
  'firmly',
  'steadfast',
  'categorically',
  'flatly',
  'unacceptable',
  'vital',
  'absolutely',
])

/** Acts that give, grant or blame: whatever is firm in them, they draw no line. */
const drawNone = new Set<ActKind>(['OFFER', 'ACCEPT', 'CONCEDE', 'CONSULT', 'ACCUSE', 'DENY', 'PROPOSE', 'DOUBT'])

/**
 * Whether a party declares this not negotiable: a firm rejection, words that declare it ("not up for discussion"), a
 * negation that leaves no case open ("not under any circumstances", "no talks, whoever asks"), a refusal that has not
 * moved or that stands until something else is done, or a demand that comes before all else.
 *
 * `text`: the words of the statement. Derived, never read from one word: "must" alone is a demand, not a red line.
 */
export function isRedLine(
  reading: Reading,
  condition: Condition | null,
  words: readonly Word[],
  text: string,
): boolean {
  const { act } = reading
  if (act !== 'DENY' && reading.strength !== 'hedged' && says(text, 'settles') && !past.test(text)) return true
  if (reading.mode === 'historical') return false
  const gives = act === 'OFFER' || act === 'DENY' || act === 'ACCUSE'
  if (!gives && reading.strength !== 'hedged' && leavesNoCase(text)) return true
  if (act !== null && drawNone.has(act)) return false
  if (reading.strength !== 'hedged' && says(text, 'declares')) return true
  if (act === 'REJECT') {
    if (says(text, 'refuses') || says(text, 'constant') || says(text, 'absolutes')) return true
    if (reading.strength === 'firm') return !isBarred(text)
  }
  if (act !== 'DEMAND') {
    return reading.strength !== 'hedged' && (says(text, 'refuses') || isRefusedUntil(condition, text))
  }
  if (reading.cue?.strength === 'firm' && !reading.cue.performs) return true
  if (says(text, 'first')) return true
  const isFinal = words.some(word => final.has(word.lemma) || final.has(word.text.toLowerCase()))
  const excludesRest =
    condition?.kind === 'must-include' &&
    /\b(?:include|encompass|cover|involve|contain|feature|entail|begin|start|rest)\b/i.test(condition.text)
  return excludesRest || (isFinal && reading.strength === 'firm' && condition !== null)
}

type Sign = Exclude<keyof typeof phrases, 'about' | 'exclude'>

const pattern = { id: 'red-line', name: 'Red line', group: 'Red line', pax: [] }
const finder = (terms: readonly string[], exclude: readonly string[]) =>
  issueFinder([{ ...pattern, terms: [...terms], exclude: [...exclude] }])
const finders: Readonly<Record<Sign, ReturnType<typeof issueFinder>>> = {
  declares: finder(phrases.declares, phrases.exclude),
  settles: finder(phrases.settles, phrases.exclude),
  refuses: finder(phrases.refuses, phrases.exclude),
  absolutes: finder(phrases.absolutes, phrases.exclude),
  constant: finder(phrases.constant, phrases.exclude),
  first: finder(phrases.first, phrases.exclude),
}
const barred = finder(phrases.exclude, [])

function says(text: string, sign: Sign): boolean {
  return finders[sign].mentions(text).length > 0
}

/** Whether what is turned down is talk ("dismissed his remarks"), or the words stand for something else. */
function isBarred(text: string): boolean {
  return barred.mentions(text).length > 0
}

/** "Not under any circumstances", "no talks, whoever asks for them": a negation that holds for every case. */
function leavesNoCase(text: string): boolean {
  const from = text.search(negates)
  return from >= 0 && (says(text, 'absolutes') || concedes.test(text.slice(from)))
}

const concedes = /[\p{L},] (?:whatever|whoever|whichever|no matter|regardless)\b/iu
const negates = /\b(?:not|never|no|nor|neither|none|nobody|nothing|cannot|without)\b|n['’]t\b/i

/** "Had been a red line": told of another time. */
const past = /\b(?:had (?:long )?been|used to be|once was|were once)\b/i

/** "Will not sign before the captives are free", "will stay for as long as they are there": nothing else will move them. */
function isRefusedUntil(condition: Condition | null, text: string): boolean {
  if (!condition) return false
  if (['unless', 'only-after', 'only-if', 'or-else'].includes(condition.kind) && refused.test(text)) return true
  return /^(?:for )?as long as\b/i.test(condition.text) && kept.test(text)
}

const refused = /\b(?:(?:will|would|can|shall) (?:not|never)|won['’]t|cannot|no \w+ (?:will|can))\b/i
const kept = /\b(?:will|would|shall) (?:stay|remain|continue to (?:hold|occupy|control))\b/i
