import { expect, test } from 'vitest'
import { worldGazetteer } from './gazetteer.js'
import { introducedGroups } from './introduced-groups.js'

const read = (text: string) =>
  introducedGroups([text], worldGazetteer()).map(({ party, words, sector }) => [party, words.join(' '), sector])

test('a group that is named with its acronym is a party by both names', () => {
  expect(read('The Tamalan Liberation Front (TLF) met the Union of Tamalan Ferrymen (UTF).')).toEqual([
    ['TLF', 'tamalan liberation front', 'REB'],
    ['TLF', 'tlf', 'REB'],
    ['UTF', 'union of tamalan ferrymen', null],
    ['UTF', 'utf', null],
  ])
})

test('a thing, and a name whose words the acronym does not stand for, are no groups', () => {
  expect(read('The Gross Island Product (GIP) rose. The Tamalan Liberation Front (XYZ) met.')).toEqual([])
})

test('a state’s own forces are the state', () => {
  expect(read('The Danish Armed Forces (DAF) said the drill was over.')).toEqual([['DNK', 'daf', 'MIL']])
})
