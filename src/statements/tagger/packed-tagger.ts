import { columns, joined, packed, unpacked } from '../../language/model/packed.js'
import type { SyntaxModels } from './analysis.js'
import type { Chain } from './chain.js'
import type { TaggerModel } from './tagger.js'

/** The two files of a tagger before compression: the syntax, and the statements proper. */
export type StatementModels = Omit<TaggerModel, keyof SyntaxModels>

export function packedStatements(model: StatementModels): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ threshold: model.threshold, isFast: model.isFast }))
  return joined([
    head,
    packed(model.lexicon),
    packedChain(model.marks),
    packedChain(model.links),
    packed(model.choice),
    packed(model.judge),
    packed(model.secondJudge),
  ])
}

export function unpackedStatements(bytes: Uint8Array): StatementModels {
  const [head, lexicon, marks, links, choice, judge, secondJudge] = columns(bytes)
  if (!head || !lexicon || !marks || !links || !choice || !judge || !secondJudge)
    throw new Error('These bytes are no statement model: expected seven columns.')
  return {
    ...(JSON.parse(new TextDecoder().decode(head)) as { threshold: number; isFast: boolean }),
    lexicon: unpacked(lexicon),
    marks: unpackedChain(marks),
    links: unpackedChain(links),
    choice: unpacked(choice),
    judge: unpacked(judge),
    secondJudge: unpacked(secondJudge),
  }
}

function packedChain(chain: Chain): Uint8Array {
  return joined([packed(chain.features), new Uint8Array(chain.edges.slice().buffer)])
}

function unpackedChain(bytes: Uint8Array): Chain {
  const [features, edges] = columns(bytes)
  if (!features || !edges) throw new Error('These bytes are no chain: expected two columns.')
  const model = unpacked(features)
  return { features: model, labels: model.classes, edges: new Float32Array(Uint8Array.from(edges).buffer) }
}
