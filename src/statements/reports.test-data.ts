import type { Report } from '../reports/report.js'

/** A report that is all body, for examples. */
export function reportOf(text: string, more: Partial<Report> = {}): Report {
  return {
    id: 'r1',
    place: 'r1.txt',
    outlet: null,
    url: null,
    title: null,
    byline: null,
    date: null,
    language: 'en',
    text,
    sha256: '',
    body: text.trim() === '' ? [] : [{ start: 0, end: text.length }],
    headline: null,
    removed: [],
    ...more,
  }
}
