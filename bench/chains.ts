import { normal } from '../src/actors/normal.js'

/** An article's automatic analysis: see `parses.README.md` of the corpus. */
export interface Parse {
  readonly id: string
  readonly sentences: readonly {
    readonly start: number
    readonly end: number
    readonly tokens: readonly Token[]
  }[]
  readonly coref: readonly Chain[]
}

type Token = readonly [start: number, end: number, tag: string, head: number, relation: string, entity: string]
type Chain = readonly (readonly [start: number, end: number, isRepresentative: boolean])[]

/** What a coreference chain says that a mention stands for. */
export interface Told {
  /** The person's name by which the chain is represented: its representative's, else its most frequent; null: it names no person. */
  readonly name: readonly string[] | null
  /** The longest name in the chain that ends like `name`. */
  readonly fullest: readonly string[] | null
  /** The chain names people of different surnames: one of its links is wrong. */
  readonly isMixed: boolean
  /** The last words of its noun phrases, lower case: what a group may be called. */
  readonly heads: ReadonlySet<string>
}

/** What the chain that has a mention there says; null where none has. */
export function chainAt(parse: Parse, text: string, start: number, end: number): Told | null {
  const chain = parse.coref.find(each => each.some(mention => mention[0] === start && mention[1] === end))
  if (!chain) return null
  const mentions = chain.map(([from, to, isRepresentative]) => ({ ...headed(parse, text, from, to), isRepresentative }))
  const named = mentions.flatMap(({ name, isRepresentative }) => (name ? [{ name, isRepresentative }] : []))
  const counts = new Map<string, number>()
  for (const { name } of named) counts.set(name.at(-1)!, (counts.get(name.at(-1)!) ?? 0) + 1)
  const frequent = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const representative = named.find(each => each.isRepresentative) ?? named.find(({ name }) => name.at(-1) === frequent)
  const name = representative?.name ?? null
  const alike = named.filter(each => each.name.at(-1) === name?.at(-1)).map(each => each.name)
  return {
    name,
    fullest: alike.sort((a, b) => b.length - a.length)[0] ?? null,
    isMixed: counts.size > 1,
    heads: new Set(mentions.flatMap(({ head }) => head ?? [])),
  }
}

/** Whether words there are marked as a person's name. */
export function isPersonAt(parse: Parse, start: number, end: number): boolean {
  return tokensWithin(parse, start, end).some(({ token }) => token[5] === 'PERSON')
}

/** The head of a mention, and its name where the head is a person's: "Mr. Obama" has one, "Obama's aides" has none. */
function headed(parse: Parse, text: string, start: number, end: number) {
  const inside = tokensWithin(parse, start, end)
  const numbers = new Set(inside.map(({ number }) => number))
  const head = inside.find(({ token }) => !numbers.has(token[3]))
  if (!head) return { head: null, name: null }
  const word = text.slice(head.token[0], head.token[1])
  if (head.token[5] !== 'PERSON') return { head: word.toLowerCase(), name: null }
  let from = inside.indexOf(head)
  let to = from
  while (inside[from - 1]?.token[5] === 'PERSON') from--
  while (inside[to + 1]?.token[5] === 'PERSON') to++
  const words = text.slice(inside[from]!.token[0], inside[to]!.token[1])
  const name = normal(words).filter(each => each.length > 1 && !/^(?:jr|sr|mr|mrs|ms|dr)$/.test(each))
  return { head: word.toLowerCase(), name: name.length > 0 ? name : null }
}

function tokensWithin({ sentences }: Parse, start: number, end: number) {
  const sentence = sentences.find(each => each.start <= start && start < each.end)
  return (sentence?.tokens ?? []).flatMap((token, n) =>
    token[0] >= start && token[1] <= end ? [{ token, number: n + 1 }] : [],
  )
}
