import { type Agreement, nameOf, type Provision } from '../../agreements/agreement.js'
import { element, type XmlElement, xmlDocument } from '../xml.js'

const source = '#parley'

/**
 * The text of an agreement as Akoma Ntoso 3.0 (OASIS LegalDocML), a `doc` named agreement: one article a provision, with
 * its number, heading and words, and in a remark who keeps it in brackets.
 *
 * The work's address is `work` of the file, or made of its id; where it names no country, `zz` (ISO 3166, user-assigned)
 * stands, since the standard wants one. What is read into the words is in `legalRuleMl`, not here.
 */
export function akomaNtoso(agreement: Agreement): string {
  return xmlDocument(
    element('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }, [
      element('doc', { name: 'agreement' }, [
        meta(agreement),
        element('preface', {}, [element('p', {}, [element('docTitle', {}, [agreement.title])])]),
        element(
          'mainBody',
          {},
          agreement.provisions.map(one => article(one, agreement)),
        ),
        agreement.participation.length > 0 ? conclusions(agreement) : null,
      ]),
    ]),
  )
}

function meta(agreement: Agreement): XmlElement {
  const topics = [...new Set(agreement.provisions.flatMap(({ topic }) => topic))].sort()
  return element('meta', {}, [
    identification(agreement),
    topics.length > 0
      ? element(
          'classification',
          { source },
          topics.map(topic => element('keyword', { value: topic, showAs: topic, dictionary: 'PA-X' })),
        )
      : null,
    agreement.expressions.length > 0
      ? element(
          'lifecycle',
          { source },
          agreement.expressions.map(({ version, date, supersedes }) =>
            element('eventRef', {
              eId: `version_${slug(version)}`,
              date: date.slice(0, 10),
              source,
              type: supersedes === undefined ? 'generation' : 'amendment',
            }),
          ),
        )
      : null,
    element('references', { source }, [
      ...agreement.parties.map(({ id, name }) =>
        element('TLCOrganization', { eId: slug(id), href: `/ontology/organization/${slug(id)}`, showAs: name }),
      ),
      element('TLCOrganization', { eId: 'parley', href: '/ontology/organization/parley', showAs: 'Parley' }),
    ]),
  ])
}

function identification(agreement: Agreement): XmlElement {
  const work = agreement.work ?? `/akn/zz/doc/${slug(agreement.id)}`
  const last = agreement.expressions.at(-1)
  const lang = last?.lang ?? 'en'
  const first = agreement.expressions[0]?.date ?? agreement.signed
  // The standard wants a date; its own example for one that is not known is this.
  const day = (date: string | undefined) => date?.slice(0, 10) ?? '0001-01-01'
  const expression = `${work}/${lang}@${last?.version ?? ''}`
  const level = (name: string, uri: string, date: string, label: string, more: readonly XmlElement[]) =>
    element(name, {}, [
      element('FRBRthis', { value: `${uri}/!main` }),
      element('FRBRuri', { value: uri }),
      element('FRBRdate', { date, name: label }),
      element('FRBRauthor', { href: source }),
      ...more,
    ])
  return element('identification', { source }, [
    level('FRBRWork', work, day(first), 'generation', [
      element('FRBRcountry', { value: /^\/akn\/([a-z]{2})(?:[-/]|$)/.exec(work)?.[1] ?? 'zz' }),
    ]),
    level('FRBRExpression', expression, day(last?.date ?? agreement.signed), 'version', [
      element('FRBRlanguage', { language: lang }),
    ]),
    level('FRBRManifestation', `${expression}.xml`, day(last?.date ?? agreement.signed), 'markup', []),
  ])
}

function article({ id, num, heading, text, status, bracketedBy }: Provision, agreement: Agreement): XmlElement {
  const who = bracketedBy.map(one => nameOf(agreement, one)).join(', ')
  const notes = [...(who === '' ? [] : [`in brackets: ${who}`]), ...(status === 'signed' ? [] : [`status: ${status}`])]
  return element('article', { eId: `art_${slug(id)}` }, [
    num === undefined ? null : element('num', {}, [num]),
    heading === undefined ? null : element('heading', {}, [heading]),
    element('content', {}, [
      ...text.split(/\n{2,}/).map(paragraph => element('p', {}, [paragraph.trim()])),
      ...notes.map(note => element('p', {}, [element('remark', { status: 'editorial' }, [`[${note}]`])])),
    ]),
  ])
}

function conclusions(agreement: Agreement): XmlElement {
  return element(
    'conclusions',
    {},
    agreement.participation.map(({ party, capacity }) =>
      element('p', {}, [
        element('organization', { refersTo: `#${slug(party)}` }, [nameOf(agreement, party)]),
        ` (${capacity})`,
      ]),
    ),
  )
}

/** An id as both standards take it: letters, digits, hyphens. */
const slug = (id: string): string =>
  id
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'x'
