/**
 * How well speakers are named, against coreference chains: `npx tsx bench/speakers.ts DATA/attribution`.
 *
 * Prints, for sources that are "he" or "she" and for bare surnames, how many are named as the chain names them, as
 * somebody else, or not at all. The chains are an automatic parser's: some of what counts as wrong is theirs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { gunzipSync } from 'node:zlib'
import { worldGazetteer } from '../src/actors/gazetteer.js'
import { normal } from '../src/actors/normal.js'
import { slice } from '../src/language/span.js'
import { readSentences } from '../src/statements/attributions.js'
import { learnPeople } from '../src/statements/people.js'
import { speakersIn } from '../src/statements/speakers.js'

interface Article {
  readonly id: string
  readonly text: string
  readonly attributions: readonly { readonly source: readonly [number, number][] }[]
}

interface Parse {
  readonly id: string
  readonly coref: readonly (readonly [number, number, boolean])[][]
}

const folder = argv[2]
if (!folder) throw new Error('Give the folder that holds dev.jsonl.gz and parses.dev.jsonl.gz.')
const showsMisses = argv.includes('--misses')
const articles = readLines<Article>('dev.jsonl.gz')
const parses = new Map(readLines<Parse>('parses.dev.jsonl.gz').map(parse => [parse.id, parse]))

const tallies = { pronouns: tally(), surnames: tally() }
for (const { id, text, attributions } of articles) {
  const parse = parses.get(id)
  if (!parse) continue
  const reading = readSentences(text, [{ start: 0, end: text.length }])
  const people = learnPeople([reading], worldGazetteer())
  const resolve = speakersIn(reading, people, worldGazetteer())
  const sources = attributions
    .flatMap(({ source }) => source.slice(0, 1))
    .map(([start, end]) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
  for (const source of sources) {
    const speaker = resolve(source)[0]?.actor.name ?? 'unknown'
    const words = slice(text, source)
    const kind = /^(?:he|she)$/i.test(words) ? 'pronouns' : /^\p{Lu}[\p{L}-]+$/u.test(words) ? 'surnames' : null
    if (!kind) continue
    const chain = parse.coref.find(each => each.some(([start, end]) => start === source.start && end === source.end))
    // A chain that names nobody ("the woman", "You") tells nothing.
    const names = (chain ?? [])
      .map(([start, end]) => text.slice(start, end))
      .filter(each => /^\p{Lu}/u.test(each) && normal(each).some(word => people.bySurname.has(word)))
    if (names.length === 0) continue
    const outcome = judge(kind, speaker, names)
    tallies[kind][outcome]++
    if (showsMisses && outcome !== 'right')
      console.log(
        kind,
        outcome,
        '|',
        speaker,
        '|',
        [...new Set(names)].join('; '),
        '|',
        text.slice(source.start - 120, source.end + 60).replaceAll(/\s+/g, ' '),
      )
  }
}
for (const [kind, { right, wrong, unknown }] of Object.entries(tallies)) {
  const all = right + wrong + unknown
  const share = (n: number) => `${((100 * n) / Math.max(1, all)).toFixed(1)} %`
  console.log(`${kind}: ${all}; right ${share(right)}, wrong ${share(wrong)}, unknown ${share(unknown)}`)
}

function tally() {
  return { right: 0, wrong: 0, unknown: 0 }
}

/** Right: the surname is one of the chain's names; for a bare surname, the fullest name that the chain has is found. */
function judge(
  kind: 'pronouns' | 'surnames',
  speaker: string,
  names: readonly string[],
): 'right' | 'wrong' | 'unknown' {
  if (speaker === 'unknown') return 'unknown'
  const told = normal(speaker)
  const last = told.at(-1) ?? ''
  if (!names.some(name => normal(name).includes(last))) return 'wrong'
  if (kind === 'pronouns') return 'right'
  const hasFuller = names.some(name => {
    const words = normal(name)
    const at = words.indexOf(last)
    return at > 0 && /^\p{Lu}/u.test(name) && words.length <= 4 && !told.includes(words[at - 1] ?? '')
  })
  return hasFuller && told.length === 1 ? 'unknown' : 'right'
}

function readLines<T>(name: string): T[] {
  const text = gunzipSync(readFileSync(join(folder ?? '', name))).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}
