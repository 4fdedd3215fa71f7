import type { Word } from './words.js'

const notNames =
  /(?:ed|ing|led|run|wide|made|born|held|era|only|like|type|style|based|owned|free|elect|old|long|year|day|week|half|style|wing)$/

/**
 * The words with each given name of two halves as a name: "Dam-rin" in "Sol Dam-rin".
 *
 * The NLP library takes the halves for whatever words they are like; "Ostrel-led" and "state-run" stay as they are.
 */
export function withHyphenatedNames(words: readonly Word[]): Word[] {
  const named = new Set<number>()
  for (let at = 2; at < words.length; at++) {
    const [first, hyphen, second] = words.slice(at - 2, at + 1)
    if (hyphen?.text !== '-' || first?.end !== hyphen.start || hyphen.end !== second?.start) continue
    const isName =
      /^\p{Lu}\p{Ll}{1,5}$/u.test(first.text) && /^\p{Ll}{1,6}$/u.test(second.text) && !notNames.test(second.text)
    if (!isName || !/^\p{Lu}\p{Ll}/u.test(words[at - 3]?.text ?? '')) continue
    named.add(at - 2).add(at)
    if (words[at - 3]?.pos === 'X' || words[at - 3]?.pos === 'VERB') named.add(at - 3)
  }
  return named.size === 0 ? [...words] : words.map((word, at) => (named.has(at) ? { ...word, pos: 'PROPN' } : word))
}
