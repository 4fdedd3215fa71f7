import { diffWordsWithSpace } from 'diff'
import pc from 'picocolors'
import type { Credit } from '../reports/credits.js'
import type { Branch } from '../reports/lineages/family.js'
import type { ReportId } from '../reports/report.js'
import type { AlignedRow, LineageAnswer } from './lineage.js'

/**
 * A report's lineage for a terminal: its tree, the likely origin, the drift, and the report beside its next of kin.
 *
 * Words that only one of two sentences has stand in `[-…-]` and `{+…+}`, so that colour is not needed. Control characters
 * of the reports are left out.
 */
export function lineageText(
  { report, lineage, members, tree, alignment, drift, credits }: LineageAnswer,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string {
  const paint = pc.createColors(color)
  const width = Math.max(40, Math.min(columns, 110))
  const wrap = (text: string, indent: number, hang = indent) => wrapped(plain(text), width, indent, hang)
  const numbers = new Map(members.map(({ id }, at) => [id, at + 1]))
  const ref = (id: ReportId) => `[${numbers.get(id) ?? id}]`
  const nameOf = (id: ReportId) => {
    const member = members.find(one => one.id === id)
    return member
      ? plain([member.outlet, member.date?.value.slice(0, 10) ?? 'undated', member.place].filter(Boolean).join(' · '))
      : id
  }

  const treeLines = ({ report: id, bond, branches }: Branch, before: string, below: string): string[] => [
    `${before}${ref(id)} ${id === report ? paint.bold(nameOf(id)) : nameOf(id)}${bond ? paint.dim(`  ${Math.floor(100 * bond.probability)} %`) : ''}`,
    ...branches.flatMap((branch, at) => {
      const isLast = at === branches.length - 1
      return treeLines(branch, `${below}${isLast ? '└─ ' : '├─ '}`, `${below}${isLast ? '   ' : '│  '}`)
    }),
  ]
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', paint.bold(paint.underline(title)), '', ...lines] : []
  const rowLines = ({ a, b, elsewhere }: AlignedRow): string[] => {
    const moved = elsewhere ? ' (its counterpart stands elsewhere)' : ''
    if (a === null || b === null) {
      const mark = a === null ? '+' : '-'
      const ink = elsewhere ? paint.dim : a === null ? paint.green : paint.red
      return [ink(wrap(`${mark} ${a ?? b ?? ''}${moved}`, 2, 4))]
    }
    if (a === b) return [wrap(`= ${a}`, 2, 4)]
    return [wrap(`~ ${inline(a, b)}`, 2, 4)]
  }

  const creditLines = credits.map(({ outlet, words, reach }) =>
    wrap(`It credits ${outlet} ${covered[reach]}: “${words}”`, 0),
  )
  if (members.length < 2) {
    const alone = wrap(`${nameOf(report)} stands alone: no other report here derives from the same text.`, 0)
    return `${[alone, ...creditLines].join('\n')}\n`
  }
  return `${[
    paint.bold(`${members.length} reports, one source`),
    wrap(
      lineage.origin
        ? `Likely origin: ${ref(lineage.origin.report)}, ${lineage.origin.reason}`
        : 'Likely origin: unknown',
      0,
    ),
    ...creditLines,
    ...section('TREE', [
      ...(tree ? treeLines(tree, '', '') : []),
      '',
      wrap(
        lineage.origin
          ? 'Each report hangs on the one that it is likest to.'
          : 'Each report hangs on the one that it is likest to; who came first is not known.',
        0,
      ),
    ]),
    ...section(
      'WHY ONE SOURCE',
      lineage.bonds
        .filter(({ a, b }) => a === report || b === report)
        .map(({ a, b, reasons }) => wrap(`${ref(a)} ${ref(b)} ${reasons.join('; ')}`, 2, 4)),
    ),
    ...section(
      'DRIFT',
      drift.map(({ report: id, words, uncorroborated }) =>
        wrap(`≠ ${ref(id)} ${words}${uncorroborated ? ' (uncorroborated: no other report here has it)' : ''}`, 2, 4),
      ),
    ),
    ...(alignment
      ? section(`SIDE BY SIDE: ${ref(alignment.a)} → ${ref(alignment.b)}`, alignment.rows.flatMap(rowLines))
      : []),
  ].join('\n')}\n`
}

const covered: Readonly<Record<Credit['reach'], string>> = {
  sentence: 'for one sentence',
  report: 'for all of it',
  part: 'for a part that it does not name',
}

/** The two sentences in one, with `[-words of the first-]` and `{+words of the second+}`. */
function inline(a: string, b: string): string {
  const changes = diffWordsWithSpace(a, b)
  const kept = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length), 0)
  // Two sentences that share little are easier read one after the other.
  if (kept < 0.4 * Math.min(a.length, b.length)) return `[-${a}-] {+${b}+}`
  return changes
    .map(({ added, removed, value }) => {
      const words = value.trim()
      if (words === '' || !(added || removed)) return value
      const [before, after] = value.split(words)
      return `${before}${added ? `{+${words}+}` : `[-${words}-]`}${after}`
    })
    .join('')
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')
}

function wrapped(text: string, width: number, indent: number, hang: number): string {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(hang) + word
      continue
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
