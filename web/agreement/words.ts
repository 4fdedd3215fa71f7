import type { ApiCoverageCell, ApiFinding, ApiNormState } from '../../src/server/api.js'

export type Tone = 'good' | 'bad' | 'open' | 'plain'
export interface Sign {
  readonly sign: string
  readonly word: string
  readonly tone: Tone
}

/** Told apart by shape and word; colour only repeats it. */
export const stateSigns: Readonly<Record<ApiNormState, Sign>> = {
  pending: { sign: '○', word: 'pending', tone: 'plain' },
  active: { sign: '●', word: 'active', tone: 'plain' },
  fulfilled: { sign: '✓', word: 'fulfilled', tone: 'good' },
  overdue: { sign: '!', word: 'overdue', tone: 'bad' },
  violated: { sign: '✕', word: 'violated', tone: 'bad' },
  disputed: { sign: '?', word: 'disputed', tone: 'open' },
  suspended: { sign: '‖', word: 'suspended', tone: 'plain' },
  remedied: { sign: '↺', word: 'remedied', tone: 'good' },
  terminated: { sign: '■', word: 'ended', tone: 'plain' },
}

export const resultSigns: Readonly<Record<ApiFinding['result'], Sign>> = {
  compliant: { sign: '✓', word: 'compliant', tone: 'good' },
  violation: { sign: '✕', word: 'violation', tone: 'bad' },
  disputed: { sign: '?', word: 'disputed', tone: 'open' },
  'cannot assess': { sign: '–', word: 'cannot assess', tone: 'plain' },
}

export const answerSigns: Readonly<Record<ApiCoverageCell['answer'], Sign>> = {
  'must act': { sign: '◆', word: 'must act', tone: 'good' },
  'may act': { sign: '◇', word: 'may act', tone: 'good' },
  consults: { sign: '○', word: 'consults', tone: 'plain' },
  'nobody is bound': { sign: '✕', word: 'nobody is bound', tone: 'bad' },
  unclear: { sign: '?', word: 'unclear', tone: 'open' },
}

export const holdsSigns: Readonly<Record<'yes' | 'no' | 'unknown', Sign>> = {
  yes: { sign: '✓', word: 'met', tone: 'good' },
  no: { sign: '✕', word: 'not met', tone: 'bad' },
  unknown: { sign: '?', word: 'not known', tone: 'open' },
}

export const moveWords: Readonly<Record<string, string>> = {
  drop: 'Give up a wait',
  simultaneous: 'Do them in one step',
  tranches: 'Do it in two parts',
  'third-party': 'Let a third party vouch',
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
