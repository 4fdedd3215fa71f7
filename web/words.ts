import signs from '../src/positions/act-signs.json' with { type: 'json' }
import type { ApiActKind, ApiActRuling, ApiMovement, ApiOptionMovement, ApiResolution } from '../src/server/api.js'

export const actWords: Readonly<Record<ApiActKind, { word: string; noun: string; sign: string; letter: string }>> =
  signs

/** How acts lean, for colour and for how far apart two parties are: from giving (-2) to refusing (2). */
export const leaning: Readonly<Record<ApiActKind, number>> = {
  ACCEPT: -2,
  CONCEDE: -2,
  OFFER: -2,
  SUPPORT: -1,
  PROPOSE: -1,
  CONSULT: 0,
  STATE: 0,
  REQUEST: 1,
  DOUBT: 1,
  DEMAND: 1,
  ACCUSE: 2,
  DENY: 2,
  REJECT: 2,
  THREATEN: 2,
}

export type Tone = 'giving' | 'wanting' | 'refusing' | 'plain'

export function toneOf(act: ApiActKind): Tone {
  if (leaning[act] < 0) return 'giving'
  if (leaning[act] > 1 || act === 'DOUBT') return 'refusing'
  return act === 'DEMAND' || act === 'REQUEST' ? 'wanting' : 'plain'
}

export const movementWords: Readonly<Record<ApiMovement, { arrow: string; word: string }>> = {
  new: { arrow: '', word: 'new' },
  hardened: { arrow: '↑', word: 'hardened' },
  softened: { arrow: '↓', word: 'softened' },
  reaffirmed: { arrow: '=', word: 'reaffirmed' },
  changed: { arrow: '→', word: 'changed' },
}

/** How a party moved on one option of an issue. */
export const optionMovementWords: Readonly<Record<ApiOptionMovement['kind'], { arrow: string; word: string }>> = {
  ...movementWords,
  contradicted: { arrow: '≠', word: 'contradicted' },
  dropped: { arrow: '×', word: 'dropped' },
  silent: { arrow: '…', word: 'silent' },
}

export const conditionWords: Readonly<Record<string, string>> = {
  if: 'if',
  'only-if': 'only if',
  'only-after': 'only after',
  unless: 'not unless',
  'in-exchange': 'in exchange for',
  'as-part-of': 'as part of',
  provided: 'provided that',
  'must-include': 'must include',
  'or-else': 'or else',
}

export const discrepancyWords: Readonly<Record<string, string>> = {
  date: 'Date',
  number: 'Number',
  name: 'Name',
  place: 'Place',
  beneficiary: 'For whom',
  title: 'Title',
  polarity: 'Yes against no',
  modality: 'How binding',
  act: 'What was done',
  'unconfirmed-claim': 'Claim about another party, unconfirmed by it',
  uncorroborated: 'Detail of one report alone',
}

export const removedWords: Readonly<Record<string, string>> = {
  headline: 'headline',
  'repeated-title': 'title again',
  byline: 'byline',
  dateline: 'dateline',
  slug: 'slug line',
  share: 'share buttons',
  navigation: 'navigation',
  caption: 'caption',
  related: 'related stories',
  'continue-reading': 'continue reading',
  'chat-widget': 'chat widget',
  copyright: 'copyright notice',
  subscribe: 'call to subscribe',
  advert: 'advertisement',
  comment: 'comments',
  'source-link': 'link to a source',
  'no-article': 'no article',
  junk: 'left over from the page',
}

export const dateFromWords: Readonly<Record<string, string>> = {
  given: 'date given by you',
  'json-ld': 'date in the page’s data',
  meta: 'date in the page’s meta tags',
  feed: 'date in the feed',
  header: 'date in the mail’s header',
  byline: 'date in the byline',
  text: 'date read in the text',
  'file-name': 'date in the file name',
}

export const answerWords: Readonly<Record<string, string>> = {
  accepts: 'accepts it',
  welcomes: 'welcomes it',
  rejects: 'rejects it',
  'demands-changes': 'demands changes',
  studies: 'is studying it',
  criticises: 'criticises it',
  comments: 'comments on it',
}

export const differenceWords: Readonly<Record<string, string>> = {
  changed: 'Changed',
  added: 'Added',
  dropped: 'Dropped',
  same: 'Kept',
  'only-before': 'Reported only before',
  'only-after': 'Reported only now',
}

export const resolutionWords: Readonly<Record<ApiResolution['resolution'], string>> = {
  first: 'The first side is right',
  second: 'The second side is right',
  both: 'Both are, at different times',
  'no-contradiction': 'Not a contradiction',
  open: 'Left open',
}

/** What a ruling decides of an act. */
export const ruledWords: Readonly<Record<ApiActRuling['decided'][number], string>> = {
  act: 'act',
  issues: 'issues',
  party: 'party',
  target: 'addressed to',
  redLine: 'red line',
  condition: 'condition',
}
