import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { Fault } from '../fault.js'
import { unpacked } from '../language/model/packed.js'
import { sparseModel } from '../language/model/sparse.js'
import { unpackedStatements } from '../statements/tagger/packed-tagger.js'
import { type Tagger, type TaggerModel, tagger } from '../statements/tagger/tagger.js'
import { modelFile } from './model-files.js'

/** `models/manifest.json`: what each model file must be. */
export interface ModelManifest {
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
}

const loaded = new Map<boolean, Tagger>()

/** Finds reported speech with the model that comes with the package; the model is read at the first text, once. */
export const packagedTagger: Tagger = text => loadedTagger(false)(text)

/** The same without syntax: faster, and a little less right. */
export const fastTagger: Tagger = text => loadedTagger(true)(text)

function loadedTagger(isFast: boolean): Tagger {
  const found = loaded.get(isFast) ?? tagger(taggerModel(isFast))
  loaded.set(isFast, found)
  return found
}

/** The trained statement model from the package's `models/` folder; `fast` is the one that needs no trees. */
export function taggerModel(fast = false): TaggerModel {
  const manifest = JSON.parse(new TextDecoder().decode(modelFile('manifest.json'))) as ModelManifest
  const bytes = (name: string) => checked(name, modelFile(name), manifest)
  return {
    tags: unpacked(bytes('tags.bin.br')),
    trees: fast ? nothing : unpacked(bytes('trees.bin.br')),
    ...unpackedStatements(bytes(fast ? 'statements-fast.bin.br' : 'statements.bin.br')),
  }
}

const nothing = sparseModel(1, 1, new Int32Array(0), new Int32Array(1), new Uint8Array(0), new Int8Array(0))

function checked(name: string, bytes: Uint8Array, manifest: ModelManifest): Uint8Array {
  const expected = manifest.files[name]?.sha256
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== expected) {
    throw new Fault(`The model file is damaged: expected sha256 ${expected ?? 'in the manifest'}, found ${found}.`, {
      place: `models/${name}`,
      mend: 'Install Parley again.',
    })
  }
  return brotliDecompressSync(bytes)
}
