import { stringify } from 'csv-stringify/browser/esm/sync'

export type Row = Readonly<Record<string, string | number | boolean | null>>

/**
 * A table as CSV with a header line. Cells that a spreadsheet would take for a formula are escaped:
 * their words come from anywhere.
 */
export function toCsv(rows: readonly Row[]): string {
  return stringify([...rows], {
    header: true,
    escape_formulas: true,
    bom: true,
    cast: { boolean: value => `${value}` },
  })
}

/** Hands a file to the browser's downloads. */
export function download(name: string, rows: readonly Row[], format: 'csv' | 'json'): void {
  const text = format === 'csv' ? toCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`
  downloadText(`${name}.${format}`, text, format === 'csv' ? 'text/csv' : 'application/json')
}

/** What of its look a drawing takes from the page's style sheets. */
const look = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
]

/** The drawing as a file of its own, in the colours it is shown in. */
export function downloadDrawing(name: string, drawing: SVGSVGElement): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll<SVGElement>('*')
  drawing.querySelectorAll<SVGElement>('*').forEach((part, n) => {
    const shown = getComputedStyle(part)
    for (const property of look) copies[n]?.setAttribute(property, shown.getPropertyValue(property))
  })
  // A link of the page leads nowhere outside it.
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
  const { width, height } = drawing.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor)
  copy.prepend(ground)
  downloadText(`${name}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml')
}

function downloadText(file: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
