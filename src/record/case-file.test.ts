import { expect, test } from 'vitest'
import { Fault } from '../fault.js'
import { parseCase } from './case-file.js'

const faultOf = (text: string): Fault => {
  try {
    parseCase(text, 'case.yaml')
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('expected a fault')
}

test('a case names its parties, issues and outlets; what is left out is empty', () => {
  const file = parseCase(
    'name: The Orsa talks\nparties:\n  - id: VELMARA\n    name: Velmara\n    aliases: [Velmaran]\n',
    'case.yaml',
  )
  expect(file).toEqual({
    name: 'The Orsa talks',
    parties: [{ id: 'VELMARA', name: 'Velmara', role: 'unknown', aliases: ['Velmaran'], actors: [] }],
    issues: [],
    outlets: [],
    proposals: [],
  })
})

test('a field that does not exist is named with its line', () => {
  const fault = faultOf('name: x\nparties:\n  - id: VELMARA\n    name: Velmara\n    alias: [Velmaran]\n')
  expect(fault.place).toBe('case.yaml:5')
  expect(fault.message).toContain('parties[1].alias')
})

test('a value of the wrong kind is named with its line and what was expected', () => {
  const fault = faultOf('parties:\n  - id: velmara\n    name: Velmara\n')
  expect(fault.place).toBe('case.yaml:2')
  expect(fault.message).toContain('capitals')
})

test('text that is no YAML is refused at its line', () => {
  expect(faultOf('name: [unclosed\nparties: 3').place).toMatch(/^case\.yaml:\d+:\d+$/)
})

test('an id that stands twice is refused', () => {
  expect(faultOf('issues:\n  - id: elections\n  - id: elections\n').message).toContain('"elections" stands twice')
})

test('options of an issue that stand twice or claim the same words are named with their line', () => {
  const file = (second: string) =>
    `issues:\n  - id: elections\n    options:\n      - id: early\n        name: Early\n        wordings: [this year]\n${second}`
  const again = faultOf(file('      - id: early\n        name: Soon\n'))
  expect([again.place, again.message]).toEqual([
    'case.yaml:7',
    'Field `issues[1].options[2].id`: the option "early" stands twice; join the two.',
  ])
  const claimed = faultOf(file('      - id: late\n        name: Late\n        wordings:\n          - This Year\n'))
  expect([claimed.place, claimed.message]).toEqual([
    'case.yaml:10',
    'Field `issues[1].options[2].wordings[1]`: "This Year" already belongs to the option "early".',
  ])
})

test('an empty file is an empty case', () => {
  expect(parseCase('', 'case.yaml').name).toBe('Unnamed case')
})

test('a file of expanding aliases is refused, not expanded', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
  for (let i = 1; i < 9; i++)
    bomb.push(
      `${'abcdefghij'[i]}: &${'abcdefghij'[i]} [${Array(9)
        .fill(`*${'abcdefghij'[i - 1]}`)
        .join(',')}]`,
    )
  expect(faultOf(bomb.join('\n')).message).toContain('expand')
})
