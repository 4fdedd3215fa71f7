import { Document, isMap, isScalar, isSeq } from 'yaml'
import { checkAgainstPatterns } from '../agreement/checklist.js'
import { agreementSchema } from '../agreement.js'
import type { AgreementDraft } from '../draft.js'

/** A draft as the text of an `agreement.yaml`: reading it gives the draft, and its comments say what nobody said. */
export function agreementDraftText({ agreement, notes }: AgreementDraft): string {
  const document = new Document(agreement)
  for (const field of ['provisions', 'norms', 'sequence', 'participation'] as const) {
    const list = document.get(field, true)
    if (!isSeq(list)) continue
    for (const item of list.items) {
      const id = isMap(item) ? item.get('id') : undefined
      const lines = typeof id === 'string' ? notes.get(id) : undefined
      if (lines) (item as { commentBefore?: string }).commentBefore = comment(lines)
    }
    const own = notes.get(field)
    const key =
      own && isMap(document.contents)
        ? document.contents.items.find(pair => isScalar(pair.key) && pair.key.value === field)?.key
        : undefined
    if (own && key) (key as { commentBefore?: string }).commentBefore = comment(own)
  }
  document.commentBefore = comment([
    'Drafted by `parley agreement draft` from what the reports say; yours to edit, Parley never changes it.',
    'Every provision is what one party wants, in the words of a report: put your clause in place of its text, keep its sources.',
    'Then add norms (who shall do what, by when), guarantees, zones and mechanisms, and run: parley agreement check CASE',
    'agreedBy: who wants it. bracketedBy: who rejects something on the issue. What nobody said is not in here.',
    ...lacking(agreement),
    ...guarantees(notes.get('guarantees') ?? []),
  ])
  return document.toString({ lineWidth: 110 })
}

function lacking(agreement: AgreementDraft['agreement']): string[] {
  const items = checkAgainstPatterns(agreementSchema.parse(agreement)).filter(({ is }) => is === 'lacking')
  return items.length === 0 ? [] : ['', 'Nobody is reported to have said:', ...items.map(({ asks }) => `  ${asks}`)]
}

function guarantees(lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [
        '',
        'Guarantees are spoken of in these provisions, and none says enough for an entry under `guarantees`:',
        ...lines.map(line => `  ${line}`),
      ]
}

const comment = (lines: readonly string[]): string =>
  lines.map(line => (line === '' ? '' : ` ${line.replace(/[\s\p{Cc}]+/gu, ' ').trimEnd()}`)).join('\n')
