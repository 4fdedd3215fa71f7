import { Fault } from '../fault.js'
import type { SecondReader } from '../record/second-reader.js'

/** What the options of a command and the environment say of a second reader. */
export interface ReaderOptions {
  readonly reader?: 'rules' | 'llm'
  readonly readerUrl?: string
  readonly readerModel?: string
}

/**
 * The second reader that the user asks for; undefined: none, which is the default.
 *
 * The key stands in PARLEY_READER_KEY and nowhere else: a key in the options would stand in the shell's history.
 *
 * @throws Fault of wrong usage where the endpoint or its model is not named
 */
export async function secondReader({
  reader,
  readerUrl = process.env.PARLEY_READER_URL,
  readerModel = process.env.PARLEY_READER_MODEL,
}: ReaderOptions): Promise<SecondReader | undefined> {
  if (reader !== 'llm') return undefined
  if (!readerUrl || !readerModel) {
    throw new Fault('A second reader needs the address of an OpenAI-compatible endpoint and the name of a model.', {
      mend: 'Give --reader-url and --reader-model, or set PARLEY_READER_URL and PARLEY_READER_MODEL.',
      exitCode: 2,
    })
  }
  if (!/^https?:\/\//.test(readerUrl) || !URL.canParse(readerUrl)) {
    throw new Fault(`"${readerUrl}" is no web address.`, {
      mend: 'Name the endpoint in full, up to its version: http://127.0.0.1:11434/v1',
      exitCode: 2,
    })
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const { answerFiles } = await import('../record/second-reader/answer-cache.js')
  const provider = createOpenAICompatible({
    name: 'second-reader',
    baseURL: readerUrl,
    supportsStructuredOutputs: true,
    ...(process.env.PARLEY_READER_KEY && { apiKey: process.env.PARLEY_READER_KEY }),
  })
  return { model: provider(readerModel), name: readerModel, cache: answerFiles() }
}
