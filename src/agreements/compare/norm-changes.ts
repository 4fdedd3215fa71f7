import { inWords, patternWords } from '../agreement/condition.js'
import { type GuaranteeFile, isGuarantee, modeOf, type NormFile } from '../agreement/norm.js'
import { type Agreement, nameOf } from '../agreement.js'
import { type Change, list, one, ranked, span } from './changes.js'
import { conditionChange, patternChange } from './conditions.js'

const strengths = ['intention', 'best-effort', 'result'] as const
const discretions = ['none', 'bounded', 'full'] as const
const bindings = ['political', 'executive', 'legislated', 'treaty'] as const
const firmer = { more: 'strengthened', fewer: 'weakened' } as const
const looser = { more: 'weakened', fewer: 'strengthened' } as const

/** What a norm means otherwise in a later draft, in the order in which a lawyer would ask. */
export function normChanges(
  before: NormFile,
  after: NormFile,
  of: { readonly before: Agreement; readonly after: Agreement },
): Change[] {
  const old = (ids: readonly string[]) => ids.map(id => nameOf(of.before, id))
  const now = (ids: readonly string[]) => ids.map(id => nameOf(of.after, id))
  return [
    ...one('modality', before.modality, after.modality),
    ...list('who is bound', old(before.bearers), now(after.bearers), { more: 'widened', fewer: 'narrowed' }),
    ...list('towards whom', old(before.towards), now(after.towards), { more: 'widened', fewer: 'narrowed' }),
    ...one('act', before.act, after.act),
    ...one('object', before.object, after.object),
    ...one('zone', before.zone, after.zone),
    ...one('mode', modeOf(before), modeOf(after)),
    ...span('how often', before.every, after.every, { longer: 'weakened', shorter: 'strengthened', none: 'longest' }),
    ...ranked('strength', strengths, before.strength, after.strength, { up: 'strengthened', down: 'weakened' }),
    ...conditionChange('trigger', before.trigger, after.trigger),
    ...dueChange(before, after),
    ...list('exceptions', before.exceptions.map(inWords), after.exceptions.map(inWords), looser),
    ...(before.breachedBy && after.breachedBy
      ? patternChange('what breaks it', before.breachedBy, after.breachedBy)
      : one(
          'what breaks it',
          before.breachedBy && patternWords(before.breachedBy),
          after.breachedBy && patternWords(after.breachedBy),
        )),
    ...(before.fulfilledBy && after.fulfilledBy
      ? patternChange('what fulfils it', before.fulfilledBy, after.fulfilledBy)
      : one(
          'what fulfils it',
          before.fulfilledBy && patternWords(before.fulfilledBy),
          after.fulfilledBy && patternWords(after.fulfilledBy),
        )),
    ...one('who verifies it', before.verifiedBy, after.verifiedBy),
    ...list('what answers a violation', before.onViolation, after.onViolation, firmer),
    ...(before.sunset && after.sunset
      ? conditionChange('end', before.sunset, after.sunset)
      : list(
          'end',
          before.sunset ? [inWords(before.sunset)] : [],
          after.sunset ? [inWords(after.sunset)] : [],
          looser,
        )),
    ...(isGuarantee(before) && isGuarantee(after) ? guaranteeChanges(before, after) : []),
  ]
}

/** An earlier day binds more. A day where there was none does too. */
function dueChange({ due: before }: NormFile, { due: after }: NormFile): Change[] {
  const words = { before: before ? inWords(before) : null, after: after ? inWords(after) : null }
  if (!before || !after) {
    if (before === after) return []
    return [{ of: 'due', effect: after ? 'strengthened' : 'weakened', ...words }]
  }
  return conditionChange('due', before, after).map(change => ({
    ...change,
    effect: change.effect === 'widened' ? 'strengthened' : change.effect === 'narrowed' ? 'weakened' : 'changed',
  }))
}

function guaranteeChanges(before: GuaranteeFile, after: GuaranteeFile): Change[] {
  const voids = ({ voidIf }: GuaranteeFile) =>
    voidIf.map(what => (typeof what === 'string' ? what : patternWords(what)))
  return [
    ...patternChange('casus foederis', before.casusFoederis, after.casusFoederis),
    ...decisionChange(before, after),
    ...ranked('discretion', discretions, before.discretion, after.discretion, { up: 'weakened', down: 'strengthened' }),
    ...span('time to consult', before.consultWithin, after.consultWithin, {
      longer: 'weakened',
      shorter: 'strengthened',
      none: 'longest',
    }),
    ...one('promise of consultation', before.consultation, after.consultation),
    ...one('promise of help', before.obligation, after.obligation),
    ...list('responses', before.responses, after.responses, firmer),
    ...list('void if', voids(before), voids(after), looser),
    ...one('reciprocal', String(before.reciprocal), String(after.reciprocal)),
    ...ranked('bindingness', bindings, before.binding, after.binding, { up: 'strengthened', down: 'weakened' }),
    ...one('consideration', before.consideration, after.consideration),
  ]
}

/** Only what binds by itself is firmer than what somebody decides; who decides is another thing. */
function decisionChange({ decision: before }: GuaranteeFile, { decision: after }: GuaranteeFile): Change[] {
  if (before === after) return []
  const effect = after === 'automatic' ? 'strengthened' : before === 'automatic' ? 'weakened' : 'changed'
  return [{ of: 'decision', effect, before, after }]
}
