import type { AgreementFile } from '../agreements/agreement/agreement-file.js'
import { sequenceCaseOf } from '../agreements/agreement/as-case.js'
import { Fault } from '../fault.js'
import type { AgreementFormat } from './agreement-questions.js'

/**
 * An agreement in a format of the field. A bare case of a sequence has a graph and nothing else.
 *
 * @param readings of the net: whose order of steps counts, besides the text's; all where left out
 * @throws Fault of wrong usage where no format is named; Fault where the file does not hold what is to be written
 */
export async function exportedAgreement(
  read: AgreementFile,
  file: string,
  format: AgreementFormat | undefined,
  readings: readonly string[] | undefined,
): Promise<string | Uint8Array> {
  if (format === undefined) {
    throw new Fault('No format is named.', {
      mend: 'Use --to akn, legalruleml, docx, csv, pnml or dot.',
      exitCode: 2,
    })
  }
  if (format === 'dot' || format === 'pnml') {
    const { sequenceDot, sequencePnml } = await import('../exchange/agreement/sequence-graph.js')
    const waits = read.kind === 'agreement' ? sequenceCaseOf(read.agreement) : read.value
    return format === 'dot' ? sequenceDot(waits) : sequencePnml(waits, readings && ['text', ...readings])
  }
  if (read.kind === 'case') {
    throw new Fault('This file holds no agreement, only a case of its sequence or coverage.', {
      place: file,
      mend: 'Use --to dot or --to pnml, or name an agreement.yaml.',
    })
  }
  const { agreement } = read
  switch (format) {
    case 'akn':
      return (await import('../exchange/agreement/akoma-ntoso.js')).akomaNtoso(agreement)
    case 'legalruleml':
      return (await import('../exchange/agreement/legal-rule-ml.js')).legalRuleMl(agreement)
    case 'csv': {
      const { normRows } = await import('../exchange/agreement/norm-rows.js')
      return (await import('./csv.js')).csv(normRows(agreement))
    }
    case 'docx':
      return (await import('../exchange/agreement/agreement-document.js')).agreementDocument(agreement)
  }
}
