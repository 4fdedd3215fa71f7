import type { ApiReportText, ApiSpan } from '../../src/server/api.js'

/** A report's text in the order it is read: paragraphs of the article, and stretches put aside between them. */
export type Block =
  | ({ readonly kind: 'paragraph'; readonly dateline?: ApiSpan } & ApiSpan)
  | ({ readonly kind: 'headline' } & ApiSpan)
  | ({ readonly kind: 'removed'; readonly parts: readonly (ApiSpan & { readonly reason: string })[] } & ApiSpan)

/**
 * Neighbouring stretches that were put aside make one block; a line break in the article starts a paragraph. A dateline goes
 * with the paragraph that it opens.
 */
export function blocks({ text, body, removed, headline }: ApiReportText): Block[] {
  const stretches = [
    ...body.map(span => ({ ...span, reason: null })),
    ...removed.filter(span => span.start !== headline?.start).map(span => ({ ...span, reason: span.reason })),
    ...(headline && !body.some(span => span.start <= headline.start && headline.end <= span.end)
      ? [{ ...headline, reason: 'headline!' }]
      : []),
  ].sort((a, b) => a.start - b.start)
  const found: Block[] = []
  let dateline: ApiSpan | null = null
  for (const { start, end, reason } of stretches) {
    if (reason === 'headline!') found.push({ kind: 'headline', start, end })
    else if (reason === 'dateline') dateline = { start, end }
    else if (reason === null) {
      const [first, ...rest] = paragraphs(text, start, end)
      if (first) found.push(dateline ? { ...first, dateline } : first, ...rest)
      dateline = null
    } else {
      const before = found.at(-1)
      if (before?.kind === 'removed') {
        found[found.length - 1] = { ...before, end, parts: [...before.parts, { start, end, reason }] }
      } else found.push({ kind: 'removed', start, end, parts: [{ start, end, reason }] })
    }
  }
  return found
}

function paragraphs(text: string, from: number, to: number): Extract<Block, { kind: 'paragraph' }>[] {
  const found: Extract<Block, { kind: 'paragraph' }>[] = []
  for (const match of text.slice(from, to).matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() === '') continue
    const start = from + match.index
    found.push({ kind: 'paragraph', start, end: start + match[0].length })
  }
  return found
}
