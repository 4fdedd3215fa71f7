/** A conflict by its options: who controls what, and which combinations cannot be. */
export interface OptionForm {
  readonly decisionMakers: readonly { readonly name: string; readonly options: readonly number[] }[]
  readonly options: readonly { readonly name: string; readonly direction: 'both' | 'fwd' | 'back' | 'none' }[]
  /** Every one a combination of options with Y (taken) or N (not taken). */
  readonly infeasible: readonly (readonly (readonly [number, 'Y' | 'N'])[])[]
}

export interface OptionState {
  /** Y or N an option, in the order of options. */
  readonly bits: string
  /** The same as a number, the first option being the lowest digit. */
  readonly decimal: number
}

/** The combinations of options that can be, in the order of their numbers. At most 20 options. */
export function feasibleStates(form: OptionForm): OptionState[] {
  return Array.from({ length: 2 ** form.options.length }, (_, decimal) => ({
    decimal,
    bits: form.options.map((_, option) => ((decimal >> option) & 1 ? 'Y' : 'N')).join(''),
  })).filter(
    ({ bits }) => !form.infeasible.some(rule => rule.length > 0 && rule.every(([option, is]) => bits[option] === is)),
  )
}
