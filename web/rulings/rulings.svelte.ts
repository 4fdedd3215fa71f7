import type { ApiNewRuling, ApiRulings } from '../../src/server/api.js'
import { loadRecord } from '../state/record.svelte.js'

/** The rulings as the server has them, and what came of the last change. */
export const rulings = $state<{ known: ApiRulings | null; fault: string | null; saved: string }>({
  known: null,
  fault: null,
  saved: '',
})
/** Texts of rulings.yaml before each change made here, the last at the end. */
const past = $state<string[]>([])

export const canUndo = () => past.length > 0

/** Reads the rulings where this page has not yet. */
export async function loadRulings(): Promise<void> {
  if (rulings.known) return
  const answer = await fetch('api/rulings')
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  rulings.known = (await answer.json()) as ApiRulings
  rulings.fault = rulings.known.problem
}

/** Adds a ruling to rulings.yaml; false where the server refused, `rulings.fault` then says why. */
export async function rule(ruling: Omit<ApiNewRuling, 'version'>): Promise<boolean> {
  const before = rulings.known?.text ?? ''
  if (!(await send('POST', ruling))) return false
  past.push(before)
  rulings.saved = 'Ruled: rulings.yaml is written.'
  return true
}

/** Takes the last change made here out of rulings.yaml. */
export async function undo(): Promise<void> {
  const text = past.at(-1)
  if (text === undefined || !(await send('PUT', { text }))) return
  past.pop()
  rulings.saved = 'Undone.'
}

async function send(method: 'POST' | 'PUT', body: object): Promise<boolean> {
  const { known } = rulings
  if (!known) return false
  rulings.saved = ''
  const answer = await fetch('api/rulings', {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Parley-Token': known.token ?? '' },
    body: JSON.stringify({ ...body, version: known.version }),
  })
  if (!answer.ok) {
    const { error = `The server answered ${answer.status}.`, mend } = (await answer.json().catch(() => ({}))) as {
      error?: string
      mend?: string
    }
    rulings.fault = [error, mend].filter(Boolean).join(' ')
    return false
  }
  rulings.known = (await answer.json()) as ApiRulings
  rulings.fault = null
  await loadRecord()
  return true
}

const key = 'parley:ruler'

/** The name of who rules, kept in this browser. */
export const ruler = {
  read: (): string => localStorage.getItem(key) ?? '',
  write: (name: string): void => localStorage.setItem(key, name),
}
