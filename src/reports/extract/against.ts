import { z } from 'zod'
import type { RemovedReason } from '../report.js'
import data from './against.json' with { type: 'json' }
import type { Element } from './blocks.js'

/** The shape of `against.json`. */
export const againstSchema = z.strictObject({
  about: z.string(),
  weight: z.number().positive(),
  reasons: z.array(z.string()),
  captions: z.array(z.string()),
  related: z.array(z.string().regex(/^[a-z-]+$/)),
  comments: z.array(z.string()),
  consent: z.array(z.string().regex(/^[a-z-]+$/)),
  roles: z.array(z.string()),
})

const reasons = new Set(data.reasons)
const comments = new Set(data.comments)
const roles = new Set(data.roles)
const related = startOfName(data.related)
const consent = startOfName(data.consent)
/** Elements whose names speak of all of the page. */
const whole = new Set(['html', 'body', 'main', 'article'])

/** Elements up from a block within which a caption or a list of other stories is named. */
const close = 3
const closer = 2

/** Reads why a block's place on the page speaks against it; null where nothing does. Each element is read once. */
export function placesAgainst(): (element: Element) => RemovedReason | null {
  const known = new Map<Element, Around>()
  return element => {
    let one: Element | null = element
    for (let steps = 0; one && steps < close; steps++, one = one.parent) if (isCaption(one)) return 'caption'
    one = element
    for (let steps = 0; one && steps < closer; steps++, one = one.parent) if (related.test(one.names)) return 'related'
    const { comments, consent, footer, article } = around(element, known)
    return comments ? 'comment' : consent ? 'subscribe' : footer && !article ? 'navigation' : null
  }
}

/** What an element stands in, however far up. */
interface Around {
  readonly comments: boolean
  /** Asked to agree to something, or to pay. */
  readonly consent: boolean
  readonly footer: boolean
  /** An article may have a footer of its own: the page's is in none. */
  readonly article: boolean
}

const nowhere: Around = { comments: false, consent: false, footer: false, article: false }

function around(element: Element, known: Map<Element, Around>): Around {
  const found = known.get(element)
  if (found) return found
  const above = element.parent ? around(element.parent, known) : nowhere
  const names = element.names === '' ? [] : element.names.split(/\s+/u)
  const own = {
    comments: above.comments || (!whole.has(element.tag) && names.some(name => comments.has(name))),
    consent: above.consent || (!whole.has(element.tag) && consent.test(`${element.tag} ${element.names}`)),
    footer: above.footer || element.tag === 'footer' || names.some(name => roles.has(name)),
    article: above.article || element.tag === 'article',
  }
  known.set(element, own)
  return own
}

/** Log-odds against a block, for its words (`why`) or its place (`where`). */
export function oddsAgainst(why: RemovedReason | null, where: RemovedReason | null): number {
  return where !== null || (why !== null && reasons.has(why)) ? -data.weight : 0
}

function startOfName(parts: readonly string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${parts.join('|')})`)
}

function isCaption({ tag, names }: Element): boolean {
  return tag === 'figure' || tag === 'figcaption' || data.captions.some(part => names.includes(part))
}
