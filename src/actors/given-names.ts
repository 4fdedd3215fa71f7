import humanNames from 'human-names'
import givenNames from './given-names.json' with { type: 'json' }
import { normal } from './normal.js'

const own = { female: new Set(givenNames.female), male: new Set(givenNames.male) }
const languages = ['En', 'De', 'Fr', 'Es', 'It', 'Nl'] as const
const common = { female: commonNames('female'), male: commonNames('male') }

/** What the given name that `name` starts with tells; null where it is in no list or fits both. */
export function genderOfName(name: string): 'female' | 'male' | null {
  const [given = ''] = normal(name)
  if (own.female.has(given)) return 'female'
  if (own.male.has(given)) return 'male'
  const isFemale = common.female.has(given)
  return isFemale === common.male.has(given) ? null : isFemale ? 'female' : 'male'
}

/** Whether a list of given names has the word; what fits both genders is a given name too. */
export function isGivenName(word: string): boolean {
  const [given = ''] = normal(word)
  return [own.female, own.male, common.female, common.male].some(names => names.has(given))
}

function commonNames(gender: 'female' | 'male'): Set<string> {
  return new Set(languages.flatMap(language => humanNames[`${gender}${language}`]).map(name => normal(name).join(' ')))
}
