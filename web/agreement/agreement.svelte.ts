import type { ApiAgreement, ApiNorm, ApiSequence } from '../../src/server/api.js'
import { Answer } from '../state/answer.svelte.js'

/** The agreement that is open, for its page and for what the drawer shows of it. */
export const agreement = new Answer<ApiAgreement>()
export const sequence = new Answer<ApiSequence>()

/** "1. Ceasefire" */
export const headingOf = ({ num, heading }: ApiAgreement['provisions'][number]): string =>
  heading ? `${num}. ${heading}` : num

/** "obligation of Dorvania: withdrawal of soldiers" */
export const readAs = ({ modality, bearers, act, towards }: ApiNorm): string =>
  `${modality} of ${bearers.join(' and ') || 'nobody named'}${towards.length ? ` towards ${towards.join(' and ')}` : ''}: ${act}`
