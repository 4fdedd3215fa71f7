import { expect, test } from 'vitest'
import { isOutlet, namesNoPerson } from './organisations.js'

test.each(['Reuters', 'the Harbour Gazette', 'The New York Times', 'the Ostrel Observer', 'the Teskel Courier', 'BBC'])(
  '%s is an outlet',
  name => expect(isOutlet(name)).toBe(true),
)

test.each(['the observer', 'Ana Varo', 'Velmara', 'the Velmaran Mission', 'Observers', 'Northern Star'])(
  '%s is no outlet',
  name => expect(isOutlet(name)).toBe(false),
)

test('a county, a foundation and an outlet are no persons', () => {
  expect(['Kent County', 'Clinton Foundation', 'Harbour Gazette'].map(namesNoPerson)).toEqual([true, true, true])
  expect(['Ana Varo', 'Anton Brandt'].map(namesNoPerson)).toEqual([false, false])
})
