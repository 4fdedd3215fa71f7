/**
 * How well speakers are named, against coreference chains: `npx tsx bench/speakers.ts DATA/attribution [train|dev] [--misses]`.
 *
 * For sources that are pronouns, bare surnames and titles ("the senator"): the share named as the chain names them, as
 * somebody else, or not at all. The chains are an automatic parser's: some of what counts as wrong is theirs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { gunzipSync } from 'node:zlib'
import { worldGazetteer } from '../src/actors/gazetteer.js'
import { genderOfName } from '../src/actors/given-names.js'
import { normal } from '../src/actors/normal.js'
import { isRoleHead } from '../src/actors/roles.js'
import { type Span, slice } from '../src/language/span.js'
import { readSentences } from '../src/statements/attributions.js'
import { learnPeople } from '../src/statements/people.js'
import { type Speaker, speakersIn } from '../src/statements/speakers.js'
import { chainAt, isPersonAt, type Parse, type Told } from './chains.js'

interface Article {
  readonly id: string
  readonly text: string
  readonly attributions: readonly { readonly source: readonly [number, number][] }[]
}

const kinds = ['he or she', 'they', 'surname', 'title, named in the chain', 'title, named nowhere'] as const
type Kind = (typeof kinds)[number]
type Outcome = 'right' | 'wrong' | 'unknown'

const [folder, part = 'dev'] = argv.slice(2).filter(each => !each.startsWith('--'))
if (!folder) throw new Error('Give the folder that holds dev.jsonl.gz and parses.dev.jsonl.gz.')
const showsMisses = argv.includes('--misses')
const parses = new Map(readLines<Parse>(`parses.${part}.jsonl.gz`).map(parse => [parse.id, parse]))
const tallies = new Map(kinds.map(kind => [kind, { right: 0, wrong: 0, unknown: 0, fullest: 0, withoutChain: 0 }]))

for (const { id, text, attributions } of readLines<Article>(`${part}.jsonl.gz`)) {
  const parse = parses.get(id)
  if (!parse) continue
  const reading = readSentences(text, [{ start: 0, end: text.length }])
  const resolve = speakersIn(reading, learnPeople([reading], worldGazetteer()), worldGazetteer())
  const sources = attributions
    .flatMap(({ source }) => source.slice(0, 1))
    .map(([start, end]) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  for (const source of sources) {
    const [speaker] = resolve(source)
    const told = chainAt(parse, text, source.start, source.end)
    const kind = kindOf(text, source, parse, told)
    const tally = kind && tallies.get(kind)
    if (!tally || !speaker) continue
    const outcome = told && judge(kind, speaker, slice(text, source), told)
    if (!told || !outcome) {
      tally.withoutChain++
      continue
    }
    tally[outcome]++
    if (outcome === 'right' && normal(speaker.actor.name).length >= (told.fullest?.length ?? 0)) tally.fullest++
    if (showsMisses && outcome !== 'right')
      console.log(
        [
          kind,
          outcome,
          `us: ${speaker.actor.name}`,
          `chain: ${told.name?.join(' ') ?? [...told.heads].join(', ')}${told.isMixed ? ' (mixed)' : ''}`,
          `${id}:${source.start}`,
          `${text.slice(Math.max(0, source.start - 400), source.start)}>>>${slice(text, source)}<<<${text.slice(source.end, source.end + 80)}`,
        ]
          .join(' | ')
          .replaceAll(/\s+/g, ' '),
      )
  }
}
for (const [kind, { right, wrong, unknown, fullest, withoutChain }] of tallies) {
  const all = Math.max(1, right + wrong + unknown)
  const share = (n: number, of = all) => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`
  console.log(
    `${kind}: ${all}; right ${share(right)}, wrong ${share(wrong)}, unknown ${share(unknown)}; precision ${share(right, right + wrong)}; by the fullest name ${share(fullest, right)}; ${withoutChain} not judged`,
  )
}

function kindOf(text: string, source: Span, parse: Parse, told: Told | null): Kind | null {
  const words = slice(text, source)
  if (/^(?:he|she|him|her)$/i.test(words)) return 'he or she'
  if (/^(?:they|them)$/i.test(words)) return 'they'
  const isPerson = isPersonAt(parse, source.start, source.end)
  if (isPerson) return /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}’'-]+$/u.test(words) ? 'surname' : null
  const head = normal(words).at(-1) ?? ''
  if (!/^the\s/i.test(words) || !isRoleHead(head) || /[^s]s$/.test(head)) return null
  return told?.name ? 'title, named in the chain' : 'title, named nowhere'
}

/** Null where the chain tells nothing. */
function judge(kind: Kind, { actor }: Speaker, words: string, { name, heads }: Told): Outcome | null {
  const ours = normal(actor.name).filter(word => word.length > 1)
  const isUnresolved =
    actor.name === 'unknown' || (kind.startsWith('title') && actor.name.toLowerCase() === words.toLowerCase())
  if (kind === 'they') {
    if (actor.name === 'unknown') return 'unknown'
    const told = [...heads].filter(head => !/^(?:they|them|their|themselves|we|our|us)$/.test(head))
    if (told.length === 0) return null
    return told.some(head => ours.includes(normal(head)[0] ?? head)) ? 'right' : 'wrong'
  }
  if (kind === 'title, named nowhere') return /^(?:unknown|(?:the|a|an)\s)/i.test(actor.name) ? 'right' : 'wrong'
  if (!name || (kind === 'he or she' && contradicts(words, name))) return null
  if (isUnresolved) return 'unknown'
  const last = name.at(-1) ?? ''
  const isSurname = ours.at(-1) === last || (ours.includes(last) && ours.length > 1 && name.length === 1)
  // Two of one surname: the given names tell them apart.
  const isOther = name.length > 1 && ours.length > 1 && !name.some(word => word !== last && ours.includes(word))
  return isSurname && !isOther ? 'right' : 'wrong'
}

/** "she" in a chain that names a Donald: the chain is wrong, whoever is meant. */
function contradicts(pronoun: string, name: readonly string[]): boolean {
  const gender = name.length > 1 ? genderOfName(name.join(' ')) : null
  return gender !== null && gender !== (/^s?her?$/i.test(pronoun) && !/^he$/i.test(pronoun) ? 'female' : 'male')
}

function readLines<T>(name: string): T[] {
  const text = gunzipSync(readFileSync(join(folder ?? '', name))).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}
