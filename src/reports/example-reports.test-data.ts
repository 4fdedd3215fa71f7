import { type Report, wholeText } from './report.js'

/** A report for tests: the text is all that is known of it. */
export function reportOf(id: string, text: string): Report {
  return {
    id,
    place: `${id}.txt`,
    outlet: null,
    url: null,
    title: null,
    byline: null,
    date: null,
    language: 'en',
    text,
    sha256: '',
    body: wholeText(text),
    headline: null,
    removed: [],
  }
}
