import { expect, test } from 'vitest'
import { worldGazetteer } from '../../actors/gazetteer.js'
import { sentences } from '../../language/words.js'
import { issueDefinitions } from '../definitions.js'
import { issueFinder } from '../issues.js'
import { partiesIn } from './parties-in.js'
import { stemsOfName, wordingIn } from './wording.js'

const finder = issueFinder(issueDefinitions)
const names = partiesIn({
  speakers: new Map([
    ['ordania', 'ORDANIA'],
    ['velmara', 'VELMARA'],
  ]),
  gazetteer: worldGazetteer(),
})

function wordingOf(text: string, issue: string, cue = '') {
  const words = sentences(text).flatMap(sentence => sentence.words)
  const nameStems = new Map(
    issueDefinitions.map(({ id, name }) => [id, stemsOfName(sentences(name.toLowerCase()).flatMap(one => one.words))]),
  )
  return wordingIn(words, text, issue, { finder, partiesIn: names, nameStems }, word => word.text === cue)
}

test('guarantees for one state name that state as the one they serve', () => {
  const wording = wordingOf('The minister offered security guarantees for Ordania.', 'security-guarantees', 'offered')
  expect(wording?.text).toBe('security guarantees for Ordania')
  expect([...(wording?.towards ?? [])]).toEqual(['ORDANIA'])
  expect(wording?.isBare).toBe(false)
})

test('the words of an option are the exact characters of the report', () => {
  const text = 'She dismissed the idea of deploying peacekeeping troops to Velmara.'
  const wording = wordingOf(text, 'peacekeeping-force', 'dismissed')
  expect(text.slice(wording?.span.start, wording?.span.end)).toBe('deploying peacekeeping troops to Velmara')
})

test('a term without anything beside it says nothing of what is wanted', () => {
  expect(wordingOf('He spoke of a ceasefire.', 'ceasefire', 'spoke')?.isBare).toBe(true)
})

test('a day on which it is to happen is no part of what is wanted', () => {
  const wording = wordingOf('They proposed a 30-day ceasefire on Tuesday.', 'ceasefire', 'proposed')
  expect(wording?.text).toBe('30-day ceasefire')
  expect([...(wording?.numbers ?? [])]).toEqual(['30'])
})

test('"these guarantees" are taken up from words before, "said that guarantees" are not', () => {
  expect(wordingOf('These guarantees must last.', 'security-guarantees')?.isRecalled).toBe(true)
  expect(wordingOf('He said that guarantees must last.', 'security-guarantees')?.isRecalled).toBe(false)
})

test('an issue that is not named has no wording', () => {
  expect(wordingOf('He spoke of the harvest.', 'security-guarantees')).toBeUndefined()
})
