import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Fault } from '../../fault.js'
import { isPacked } from './formats.js'

/** Bytes packed by gzip, unpacked; never more than `largest`, whatever they claim. */
export async function unpackedWhole(bytes: Uint8Array, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of unpacked(Readable.from([bytes]))) {
    size += chunk.length
    if (size > largest)
      throw new Fault(`It unpacks to more than ${Math.round(largest / 1024 / 1024)} MB.`, {
        mend: 'Split it into one file a report, or into JSON lines (.jsonl.gz).',
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same for a stream: its bytes as they are, unpacked where they are packed. */
export async function* unpackedStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const rest = chunks[Symbol.asyncIterator]()
  const first = await rest.next()
  if (first.done) return
  const all = (async function* () {
    yield first.value
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  })()
  yield* isPacked(first.value) ? unpacked(Readable.from(all)) : all
}

async function* unpacked(packed: Readable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // What goes wrong comes out of the last stream; there is nothing else to be told.
  pipeline(packed, gunzip, () => {})
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (cause) {
    throw new Fault(`The packed file is damaged: ${(cause as Error).message}.`, {
      mend: 'Unpack it by hand (gunzip), or get it again.',
      cause,
    })
  }
}
