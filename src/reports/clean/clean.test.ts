import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import { clean } from './clean.js'
import { debrisSchema } from './debris.js'
import data from './debris.json' with { type: 'json' }

const page = `Follow us

Latest News

Norland Offers Border Talks Under Safety Guarantees

newsdesk

Published

on

Foreign Minister Ana Petrova said on Monday that Norland offers border talks. "We need safety guarantees," she told reporters.

The ministers of Sudovia rejected the offer of talks in the evening.

Read more

norland_offers_border_talks_

Chat with us

Copyright © 2025 The Northern Herald. All rights reserved.`

const words = (text: string) => {
  const { body, removed, headline } = clean(text)
  return {
    body: body.map(span => slice(text, span)),
    removed: removed.map(span => `${span.reason}: ${slice(text, span)}`),
    headline: headline && slice(text, headline),
  }
}

test('only the paragraphs of an article are kept, and everything put aside has its reason', () => {
  const { body, removed, headline } = words(page)
  expect(headline).toBe('Norland Offers Border Talks Under Safety Guarantees')
  expect(body).toEqual([
    'Foreign Minister Ana Petrova said on Monday that Norland offers border talks. "We need safety guarantees," she told reporters.',
    'The ministers of Sudovia rejected the offer of talks in the evening.',
  ])
  expect(removed).toEqual([
    'share: Follow us',
    'related: Latest News',
    'headline: Norland Offers Border Talks Under Safety Guarantees',
    'byline: newsdesk',
    'byline: Published',
    'byline: on',
    'continue-reading: Read more',
    'slug: norland_offers_border_talks_',
    'chat-widget: Chat with us',
    'copyright: Copyright © 2025 The Northern Herald. All rights reserved.',
  ])
})

test('a sentence that begins like a byline or a subscription is kept', () => {
  const text =
    'By Thursday the two delegations had agreed on a first exchange of prisoners.\nShare of the harvest is what the two sides fight over, the mediator said.'
  expect(words(text).removed).toEqual([])
})

test('a subhead that runs into the next sentence is taken apart', () => {
  const text =
    'The minister left the talks early. Border Guarantees Under Discussion Technical questions are left to the envoys. Hopes Among Northern Leaders Despite the delay, President Ivo Marin expressed hope.'
  expect(words(text).body).toEqual([
    'The minister left the talks early.',
    'Border Guarantees Under Discussion',
    'Technical questions are left to the envoys.',
    'Hopes Among Northern Leaders',
    'Despite the delay, President Ivo Marin expressed hope.',
  ])
})

test('a row of names and titles before a verb is no subhead', () => {
  const text = 'Talks went on. Northern Council President Ivo Marin expressed hope. The minister agreed.'
  expect(words(text).body).toEqual([text])
})

test('sentences that touch are taken apart, abbreviations and addresses are not', () => {
  expect(words('The envoys met in the port.The ministers did not come to it.').body).toHaveLength(2)
  expect(words('The U.S. envoy wrote to www.Norland.Example about the talks that failed.').body).toHaveLength(1)
})

test('a text without a sentence has no body', () => {
  expect(words('Home\nMenu\nNorland').body).toEqual([])
})

test('body and removed cover all but white space, in order, without overlap', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...page.split('\n'),
      'Talks stall.The envoys left. Hopes Among Leaders Despite the cold, they met.',
      '\r',
      '\u2028',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('\n')
      const { body, removed } = clean(text)
      const spans = [...body, ...removed].sort((a, b) => a.start - b.start)
      let at = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(at, start).trim()).toBe('')
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})

test('the list of debris has the shape that the code reads', () => {
  expect(debrisSchema.parse(data)).toEqual(data)
})

test('a note that was handed over as a report is believed, though it is short and has no full stop', () => {
  const text = 'Norland rejects the offer of talks, its minister says'
  expect(clean(text).body).toEqual([{ start: 0, end: text.length }])
  expect(clean('Home\nNews\nAbout us\n').body).toEqual([])
})

test('a credit that was glued to a paragraph is taken off it', () => {
  const text = `${'Norland offers talks about the border, its minister said after a meeting with the envoys.'}Credit...Jan Pohl/Getty Images\n`
  const { body, removed } = clean(text)
  expect(body.map(span => text.slice(span.start, span.end))).toEqual([text.slice(0, text.indexOf('Credit'))])
  expect(removed.map(({ reason }) => reason)).toEqual(['caption'])
})
