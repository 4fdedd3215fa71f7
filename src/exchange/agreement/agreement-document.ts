import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { inWords, patternWords } from '../../agreements/agreement/condition.js'
import { isGuarantee } from '../../agreements/agreement/norm.js'
import { type Agreement, nameOf, normsOf, type Provision } from '../../agreements/agreement.js'

/**
 * The agreement as a Word document (OOXML), for those who negotiate it: title, who takes part, the provisions with what is
 * still in square brackets and by whom, and an annex that says what each norm is read to mean.
 */
export async function agreementDocument(agreement: Agreement): Promise<Uint8Array> {
  const version = agreement.expressions.at(-1)
  const document = new Document({
    title: agreement.title,
    creator: 'Parley',
    sections: [
      {
        children: [
          new Paragraph({ text: agreement.title, heading: HeadingLevel.TITLE }),
          ...(version ? [new Paragraph({ text: `Version ${version.version} of ${version.date}` })] : []),
          ...(agreement.signed ? [new Paragraph({ text: `Signed on ${agreement.signed}` })] : []),
          ...agreement.participation.map(
            ({ party, capacity }) =>
              new Paragraph({ text: `${nameOf(agreement, party)} (${capacity})`, bullet: { level: 0 } }),
          ),
          ...agreement.provisions.flatMap(one => provision(one, agreement)),
          new Paragraph({ text: 'Annex: how the provisions are read', heading: HeadingLevel.HEADING_1 }),
          annex(agreement),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function provision({ num, heading, text, status, bracketedBy }: Provision, agreement: Agreement): Paragraph[] {
  const title = [num, heading].filter(part => part !== undefined).join('. ')
  const isBracketed = bracketedBy.length > 0
  const notes = [
    ...(isBracketed ? [`in brackets: ${bracketedBy.map(one => nameOf(agreement, one)).join(', ')}`] : []),
    ...(status === 'signed' ? [] : [`status: ${status}`]),
  ]
  return [
    ...(title === '' ? [] : [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 })]),
    ...(isBracketed ? `[${text}]` : text).split(/\n{2,}/).map(part => new Paragraph({ text: part.trim() })),
    ...notes.map(note => new Paragraph({ children: [new TextRun({ text: note, italics: true })] })),
  ]
}

function annex(agreement: Agreement): Table {
  const head = ['Provision', 'Who', 'What', 'When']
  const rows = normsOf(agreement).map(norm => [
    agreement.provisions.find(({ id }) => id === norm.provision)?.num ?? norm.provision,
    norm.bearers.map(one => nameOf(agreement, one)).join(', '),
    `${norm.modality}: ${norm.act}${norm.object ? ` of ${norm.object}` : ''}${isGuarantee(norm) ? `, upon ${patternWords(norm.casusFoederis)}` : ''}`,
    [inWords(norm.trigger), ...(norm.due ? [`due ${inWords(norm.due)}`] : [])].join('; '),
  ])
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map(
        text => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })] }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map(cells => row(cells, false))],
  })
}
