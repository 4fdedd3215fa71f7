import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { labelNames } from '../src/language/parser/labels.js'
import { type TagName, tagOf } from '../src/language/tagger/tags.js'
import { type Forms, forms } from '../src/language/tokens/forms.js'
import type { Tokens } from '../src/language/tokens/tokens.js'

/** An article of PolNeAR: UTF-16 offsets, end exclusive. */
export interface Article {
  readonly id: string
  readonly publisher: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
}

type Pairs = readonly (readonly [number, number])[]

export interface GoldAttribution {
  readonly source: Pairs
  readonly cue: Pairs
  readonly content: Pairs
}

/** An article's silver analysis: its tokens as CoreNLP cut them, with tags, heads and relations. */
export interface Parsed {
  readonly id: string
  readonly tokens: Tokens
  readonly forms: Forms
  readonly tags: Uint8Array
  /** Index of the head in the article; the sentence's end for the root. */
  readonly heads: Int32Array
  readonly labels: Uint8Array
}

export function articles(folder: string, part: 'train' | 'dev'): Article[] {
  return lines<Article>(join(folder, `${part}.jsonl.gz`))
}

export function parses(folder: string, part: 'train' | 'dev', texts: ReadonlyMap<string, string>): Parsed[] {
  return lines<RawParse>(join(folder, `parses.${part}.jsonl.gz`)).map(raw => parsed(raw, texts.get(raw.id) ?? ''))
}

interface RawParse {
  readonly id: string
  readonly sentences: readonly {
    readonly tokens: readonly [number, number, string, number, string, string][]
  }[]
}

function parsed(raw: RawParse, text: string): Parsed {
  const start: number[] = []
  const end: number[] = []
  const sentences: number[] = []
  const tags: number[] = []
  const heads: number[] = []
  const labels: number[] = []
  for (const sentence of raw.sentences) {
    const from = start.length
    sentences.push(from)
    for (const [tokenStart, tokenEnd, tag, head, label] of sentence.tokens) {
      start.push(tokenStart)
      end.push(tokenEnd)
      tags.push(tagOf(tag as TagName))
      heads.push(head === 0 ? from + sentence.tokens.length : from + head - 1)
      labels.push(Math.max(0, labelNames.indexOf(label as never)))
    }
  }
  sentences.push(start.length)
  const tokens = {
    text,
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    gap: new Uint8Array(start.length),
    sentences: Int32Array.from(sentences),
  }
  return {
    id: raw.id,
    tokens,
    forms: forms(tokens),
    tags: Uint8Array.from(tags),
    heads: Int32Array.from(heads),
    labels: Uint8Array.from(labels),
  }
}

export function lines<T>(path: string): T[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)
}

/** A generator of numbers in [0, 1), the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(values: readonly T[], next: () => number): T[] {
  const made = [...values]
  for (let i = made.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[made[i], made[j]] = [made[j]!, made[i]!]
  }
  return made
}
