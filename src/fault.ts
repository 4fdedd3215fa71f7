/**
 * Something the user can mend: a file that is missing, a field that is wrong, a port in use.
 *
 * Every other error that reaches the command line is a defect of Parley and is printed as one.
 */
export class Fault extends Error {
  /** 1: the work could not be done; 2: the command was used wrongly. */
  readonly exitCode: 1 | 2
  /** Where: a file, with line and field if known. */
  readonly place: string | undefined
  /** How to mend it, as an instruction. */
  readonly mend: string | undefined

  constructor(message: string, options: { place?: string; mend?: string; exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Fault'
    this.place = options.place
    this.mend = options.mend
    this.exitCode = options.exitCode ?? 1
  }
}
