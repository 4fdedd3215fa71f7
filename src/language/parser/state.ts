/**
 * The state of an arc-hybrid parser on one sentence of `size` tokens, numbered from 0; `size` itself is the root.
 *
 * Three moves: shift the next token onto the stack; left: the next token becomes the head of the stack's top;
 * right: the token below becomes the head of the stack's top.
 */
export interface State {
  size: number
  readonly stack: Int32Array
  depth: number
  next: number
  readonly heads: Int32Array
  readonly labels: Uint8Array
  /** Outermost children found so far on each side, and the next ones in; -1 for none. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
}

export const move = { shift: 0, left: 1, right: 2 } as const

/** The number of classes for `labels` relations: shift, then left and right per relation. */
export function moveCount(labels: number): number {
  return 1 + 2 * labels
}

export function newState(capacity: number): State {
  return {
    size: 0,
    stack: new Int32Array(capacity + 1),
    depth: 0,
    next: 0,
    heads: new Int32Array(capacity + 1),
    labels: new Uint8Array(capacity + 1),
    left: new Int32Array(capacity + 1),
    left2: new Int32Array(capacity + 1),
    right: new Int32Array(capacity + 1),
    right2: new Int32Array(capacity + 1),
    leftCount: new Uint8Array(capacity + 1),
    rightCount: new Uint8Array(capacity + 1),
  }
}

export function restart(state: State, size: number): void {
  state.size = size
  state.depth = 0
  state.next = 0
  for (const list of [state.left, state.left2, state.right, state.right2]) list.fill(-1, 0, size + 1)
  state.leftCount.fill(0, 0, size + 1)
  state.rightCount.fill(0, 0, size + 1)
}

export function isFinished(state: State): boolean {
  return state.depth === 0 && state.next === state.size
}

export function canShift(state: State): boolean {
  return state.next < state.size
}

export function canRight(state: State): boolean {
  return state.depth > 1
}

export function canLeft(state: State): boolean {
  return state.depth > 0
}

/** Makes the move `kind` of a class: `shift`, or an arc with relation `label`. */
export function make(state: State, kind: number, label: number): void {
  if (kind === move.shift) {
    state.stack[state.depth++] = state.next++
    return
  }
  const child = state.stack[--state.depth]!
  if (kind === move.left) {
    const head = state.next
    state.heads[child] = head
    state.left2[head] = state.left[head]!
    state.left[head] = child
    if (state.leftCount[head]! < 5) state.leftCount[head]!++
  } else {
    const head = state.stack[state.depth - 1]!
    state.heads[child] = head
    state.right2[head] = state.right[head]!
    state.right[head] = child
    if (state.rightCount[head]! < 5) state.rightCount[head]!++
  }
  state.labels[child] = label
}
