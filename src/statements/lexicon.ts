import cues from './cues.json' with { type: 'json' }

/** How a verb stands: `finite` may also be a participle where the two look alike. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund'

export interface VerbReading {
  readonly lemma: string
  readonly forms: readonly VerbForm[]
}

const lists = {
  say: new Set(cues.say),
  stance: new Set(cues.stance),
  comment: new Set(cues.comment),
  light: new Set(cues.light),
  lightNouns: new Set(cues.lightNouns),
  adjectives: new Set(cues.adjectives),
  complements: new Set(cues.bringsComplement),
  speechNouns: new Set(cues.speechNouns),
  contactVerbs: new Set(cues.contactVerbs),
  contactNouns: new Set(cues.contactNouns),
  copulas: new Set(cues.copulas),
  hearsay: new Set(cues.hearsay),
  agents: new Set(cues.agents),
  abstract: new Set(cues.abstract),
  clauseOnly: new Set(cues.clauseOnly),
  contactStarts: new Set(cues.contactStarts),
  requestNouns: new Set(cues.requestNouns),
  feltNouns: new Set(cues.feltNouns),
  narrator: new Set(cues.narrator),
  silence: new Set(cues.silence),
  idleObjects: new Set(cues.idleObjects),
  viewNouns: new Set(cues.viewNouns),
  verdicts: new Set(cues.verdicts),
  bareStances: new Set(cues.bareStances),
  planNouns: new Set(cues.planNouns),
  planVerbs: new Set(cues.planVerbs),
  documents: new Set(cues.documents),
  tellers: new Set(cues.tellers),
  narratedBy: new Set(cues.narratedByIt),
}

/** Whether `word` (a lemma, lower case) is in a class of the cue lexicon. */
export function isCue(kind: keyof typeof lists, word: string): boolean {
  return lists[kind].has(word)
}

/** Verbs that only count with a particle: `rule` in "rule out". */
const particles = new Map<string, Set<string>>()
const readings = new Map<string, VerbReading>()
for (const verb of [
  ...cues.contactStarts,
  ...cues.say,
  ...cues.stance,
  ...cues.comment,
  ...cues.light,
  ...cues.contactVerbs,
  ...cues.copulas,
]) {
  const [lemma, particle] = verb.split(' ')
  if (!lemma) continue
  if (particle) particles.set(lemma, (particles.get(lemma) ?? new Set()).add(particle))
  learnForms(lemma)
}

function learnForms(lemma: string): void {
  const [third, past, participle, gerund] = (cues.irregular as Record<string, string[]>)[lemma] ?? regular(lemma)
  const add = (form: VerbForm, word: string | undefined) => {
    if (!word) return
    const known = readings.get(word)
    if (known && known.lemma !== lemma) return
    readings.set(word, { lemma, forms: [...new Set([...(known?.forms ?? []), form])] })
  }
  add('base', lemma)
  add('third', third)
  add('past', past)
  add('participle', participle)
  add('gerund', gerund)
}

function regular(lemma: string): string[] {
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1)
    return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${lemma}ing`]
  }
  const third = /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  if (lemma.endsWith('e')) return [third, `${lemma}d`, `${lemma}d`, `${lemma.slice(0, -1)}ing`]
  return [third, `${lemma}ed`, `${lemma}ed`, `${lemma}ing`]
}

/** The cue verb that `word` is a form of, if any. */
export function verbReading(word: string): VerbReading | undefined {
  return readings.get(word.toLowerCase())
}

/** Whether the word is a form of a verb of speech. */
export function isSaying(word: string | null | undefined): boolean {
  return isCue('say', verbReading(word ?? '')?.lemma ?? '')
}

/** The verb with its particle where the lexicon has it so: `rule out`; the verb alone otherwise. */
export function withParticle(lemma: string, next: string | undefined): string {
  const known = particles.get(lemma)
  return known && next !== undefined && known.has(next.toLowerCase()) ? `${lemma} ${next.toLowerCase()}` : lemma
}
