import type { ApiIncidents } from '../../src/server/api.js'
import { Answer } from '../state/answer.svelte.js'

/** All versions of all incidents; loaded once, whatever day is looked at. */
export const incidents = new Answer<ApiIncidents>()
