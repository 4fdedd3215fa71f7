import { inWords, patternWords } from '../../agreements/agreement/condition.js'
import { isGuarantee, modeOf } from '../../agreements/agreement/norm.js'
import { type Agreement, nameOf, normsOf } from '../../agreements/agreement.js'
import type { Row } from '../../record/rows.js'

/** One row a norm, guarantees last, with the provision that it reads: for a spreadsheet. Conditions stand in words. */
export function normRows(agreement: Agreement): Row[] {
  const provisions = new Map(agreement.provisions.map(one => [one.id, one]))
  const names = (ids: readonly string[]) => ids.map(id => nameOf(agreement, id))
  return normsOf(agreement).map(norm => {
    const provision = provisions.get(norm.provision)
    const guarantee = isGuarantee(norm) ? norm : null
    return {
      norm: norm.id,
      provision: provision?.num ?? norm.provision,
      heading: provision?.heading ?? null,
      status: provision?.status ?? null,
      inBrackets: names(provision?.bracketedBy ?? []),
      modality: norm.modality,
      bearers: names(norm.bearers),
      towards: names(norm.towards),
      act: norm.act,
      object: norm.object ?? null,
      zone: norm.zone ?? null,
      mode: modeOf(norm),
      every: norm.every ?? null,
      trigger: inWords(norm.trigger),
      due: norm.due ? inWords(norm.due) : null,
      exceptions: norm.exceptions.map(inWords),
      strength: norm.strength,
      verifiedBy: norm.verifiedBy ?? null,
      onViolation: norm.onViolation,
      sunset: norm.sunset ? inWords(norm.sunset) : null,
      casusFoederis: guarantee ? patternWords(guarantee.casusFoederis) : null,
      decision: guarantee?.decision ?? null,
      discretion: guarantee?.discretion ?? null,
      responses: guarantee?.responses ?? [],
      voidIf: guarantee?.voidIf.map(one => (typeof one === 'string' ? one : patternWords(one))) ?? [],
      text: provision?.text ?? null,
    }
  })
}
