import { expect, test } from 'vitest'
import { actKinds } from './act.js'
import actsData from './acts.json' with { type: 'json' }
import { actsSchema, issuesSchema } from './definitions.js'
import issuesData from './issues.json' with { type: 'json' }

test('the act definitions keep their schema and cover the closed set, each once', () => {
  expect(actsSchema.parse(actsData).acts.map(({ id }) => id)).toEqual(actKinds)
})

test('the taxonomy keeps its schema, and no id stands twice', () => {
  const { issues } = issuesSchema.parse(issuesData)
  expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length)
})

test('no cue is claimed by two acts', () => {
  const owners = new Map<string, string[]>()
  for (const act of actsData.acts)
    for (const cue of new Set([...act.performs, ...act.signals].map(words => words.replace(/[!?]$/, ''))))
      owners.set(cue, [...(owners.get(cue) ?? []), act.id])
  expect([...owners].filter(([, acts]) => acts.length > 1)).toEqual([])
})
