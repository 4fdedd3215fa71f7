import { expect, test } from 'vitest'
import { filter } from './acts.js'

function codesOf(text: string, actors: object = {}): unknown {
  return 'each' in filter ? filter.each({ id: 'a', text, ...actors }) : undefined
}

test('a sentence comes back with its act and its codes in PLOVER and CAMEO', () => {
  expect(codesOf('Ostavia rejected the ceasefire proposal.', { source_actor: 'Ostavia' })).toMatchObject({
    id: 'a',
    act: 'REJECT',
    plover: 'REJECT',
    cameo: '120',
  })
  expect(codesOf('Ostavia is ready to withdraw its troops.', { source_actor: [{ text: 'Ostavia' }] })).toMatchObject({
    act: 'OFFER',
    plover: 'AGREE',
  })
})

test('a deed is no act of speech', () => {
  expect(codesOf('Gunmen killed seven soldiers and wounded nine in an ambush.')).toMatchObject({
    act: null,
    plover: null,
  })
})

test('a line without a sentence is refused', () => {
  expect(() => codesOf(7 as unknown as string)).toThrow('"text"')
})
