import { randomBytes } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Fault } from '../fault.js'
import type { CaseRecord } from '../record/record.js'
import { draftModel, draftText } from '../settlements/draft.js'
import { parseModel } from '../settlements/model-file.js'
import type { ModelStore } from './model-store.js'
import { onlyFromOwnPages } from './own-pages.js'

/** The settlement model of the case as text, so that comments in it survive. */
export const ModelTextSchema = z
  .object({
    /** The text of `model.yaml`, or a draft from the record where there is none. */
    text: z.string(),
    /** To be sent back with a change; null: there is no `model.yaml` yet. */
    version: z.string().nullable(),
    /** Whether the text is a draft that nobody wrote down. */
    draft: z.boolean(),
    /** To be sent back with a change; null: nothing can be written here. */
    token: z.string().nullable(),
  })
  .openapi('SettlementModel')

export const ModelChangeSchema = z
  .object({ text: z.string().max(4 * 1024 * 1024), version: z.string().max(64).nullable() })
  .openapi('SettlementModelChange')

const SettlementProblemSchema = z
  .object({ error: z.string(), place: z.string().optional(), mend: z.string().optional() })
  .openapi('SettlementProblem')

export type ApiModelText = z.infer<typeof ModelTextSchema>
export type ApiModelProblem = z.infer<typeof SettlementProblemSchema>

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/settlements/model',
  summary: 'The settlement model of the case, or a draft of one from the record',
  responses: { 200: json(ModelTextSchema, 'The model.') },
})

const writeRoute = createRoute({
  method: 'put',
  path: '/api/settlements/model',
  summary: 'Replaces model.yaml, if it is still the version that the change was made on',
  request: {
    headers: z.object({ 'x-parley-token': z.string().max(64).optional() }),
    body: { required: true, content: { 'application/json': { schema: ModelChangeSchema } } },
  },
  responses: {
    200: json(ModelTextSchema, 'It was written.'),
    403: json(SettlementProblemSchema, 'The change does not come from these pages.'),
    409: json(SettlementProblemSchema, 'The file has changed meanwhile; nothing was written.'),
    415: json(SettlementProblemSchema, 'The body is not JSON.'),
    422: json(SettlementProblemSchema, 'The text is no valid model; nothing was written.'),
  },
})

/**
 * Reads and writes the settlement model of the case that is served.
 *
 * Who writes must send JSON, the token that the reading gave (a page elsewhere cannot read it), and, from a browser, an
 * Origin of this server.
 *
 * @param store null: nothing can be written, as where no folder is served
 */
export function settlementsApi(
  record: CaseRecord,
  store: ModelStore | null,
  hosts: () => ReadonlySet<string>,
): OpenAPIHono {
  const token = store ? randomBytes(18).toString('base64url') : null
  let draft: string | undefined
  const hono = new OpenAPIHono()

  hono.openapi(readRoute, async c => {
    c.header('Cache-Control', 'no-store')
    const stored = await store?.read()
    if (stored) return c.json({ ...stored, draft: false, token }, 200)
    draft ??= draftText(draftModel(record.name, record)) ?? ''
    return c.json({ text: draft, version: null, draft: true, token }, 200)
  })

  hono.use('/api/settlements/model', onlyFromOwnPages(token, hosts))

  hono.openapi(writeRoute, async c => {
    const { text, version } = c.req.valid('json')
    try {
      parseModel(text, 'model.yaml')
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return c.json(problem(error), 422)
    }
    const written = await store?.write(text, version)
    if (!written)
      return c.json(
        {
          error: 'model.yaml has changed since this page read it. Nothing was written.',
          mend: 'Load it again; then repeat the change.',
        },
        409,
      )
    return c.json({ ...written, draft: false, token }, 200)
  })
  return hono
}

const problem = ({ message, place, mend }: Fault): ApiModelProblem => ({
  error: message,
  ...(place === undefined ? {} : { place }),
  ...(mend === undefined ? {} : { mend }),
})
