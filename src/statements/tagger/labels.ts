/**
 * The labels of the first chain. Sources and contents say on which side their cue stands, which lets a chain of order
 * one remember whether the cue has passed.
 */
export const markLabels = [
  'O',
  'source> first',
  'source> more',
  'source< first',
  'source< more',
  'cue first',
  'cue more',
  'content> first',
  'content> more',
  'content< first',
  'content< more',
] as const

/** The labels of the second chain, which reads one cue at a time. */
export const linkLabels = [
  'O',
  'source first',
  'source more',
  'cue first',
  'cue more',
  'content first',
  'content more',
] as const

/** The weight of what cannot be: a label that goes on without having begun. */
export const impossible = -30

/** Whether `label` may follow `before`; labels come in pairs of "first" and "more" after O. */
export function mayFollow(before: number, label: number): boolean {
  const goesOn = label > 0 && label % 2 === 0
  return !goesOn || before === label || before === label - 1
}
