import { z } from 'zod'
import { condition } from './agreement/condition.js'
import { guarantee, norm } from './agreement/norm.js'
import { day, duration, id, ids, list, share, source, words } from './agreement/terms.js'

/**
 * An agreement as a machine can read it: `agreement.yaml`.
 *
 * In the terms of the UN guidance on the mediation of ceasefires, PA-X, LegalRuleML (norms), Akoma Ntoso (versions) and
 * ATOP (guarantees). It holds what the words are read to mean; who reads them otherwise says so in `sequence`.
 */

const party = z.strictObject({
  id,
  name: words,
  kind: z.enum(['state', 'armed-group', 'organisation', 'coalition']).default('state'),
  memberOf: z.array(id).max(100).default([]),
  aliases: z.array(words).max(500).default([]).describe('other names, as incidents and reports use them'),
})

const provision = z.strictObject({
  id,
  num: words.describe('as the text numbers it: 3, 7(b)').optional(),
  heading: words.optional(),
  text: words,
  topic: z.array(words).max(50).default([]).describe('PA-X codes: Ce, SsrGua, ImPK, ...'),
  status: z.enum(['reported', 'draft', 'initialled', 'signed']).default('reported'),
  agreedBy: ids.default([]),
  bracketedBy: ids.default([]).describe('who keeps it in brackets'),
  sources: z.array(source).max(500).default([]),
})

const precedence = z.strictObject({
  before: id,
  after: id,
  kind: z.enum(['finish-start', 'start-start', 'simultaneous']).default('finish-start'),
  minLag: duration.optional(),
  maxLag: duration.optional(),
  reading: id.default('text').describe('`text`, or the party that asserts it'),
  weight: z.number().min(0).max(1e6).optional(),
  sources: z.array(source).max(100).default([]),
})

const mechanism = z.strictObject({
  id,
  name: words,
  members: ids.default([]),
  tasks: z
    .array(
      z.enum([
        'observe',
        'record',
        'verify',
        'investigate',
        'attribute',
        'report',
        'liaise',
        'resolve-dispute',
        'enforce',
      ]),
    )
    .default([]),
  methods: z.array(words).max(50).default([]),
  access: z
    .array(z.strictObject({ zone: id, guaranteed: z.boolean().default(false) }))
    .max(500)
    .default([]),
  cadence: duration.optional(),
  levels: z
    .array(z.strictObject({ name: words, within: duration }))
    .max(20)
    .default([]),
  confidenceThreshold: z
    .record(z.string(), share)
    .default({})
    .describe('`attribution`: the share of an attribution from which it names a party'),
})

const zone = z.strictObject({
  id,
  name: words.optional(),
  kind: z.enum([
    'line-of-contact',
    'buffer',
    'demilitarised',
    'withdrawal-band',
    'disengagement',
    'no-fly',
    'limited-forces',
    'other',
  ]),
  places: z.array(words).max(2000).default([]).describe('names of places in it, as incidents use them'),
  box: z
    .tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ])
    .optional()
    .describe('[west, south, east, north] in degrees'),
  limits: z
    .array(z.strictObject({ item: words, max: z.number().min(0) }))
    .max(100)
    .default([]),
  asOf: day.optional(),
})

/** A stretch of time in which a mechanism could, or could not, see a zone: the ground on which "no incident" stands. */
const observation = z.strictObject({
  mechanism: id,
  zone: id.optional().describe('all zones where left out'),
  from: day,
  to: day,
  known: day.optional(),
  observerHours: z.number().min(0).optional(),
  camerasUp: z.number().min(0).optional(),
  accessDenied: z.number().min(0).optional().describe('how often'),
  jammed: z.boolean().default(false),
})

const attack = z.strictObject({
  id,
  act: words,
  attacker: words.default('unknown'),
  target: words,
  area: words.optional(),
  sustained: z.boolean().optional(),
  attributed: z.boolean().optional(),
  significant: z.boolean().optional(),
  deliberate: z.boolean().optional(),
  provoked: z.boolean().optional(),
  flagrant: z.boolean().optional(),
  found: z.boolean().optional(),
  date: words.optional(),
  circumstances: z.array(words).max(50).default([]),
})

export const agreementSchema = z.strictObject({
  id: id.default('agreement'),
  title: words,
  kind: z
    .enum([
      'cessation-of-hostilities',
      'preliminary-ceasefire',
      'definitive-ceasefire',
      'framework',
      'comprehensive',
      'security-guarantee',
      'implementation',
    ])
    .default('framework'),
  work: words.optional().describe('FRBR address of the work, for Akoma Ntoso'),
  expressions: z
    .array(z.strictObject({ version: words, date: day, lang: words.default('en'), supersedes: words.optional() }))
    .max(200)
    .default([]),
  parties: z.array(party).max(500).default([]),
  participation: z
    .array(z.strictObject({ party: id, capacity: z.enum(['party', 'guarantor', 'witness', 'mediator', 'depositary']) }))
    .max(500)
    .default([]),
  signed: day.optional(),
  entryIntoForce: condition.optional().describe('at the signature where left out'),
  duration: duration.optional(),
  renewal: z.enum(['automatic', 'mutual-consent', 'none']).optional(),
  withdrawalNotice: duration.optional(),
  provisions: z.array(provision).max(2000).default([]),
  norms: z.array(norm).max(2000).default([]),
  guarantees: z.array(guarantee).max(500).default([]),
  sequence: z.array(precedence).max(20_000).default([]),
  mechanisms: z.array(mechanism).max(200).default([]),
  zones: z.array(zone).max(500).default([]),
  observed: z.array(observation).max(20_000).default([]).describe('monitoring coverage: who could see what, when'),
  definitions: z
    .array(z.strictObject({ term: words, text: words, uses: list.default([]) }))
    .max(500)
    .default([]),
  attacks: z.array(attack).max(500).default([]).describe('to hold against the guarantees'),
})

export type Agreement = z.infer<typeof agreementSchema>
export type AgreementText = z.input<typeof agreementSchema>
export type Provision = Agreement['provisions'][number]
export type Mechanism = Agreement['mechanisms'][number]
export type Observation = Agreement['observed'][number]

/** JSON Schema of `agreement.yaml`, for editors. */
export const agreementJsonSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Parley agreement',
  ...z.toJSONSchema(agreementSchema, { io: 'input' }),
})

/** Whether a value is an agreement, rather than the bare case of a sequence or of guarantees and attacks. */
export const isAgreement = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('norms' in value || 'provisions' in value || 'participation' in value)

/** All norms, guarantees among them. */
export const normsOf = (agreement: Agreement) => [...agreement.norms, ...agreement.guarantees]

/** The party of an id as a reader knows it. */
export const nameOf = (agreement: Pick<Agreement, 'parties'>, party: string): string =>
  agreement.parties.find(one => one.id === party)?.name ?? party
