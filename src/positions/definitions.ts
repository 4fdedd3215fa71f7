import { z } from 'zod'
import { actKinds } from './act.js'
import actsData from './acts.json' with { type: 'json' }
import issuesData from './issues.json' with { type: 'json' }

const cue = z.string().regex(/^[^\s]+( [^\s]+)*$/, 'expected dictionary forms with single blanks')

export const actDefinitionSchema = z.strictObject({
  id: z.enum(actKinds),
  name: z.string().min(1),
  gloss: z.string().min(1).describe('what a party does by it'),
  rule: z.string().min(1).describe('how to tell it from its neighbours'),
  plover: z.array(z.string()).describe('nearest PLOVER 2.0 event types'),
  cameo: z.array(z.string().regex(/^\d{2,4}$/)).describe('nearest CAMEO 1.1b3 codes'),
  polarity: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  example: z.string().min(1),
  performs: z.array(cue),
  nouns: z.array(cue).describe('names of the act: read where the attribution rests on them ("their demand that")'),
  signals: z.array(cue),
  verdicts: z
    .array(cue)
    .describe('what something is called: read behind a verb of `verdictVerbs` alone ("is a trap", "as a trap")'),
})

export const actsSchema = z.strictObject({
  about: z.string(),
  acts: z.array(actDefinitionSchema),
  firm: z.array(z.string()),
  hedged: z.array(z.string()),
  hypothetical: z.array(z.string()),
  negators: z.array(z.string()),
  neutral: z.array(z.string()).describe('verbs that merely say'),
  verdictVerbs: z.array(z.string()),
  harm: z.array(z.string()).describe('what is promised with these is threatened'),
  ofMind: z.array(z.string()).describe('who does not do these refuses nothing'),
  yielding: z.array(z.string()).describe('who vows not to do these refuses'),
  silence: z.array(z.string()).describe('who will not do these keeps silent, and refuses nothing'),
  inability: z.array(z.string()).describe('a thing that will not do these is doubted'),
  wagers: z.array(z.string()).describe('who would not do these "on" something doubts it'),
  giving: z.array(z.string()).describe('who could do these offers to'),
})

export const issueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  group: z.string().min(1),
  pax: z.array(z.string()).describe('variables of the PA-X codebook; empty where it has none'),
  terms: z
    .array(z.string().min(1))
    .describe(
      '`*` ends a word or, alone, stands for up to three words; `^` for a word with a capital; `?` for one letter',
    ),
  weak: z
    .array(z.string().min(1))
    .optional()
    .describe('terms that are read only where no other issue is named: "the deal", "discuss"'),
  exclude: z.array(z.string().min(1)).optional().describe('where these words stand, no term is read'),
  background: z
    .boolean()
    .optional()
    .describe('often the mere occasion: "during talks", "as part of a deal" do not count beside another issue'),
  anaphors: z.array(z.string().min(1)).optional().describe('nouns that take the issue up again: "these guarantees"'),
})

export const issuesSchema = z.strictObject({ source: z.string(), issues: z.array(issueSchema) })

export type ActDefinition = z.infer<typeof actDefinitionSchema>
export type IssueDefinition = z.infer<typeof issueSchema>

/** The closed set of acts, in the order in which pages list them. */
export const actDefinitions: readonly ActDefinition[] = actsData.acts as readonly ActDefinition[]

/** The general taxonomy, in the order in which pages list it. A case adds its own. */
export const issueDefinitions: readonly IssueDefinition[] = issuesData.issues
