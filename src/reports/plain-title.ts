import { isOutlet } from '../actors/organisations.js'

/** A page's title without the outlet's name that its template puts behind it: "No deal - Teskel Courier" is "No deal". */
export function plainTitle(title: string, outlet: string | null): string {
  const at = Math.max(...[' - ', ' | ', ' – ', ' — '].map(mark => title.lastIndexOf(mark)))
  if (at <= 0) return title
  const last = title.slice(at + 3).trim()
  return last.toLowerCase() === outlet?.toLowerCase() || isOutlet(last) ? title.slice(0, at).trimEnd() : title
}
