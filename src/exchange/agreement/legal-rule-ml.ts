import { inWords, patternWords } from '../../agreements/agreement/condition.js'
import { isGuarantee, type NormFile } from '../../agreements/agreement/norm.js'
import { type Agreement, nameOf, normsOf } from '../../agreements/agreement.js'
import { element, type XmlElement, xmlDocument } from '../xml.js'

const deontic = {
  obligation: 'Obligation',
  prohibition: 'Prohibition',
  permission: 'Permission',
  power: 'Right',
} as const

/**
 * The norms of an agreement as LegalRuleML 1.0 (OASIS), compact form: one prescriptive statement a norm, a reparation
 * statement for each norm that answers a violation, and the readings as alternatives, each with the context in which
 * it holds: the text alone, and the text as each party reads it.
 *
 * Conditions stand in words (`Paraphrase` and atoms), not as formulas: their terms are the agreement's own. A power is a
 * `Right`, the standard's nearest.
 */
export function legalRuleMl(agreement: Agreement): string {
  const norms = normsOf(agreement)
  const read = readings(agreement)
  return xmlDocument(
    element(
      'lrml:LegalRuleML',
      {
        'xmlns:lrml': 'http://docs.oasis-open.org/legalruleml/ns/v1.0/',
        'xmlns:ruleml': 'http://ruleml.org/spec',
      },
      [
        element('lrml:Comment', {}, [agreement.title]),
        agreement.provisions.length > 0 ? references(agreement) : null,
        element(
          'lrml:Agents',
          {},
          agreement.parties.map(({ id, name }) =>
            element('lrml:Agent', { key: key('agent', id) }, [element('lrml:Comment', {}, [name])]),
          ),
        ),
        read.length > 0
          ? element(
              'lrml:Authorities',
              {},
              read.map(({ by, name }) =>
                element('lrml:Authority', { key: key('authority', by) }, [element('lrml:Comment', {}, [name])]),
              ),
            )
          : null,
        element(
          'lrml:Associations',
          { key: 'associations' },
          norms.map(norm =>
            element('lrml:Association', {}, [
              element('lrml:appliesSource', { keyref: `#${key('provision', norm.provision)}` }),
              element('lrml:toTarget', { keyref: `#${key('norm', norm.id)}` }),
            ]),
          ),
        ),
        ...alternatives(agreement),
        ...contexts(agreement, norms, read),
        element('lrml:Statements', { key: 'statements' }, [
          ...norms.map(norm => prescriptive(norm, agreement)),
          ...norms.flatMap(reparations),
          ...agreement.sequence.map((_, n) => precedence(n, agreement)),
        ]),
      ],
    ),
  )
}

function references({ provisions, work, id }: Agreement): XmlElement {
  return element(
    'lrml:LegalReferences',
    {},
    provisions.map(one =>
      element('lrml:LegalReference', {
        refersTo: key('provision', one.id),
        refID: `${work ?? `/akn/zz/doc/${id}`}/!main#art_${one.id}`,
        refIDSystemName: 'AkomaNtoso3.0',
      }),
    ),
  )
}

/** Who reads an order of steps into the text, besides the text itself. */
function readings(agreement: Agreement): { by: string; name: string }[] {
  const by = [...new Set(agreement.sequence.map(({ reading }) => reading))].filter(one => one !== 'text')
  return by.map(one => ({ by: one, name: nameOf(agreement, one) }))
}

/** What one party alone reads into the text stands as an alternative to not reading it so. */
function alternatives(agreement: Agreement): XmlElement[] {
  const read = agreement.sequence.flatMap(({ reading }, n) => (reading === 'text' ? [] : [n]))
  return read.length === 0
    ? []
    : [
        element('lrml:Alternatives', { key: 'readings' }, [
          element('lrml:Comment', {}, ['Orders of steps that a party asserts and the text does not say.']),
          ...read.map(n => element('lrml:hasAlternative', { keyref: `#${key('order', String(n + 1))}` })),
        ]),
      ]
}

function contexts(agreement: Agreement, norms: readonly NormFile[], read: readonly { by: string }[]): XmlElement[] {
  const orders = (reading: string) =>
    agreement.sequence.flatMap((one, n) =>
      one.reading === reading ? [element('lrml:inScope', { keyref: `#${key('order', String(n + 1))}` })] : [],
    )
  const text = [
    ...norms.map(({ id }) => element('lrml:inScope', { keyref: `#${key('norm', id)}` })),
    ...norms.flatMap(({ id, onViolation }) =>
      onViolation.map(one => element('lrml:inScope', { keyref: `#${key('reparation', `${id}-${one}`)}` })),
    ),
    ...orders('text'),
  ]
  return [
    element('lrml:Context', { key: 'context-text' }, [
      element('lrml:appliesAssociations', { keyref: '#associations' }),
      ...text,
    ]),
    ...read.map(({ by }) =>
      element('lrml:Context', { key: key('context', by) }, [
        element('lrml:appliesAuthority', { keyref: `#${key('authority', by)}` }),
        element('lrml:appliesAssociations', { keyref: '#associations' }),
        element('lrml:appliesAlternatives', { keyref: '#readings' }),
        ...text,
        ...orders(by),
      ]),
    ),
  ]
}

function prescriptive(norm: NormFile, agreement: Agreement): XmlElement {
  const what = isGuarantee(norm) ? patternWords(norm.casusFoederis) : null
  const conditions = [
    ...(norm.trigger.op === 'always' ? [] : [inWords(norm.trigger)]),
    ...(what === null ? [] : [what]),
    ...norm.exceptions.map(one => `not (${inWords(one)})`),
  ]
  const deeds = [norm.act, ...(norm.object === undefined ? [] : [norm.object])]
  const due = norm.due === undefined ? [] : [`by ${inWords(norm.due)}`]
  return element('lrml:PrescriptiveStatement', { key: key('norm', norm.id) }, [
    element('ruleml:Rule', { key: `:${key('norm', norm.id)}`, closure: 'universal' }, [
      element('lrml:Paraphrase', {}, [
        [`${norm.bearers.map(one => nameOf(agreement, one)).join(', ')}: ${deeds.join(' of ')}`, ...due].join(', '),
      ]),
      conditions.length > 0 ? element('ruleml:if', {}, [conjunction(conditions)]) : null,
      element('ruleml:then', {}, [
        element(`lrml:${deontic[norm.modality]}`, { key: key('deontic', norm.id) }, [
          ...norm.bearers.map(one => element('lrml:Bearer', { iri: `#${key('agent', one)}` })),
          ...norm.towards.map(one => element('lrml:AuxiliaryParty', { iri: `#${key('agent', one)}` })),
          element('ruleml:Atom', {}, [
            element('ruleml:Rel', {}, [norm.act]),
            ...[norm.object, norm.zone, ...due].flatMap(one =>
              one === undefined ? [] : [element('ruleml:Ind', {}, [one])],
            ),
          ]),
        ]),
      ]),
    ]),
  ])
}

const atom = (words: string) => element('ruleml:Atom', {}, [element('ruleml:Rel', {}, [words])])

function conjunction(words: readonly string[]): XmlElement {
  const [only, ...others] = words
  return only !== undefined && others.length === 0 ? atom(only) : element('ruleml:And', {}, words.map(atom))
}

/** The norm that answers a violation is the penalty of the norm that is broken. */
function reparations({ id, onViolation }: NormFile): XmlElement[] {
  return onViolation.map(one =>
    element('lrml:ReparationStatement', { key: key('reparation', `${id}-${one}`) }, [
      element('lrml:Reparation', {}, [
        element('lrml:appliesPenalty', { keyref: `#${key('norm', one)}` }),
        element('lrml:toPrescriptiveStatement', { keyref: `#${key('norm', id)}` }),
      ]),
    ]),
  )
}

function precedence(n: number, agreement: Agreement): XmlElement {
  const { before, after, kind, reading, minLag, maxLag, sources } = agreement.sequence[
    n
  ] as Agreement['sequence'][number]
  const lags = [...(minLag ? [`at least ${minLag} later`] : []), ...(maxLag ? [`at most ${maxLag} later`] : [])]
  const who = reading === 'text' ? 'the text' : nameOf(agreement, reading)
  const said = sources[0] ? `: “${sources[0].quote}”` : ''
  return element('lrml:ConstitutiveStatement', { key: key('order', String(n + 1)) }, [
    element('ruleml:Rule', { key: `:${key('order', String(n + 1))}`, closure: 'universal' }, [
      element('lrml:Paraphrase', {}, [
        [`${after} waits for ${before} (${kind}), as ${who} has it${said}`, ...lags].join(', '),
      ]),
      element('ruleml:if', {}, [
        atom(`${after} ${kind === 'finish-start' || kind === 'start-start' ? 'begins' : 'happens'}`),
      ]),
      element('ruleml:then', {}, [
        atom(
          `${before} ${kind === 'finish-start' ? 'is done' : kind === 'start-start' ? 'has begun' : 'happens with it'}`,
        ),
      ]),
    ]),
  ])
}

/** XML ids begin with a letter and hold no spaces; the agreement's own ids may hold letters of any script. */
const key = (kind: string, id: string): string => `${kind}-${id.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}`
