import { Fault } from '../../fault.js'
import { longestParse } from './limits.js'

/** `values`, each of them within the time limit; a parser that hangs is left behind. */
export async function* withinTime<T>(values: AsyncGenerator<T>, limit = longestParse): AsyncGenerator<T> {
  try {
    while (true) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(lateFault(limit)), limit)
      })
      try {
        const { value, done } = await Promise.race([values.next(), late])
        if (done) return
        yield value
      } finally {
        clearTimeout(timer)
      }
    }
  } finally {
    // Not awaited: a parser that hangs would hang here too.
    void values.return(undefined).catch(() => undefined)
  }
}

function lateFault(limit: number): Fault {
  return new Fault(`Reading it takes longer than ${limit / 1000} s.`, { mend: 'Save its text as txt.' })
}
