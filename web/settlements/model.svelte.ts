import type { ApiModelProblem, ApiModelText } from '../../src/server/settlements-api.js'
import type { ConflictReport } from '../../src/settlements/stability/conflict-report.js'
import type { Inverse, InverseQuestion, Question, Reply, Solved } from './messages.js'

/** The model that is open, its answer, and what went wrong last. */
export const open = $state<{
  stored: ApiModelText | null
  solved: Solved | null
  conflict: ConflictReport | null
  inverse: Inverse | null
  fault: string | null
  saved: string
}>({ stored: null, solved: null, conflict: null, inverse: null, fault: null, saved: '' })
export const past = $state<{ undo: string[]; redo: string[] }>({ undo: [], redo: [] })

export async function load(): Promise<void> {
  const answer = await fetch('api/settlements/model')
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  open.stored = (await answer.json()) as ApiModelText
  past.undo = []
  past.redo = []
}

/** Writes model.yaml; false where the server refused, `open.fault` then says why. */
async function put(text: string): Promise<boolean> {
  const { stored } = open
  if (!stored) return false
  const answer = await fetch('api/settlements/model', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Parley-Token': stored.token ?? '' },
    body: JSON.stringify({ text, version: stored.version }),
  })
  if (!answer.ok) {
    const { error, place, mend } = (await answer.json()) as ApiModelProblem
    open.fault = [place ? `${place}: ${error}` : error, mend ?? ''].join(' ')
    return false
  }
  open.stored = (await answer.json()) as ApiModelText
  open.fault = null
  open.saved = 'model.yaml is written.'
  return true
}

export async function write(text: string): Promise<void> {
  const before = open.stored?.text ?? ''
  if (!(await put(text))) return
  past.undo.push(before)
  past.redo = []
}

export const undo = () => step(past.undo, past.redo)
export const redo = () => step(past.redo, past.undo)

async function step(from: string[], to: string[]): Promise<void> {
  const text = from.at(-1)
  const now = open.stored?.text ?? ''
  if (text === undefined || !(await put(text))) return
  from.pop()
  to.push(now)
}

let worker: Worker | undefined
let busy = false
let waiting: Question | null = null

function theWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if ('inverse' in data) {
      open.inverse = data.inverse
      return
    }
    busy = false
    if ('fault' in data) open.fault = data.fault
    else {
      open.solved = data.solved
      if (data.solved.conflict !== undefined) open.conflict = data.solved.conflict
    }
    if (waiting) ask(waiting)
  }
  return worker
}

/** Asks the worker; of questions that come while it thinks only the last is asked. */
export function ask(question: Question): void {
  if (busy) {
    waiting = question
    return
  }
  waiting = null
  busy = true
  theWorker().postMessage(question)
}

/** Asks what would make a state of the conflict last; the answer comes into `open.inverse`. */
export const askInverse = (text: string, state: number): void =>
  theWorker().postMessage({ text, state } satisfies InverseQuestion)
