/** Kleene's three values: what is not known is neither held nor denied. */
export type Truth = 'yes' | 'no' | 'unknown'

/** Held where all hold; denied where one is denied, whatever is unknown beside it. */
export const and = (values: readonly Truth[]): Truth =>
  values.includes('no') ? 'no' : values.includes('unknown') ? 'unknown' : 'yes'

/** Held where one holds; denied where all are denied. */
export const or = (values: readonly Truth[]): Truth =>
  values.includes('yes') ? 'yes' : values.includes('unknown') ? 'unknown' : 'no'

export const not = (value: Truth): Truth => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown')

/** A flag that may not be given. */
export const given = (flag: boolean | undefined | null): Truth => (flag == null ? 'unknown' : flag ? 'yes' : 'no')
