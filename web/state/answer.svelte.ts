/** An answer of the server that follows what is asked: the one before stays in view until the next is there. */
export class Answer<T> {
  value = $state.raw<T | null>(null)
  /** The case has nothing of the kind. */
  isMissing = $state(false)
  isLoading = $state(false)
  error = $state<string | null>(null)
  #path: string | null = null

  /** Asks `api/PATH`, unless that was asked last; an answer that comes after a later question is dropped. */
  async ask(path: string): Promise<void> {
    if (path === this.#path) return
    this.#path = path
    this.isLoading = true
    try {
      const response = await fetch(`api/${path}`)
      const value = response.ok ? ((await response.json()) as T) : null
      if (path !== this.#path) return
      this.isMissing = response.status === 404
      this.error = response.ok || this.isMissing ? null : `The server answered ${response.status}.`
      this.value = value
    } catch (error) {
      if (path !== this.#path) return
      this.error = error instanceof Error ? error.message : String(error)
      this.#path = null
    }
    this.isLoading = false
  }
}

/** `PATH?a=1&b=2`; empty parameters are left out. */
export function pathWith(path: string, params: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
