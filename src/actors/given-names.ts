import givenNames from './given-names.json' with { type: 'json' }
import { normal } from './normal.js'

const female = new Set(givenNames.female)
const male = new Set(givenNames.male)

/** What the given name that `name` starts with tells; null where it is in no list or fits both. */
export function genderOfName(name: string): 'female' | 'male' | null {
  const [given = ''] = normal(name)
  if (female.has(given)) return 'female'
  return male.has(given) ? 'male' : null
}
