import type { Span } from '../../language/span.js'
import type { Word } from '../../language/words.js'
import acts from '../acts.json' with { type: 'json' }
import { findCues, formsOf } from '../cues.js'
import { readAct } from '../reading.js'
import events from './events.json' with { type: 'json' }

const deeds = new Map<string, string[]>()
for (const [kind, words] of Object.entries(events)) {
  if (typeof words === 'string') continue
  for (const word of words) deeds.set(word, [...(deeds.get(word) ?? []), kind])
}

const neutral = new Set(acts.neutral)
const negators = new Set(acts.negators)
const modals = new Set(['will', 'would', 'shall', 'can', 'could', 'may', 'might', 'must', 'should', 'need'])

/**
 * What the model sees of a sentence: names of features, each once.
 *
 * Names of persons and places are left out, so that no act is ever read off who acts. `source` and `target`: the words of
 * the actors where they are known, else empty. O(words).
 */
export function actFeatures(words: readonly Word[], source: readonly Span[], target: readonly Span[]): string[] {
  const found = new Set<string>()
  const add = (name: string) => void found.add(name)
  const keys = words.map(keyOf)
  const inSource = words.map(word => source.some(span => word.start < span.end && span.start < word.end))
  const inTarget = words.map(word => target.some(span => word.start < span.end && span.start < word.end))
  const sourceEnd = inSource.lastIndexOf(true)
  const targetStart = inTarget.indexOf(true)

  let before = '^'
  for (const [i, key] of keys.entries()) {
    if (key === null) continue
    if (!inSource[i]) {
      add(`u:${key}`)
      if (sourceEnd >= 0) add(`${i < sourceEnd ? 'before' : targetStart > i ? 'between' : 'after'}:${key}`)
    }
    const shown = inSource[i] ? 'S' : inTarget[i] ? 'T' : key
    if (shown !== before || shown.length > 1) add(`b:${before} ${shown}`)
    before = shown
  }
  addFrames(words, keys, sourceEnd, add)
  addDeeds(words, inSource, add)
  addCues(words, inSource, add)
  return [...found]
}

/** The word as the model knows it; null: not looked at. */
function keyOf(word: Word): string | null {
  if (word.pos === 'PUNCT' || word.pos === 'SYM') return null
  if (word.pos === 'PROPN') return 'N'
  if (word.pos === 'NUM') return '#'
  const [form] = formsOf(word)
  return form ?? word.lemma
}

/** The verb of the one who acts, what it governs, and what stands before it: modal, negation, perfect, passive. */
function addFrames(
  words: readonly Word[],
  keys: readonly (string | null)[],
  sourceEnd: number,
  add: (name: string) => void,
) {
  const verbs = words.flatMap((word, i) => (word.pos === 'VERB' ? [i] : []))
  const afterSource = verbs.filter(i => i > sourceEnd)
  const frame = afterSource.length > 0 ? afterSource : verbs
  const telling = frame.find(i => !neutral.has(words[i]?.lemma ?? ''))
  for (const [name, at] of [
    ['v1', frame[0]],
    ['v2', frame[1]],
    ['vt', telling],
  ] as const) {
    if (at === undefined) continue
    const verb = keys[at] ?? ''
    add(`${name}:${verb}`)
    const group = words.slice(Math.max(0, at - 4), at)
    const signs: string[] = []
    for (const word of group) {
      if (modals.has(word.lemma)) signs.push(word.lemma)
      if (negators.has(word.lemma)) signs.push('not')
      if (word.lemma === 'have') signs.push('have')
      if (word.lemma === 'be') signs.push('be')
      if (word.lemma === 'to') signs.push('to')
    }
    for (const sign of signs) add(`${name}~${sign}`)
    for (const sign of signs) add(`${name}~${sign}:${verb}`)
    add(
      `${name}.form:${/ing$/.test(words[at]?.text ?? '') ? 'ing' : /ed$/.test(words[at]?.text ?? '') ? 'ed' : 'base'}`,
    )
    const object = keys.slice(at + 1, at + 7).findIndex((_, i) => words[at + 1 + i]?.pos === 'NOUN')
    if (object >= 0) add(`${name}+n:${verb} ${keys[at + 1 + object]}`)
    if (object >= 0) add(`${name}.n:${keys[at + 1 + object]}`)
    const next = keys.slice(at + 1, at + 4).find(key => key !== null && key !== 'N')
    if (next) add(`${name}+w:${verb} ${next}`)
  }
  if (frame[0] !== undefined && frame[1] !== undefined) add(`vv:${keys[frame[0]]} ${keys[frame[1]]}`)
  if (words.some(word => word.lemma === 'will' || word.lemma === 'shall')) add('future')
}

/** Deeds that are named, and whether they are done, still to come, refused or spoken of. */
function addDeeds(words: readonly Word[], inSource: readonly boolean[], add: (name: string) => void) {
  for (const [i, word] of words.entries()) {
    if (inSource[i]) continue
    for (const kind of formsOf(word).flatMap(form => deeds.get(form) ?? [])) {
      add(`deed:${kind}`)
      const before = words.slice(Math.max(0, i - 4), i)
      if (word.pos === 'VERB') {
        add(`deed.verb:${kind}`)
        for (const sign of before) {
          if (modals.has(sign.lemma) || negators.has(sign.lemma) || sign.lemma === 'to' || sign.lemma === 'have')
            add(`deed~${sign.lemma}:${kind}`)
        }
      }
      const governing = words.slice(0, i).findLast(earlier => earlier.pos === 'VERB')
      if (governing) add(`deed<${governing.lemma}:${kind}`)
    }
  }
}

/** What the rules of acts.json make of the sentence. */
function addCues(words: readonly Word[], inSource: readonly boolean[], add: (name: string) => void) {
  const cues = findCues(words).filter(cue => !inSource[cue.from])
  for (const cue of cues) add(`cue${cue.performs ? '!' : '?'}:${cue.act}`)
  // PLOVER counts signing as support, a negotiation record as acceptance.
  if (cues.some(({ cue }) => cue.startsWith('sign '))) add('cue!:signing')
  const [first] = cues.filter(cue => cue.performs)
  if (first) add(`first:${first.act}`)
  if (first) add(`first=:${first.cue}`)
  const reading = readAct(words, { cue: [], aside: [] })
  add(`rule:${reading.act}`)
  add(`rule:${reading.act} ${reading.negated ? 'not' : ''} ${reading.mode ?? ''}`)
  add(`strength:${reading.strength}`)
}
