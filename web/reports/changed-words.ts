import { diffWordsWithSpace } from 'diff'

export interface Part {
  readonly text: string
  readonly changed: boolean
}

/** Two sentences with the words marked that the other does not have; joined, the parts give the sentences back. */
export function changedWords(before: string, after: string): { before: Part[]; after: Part[] } {
  const changes = diffWordsWithSpace(before, after)
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    changes.filter(change => !change[other]).map(change => ({ text: change.value, changed: change[own] === true }))
  return { before: joined(side('added', 'removed')), after: joined(side('removed', 'added')) }
}

/** Changed words with nothing but a space between them are one change; a space at its edge is none. */
function joined(parts: readonly Part[]): Part[] {
  const runs: Part[] = []
  const add = (text: string, changed: boolean) => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.changed === changed) runs[runs.length - 1] = { text: last.text + text, changed }
    else runs.push({ text, changed })
  }
  parts.forEach(({ text, changed }, n) => {
    const between = parts[n - 1]?.changed && parts[n + 1]?.changed && text.trim() === ''
    add(text, changed || between === true)
  })
  return runs.flatMap(run => {
    if (!run.changed) return [run]
    const core = run.text.trim()
    const start = run.text.indexOf(core)
    const edges = [run.text.slice(0, start), run.text.slice(start + core.length)]
    return [
      { text: edges[0] ?? '', changed: false },
      { text: core, changed: true },
      { text: edges[1] ?? '', changed: false },
    ].filter(({ text }) => text !== '')
  })
}
