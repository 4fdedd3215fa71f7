/** The standards of choice: what each maximises, since names like "Kalai-Smorodinsky" mean different things to different authors. */
export const standards = {
  nash: {
    name: 'Nash',
    formula: 'product of (u - r) over rational outcomes',
    words: 'the product of what everyone gains over having no agreement is highest',
  },
  kalaiSmorodinsky: {
    name: 'Kalai-Smorodinsky',
    formula: 'leximin of (u - r) / (ideal - r), ideal over rational outcomes',
    words: 'whoever gets the smallest share of its best possible gain gets as much of it as can be',
  },
  egalitarian: {
    name: 'egalitarian',
    formula: 'leximin of u - r over rational outcomes',
    words: 'whoever gains least gains as much as can be',
  },
  utilitarian: {
    name: 'utilitarian',
    formula: 'sum of u over rational outcomes',
    words: 'the sum of all utilities is highest; it presumes that one party’s unit is worth another’s',
  },
} as const

export type Standard = keyof typeof standards
export const standardIds = Object.keys(standards) as Standard[]
