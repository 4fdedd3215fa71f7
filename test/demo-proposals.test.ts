import { expect, test } from 'vitest'
import gold from '../examples/expected.json' with { type: 'json' }
import { buildRecord } from '../src/record/build.js'
import { openCase } from '../src/record/case-folder.js'
import { demoFolder } from './demo-gold.js'

test('the demo case has one proposal in two versions, with its author and the answers that were planted', async () => {
  const { proposals } = buildRecord(await openCase([demoFolder]))
  expect(proposals).toHaveLength(1)
  const [plan] = proposals
  expect(plan?.versions.map(({ name, first }) => ({ name, first }))).toEqual(
    gold.proposals.map(({ name, first }) => ({ name, first })),
  )
  expect(plan?.by.map(({ party }) => party)).toEqual([gold.proposals[0]?.by])
  for (const [n, { answers }] of gold.proposals.entries()) {
    const parties = plan?.answers.filter(({ version }) => version === plan.versions[n]?.id).map(({ party }) => party)
    expect(parties).toEqual(expect.arrayContaining(answers.map(({ party }) => party)))
  }
  const kinds = plan?.versions[1]?.differences.map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['changed', 'added', 'same']))
})
