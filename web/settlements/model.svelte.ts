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

/** A worker with what it is asked; of questions that come while it thinks only the last is asked. */
interface Desk {
  worker?: Worker
  /** The turn of the question that it thinks about; null: it waits. */
  turn: number | null
  waiting: Question | null
}

// Two: an answer while dragging must not wait until it is known how sure the one before was.
const quick: Desk = { turn: null, waiting: null }
const sure: Desk = { turn: null, waiting: null }
/** Counts what was dragged, chosen or written: an answer to an earlier turn is out of date. */
let turn = 0
let sureTurn = -1

function workerOf(desk: Desk): Worker {
  if (desk.worker) return desk.worker
  desk.worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  desk.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if ('inverse' in data) {
      open.inverse = data.inverse
      return
    }
    const answered = desk.turn ?? turn
    desk.turn = null
    take(desk, answered, data)
    if (desk.waiting) send(desk, desk.waiting)
  }
  return desk.worker
}

function take(desk: Desk, answered: number, data: Exclude<Reply, { inverse: unknown }>): void {
  if ('fault' in data) {
    open.fault = data.fault
    return
  }
  // It hangs on the text alone and is sent once.
  if (data.solved.conflict !== undefined) open.conflict = data.solved.conflict
  if (desk === sure ? answered !== turn : answered === sureTurn) return
  if (desk === sure) sureTurn = answered
  open.solved = data.solved
}

function send(desk: Desk, question: Question): void {
  if (desk.turn !== null) {
    desk.waiting = question
    return
  }
  desk.waiting = null
  desk.turn = turn
  workerOf(desk).postMessage(question)
}

/** Asks for the answer: at once without draws, or how sure it is. */
export function ask(question: Question): void {
  if (question.draws === 0) {
    turn++
    sure.waiting = null
  }
  send(question.draws === 0 ? quick : sure, question)
}

/** Asks what would make a state of the conflict last; the answer comes into `open.inverse`. */
export const askInverse = (text: string, state: number): void =>
  workerOf(quick).postMessage({ text, state } satisfies InverseQuestion)
