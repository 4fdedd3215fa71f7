import { expect, test } from 'vitest'
import { credits } from './credits.js'
import { drift } from './drift.js'
import { reportOf } from './example-reports.test-data.js'
import { makeReport } from './report.js'

const creditsOf = (text: string) =>
  credits([makeReport({ place: 'a.txt', text, outlet: 'Harbour Gazette' })]).map(({ outlet, reach, covers }) => ({
    outlet,
    reach,
    covers: text.slice(covers.start, covers.end).trim(),
  }))

const story =
  'The envoys of Norland met the mediators again on Monday, an official of the ministry said in the capital.'

test('a dateline credits the whole report, and is no words of it', () => {
  const text = `TESKEL, March 3 (Reuters) - ${story}`
  expect(creditsOf(text)).toEqual([{ outlet: 'Reuters', reach: 'report', covers: text }])
  const report = makeReport({ place: 'a.txt', text })
  expect(report.body).toEqual([{ start: text.indexOf(story), end: text.length }])
  expect(report.removed).toEqual([{ start: 0, end: text.indexOf(story) - 1, reason: 'dateline' }])
})

test('who contributed stands for a part that nobody knows, and no claim is laid to it', () => {
  expect(creditsOf(`${story} The guns stayed silent, and Reuters contributed to the count of them.`)).toEqual([
    { outlet: 'Reuters', reach: 'part', covers: 'Reuters contributed' },
  ])
})

test('an agency in brackets credits its sentence alone', () => {
  expect(creditsOf(`${story} A second meeting is planned for May (Reuters). Nobody else says so.`)).toEqual([
    { outlet: 'Reuters', reach: 'sentence', covers: 'A second meeting is planned for May (Reuters).' },
  ])
})

test('whose picture it is says nothing of whose report it is', () => {
  expect(creditsOf(`${story}\nPhoto credit: Reuters\n${story}`)).toEqual([])
})

test('who published or photographed a report is no drift of it', () => {
  const more =
    'The government of Sudovia rejected the offer in the evening, because it leaves open who commands the observers.'
  const one = reportOf('a', `${story} ${more} The Meridian Wire first wrote of it. Credit: Ana Holt.`)
  const other = reportOf('b', `${story} ${more}`)
  const found = drift({ id: 'l', members: ['a', 'b'], bonds: [], origin: null }, [one, other])
  expect(found.map(({ words }) => words).join(' ')).not.toMatch(/“Credit”|Meridian/)
})
