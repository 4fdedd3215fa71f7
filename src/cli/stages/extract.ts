import { Fault } from '../../fault.js'
import { slice } from '../../language/span.js'
import { extract } from '../../reports/extract/extract.js'
import type { StageFilter } from './filter.js'

/** {id, html, url?} -> {id, articleBody, title, byline, date, outlet, isArticle}; the article's blocks, one a line. */
export const filter: StageFilter = {
  each({ id, html, url }) {
    if (typeof html !== 'string') throw new Fault('Expected "html", a string.')
    const page = extract(html, typeof url === 'string' ? url : null)
    return {
      id,
      articleBody: page.body.map(span => slice(page.text, span)).join('\n'),
      title: page.title,
      byline: page.byline,
      date: page.date?.value ?? null,
      outlet: page.outlet,
      isArticle: page.isArticle,
    }
  },
}
