import { normal } from '../actors/normal.js'
import { isRoleHead } from '../actors/roles.js'

/** Words that tell one office from another with the same head. */
const ranks = new Set(
  'prime foreign defence defense vice deputy interior finance water justice trade energy former ex home'.split(' '),
)

/** Whether two titles can be one office: "the minister" is any, "the prime minister" is not the foreign one. */
export function isSameOffice(mention: readonly string[], role: readonly string[]): boolean {
  const last = mention.at(-1)
  const words = mention.join(' ')
  if (/\bhead of state$/.test(words)) return /^(?:president|king|queen|emir|sultan)$/.test(role.at(-1) ?? '')
  if (/\bhead of government$/.test(words))
    return role.includes('prime') || /^(?:premier|chancellor)$/.test(role.at(-1) ?? '')
  if (last === 'leader')
    return /^(?:president|chancellor|premier|leader|king|chairman)$/.test(role.at(-1) ?? '') || role.includes('prime')
  if (last !== role.at(-1)) return false
  const of = (words: readonly string[]) => words.filter(word => ranks.has(word))
  const asked = of(mention)
  if (asked.length === 0)
    return (
      /^(?:minister|spokes(?:man|woman|person)|envoy|negotiator)$/.test(last ?? '') ||
      of(role).every(word => /^(?:former|ex)$/.test(word))
    )
  return asked.every(word => role.includes(word))
}

/** "a senior White House official": one person, whom the report does not name. */
export function isOfficial(name: string): boolean {
  const last = normal(name).at(-1) ?? ''
  return (
    (isRoleHead(last) || /^(?:source|insider)$/.test(last)) &&
    !/[^s]s$/.test(last) &&
    !/^(?:government|administration|ministry|side|team|delegation|regime|office|state|nation|country|department|leadership|parliament|military|army)$/.test(
      last,
    )
  )
}

/** Whether a phrase names several: "European allies", "officials in Ostrel", "Democrats", "the police". */
export function isMany(name: string): boolean {
  const head = normal(name.split(/,|\s(?:of|in|from|at|for|on|with|who|to|close|near|inside)\s/i)[0] ?? '').at(-1) ?? ''
  if (/^(?:people|police|men|women|many|some|others|several|most|both|few|all|two|three|four)$/.test(head)) return true
  return /[^su]s$/.test(head) && !/^(?:news|politics|states|nations|times|congress|series)$/.test(head)
}

/** Whether a title is held by one person of a state at a time: "the French president", "the deputy foreign minister". */
export function isSoleOffice(title: readonly string[]): boolean {
  const last = title.at(-1) ?? ''
  if (/^(?:president|premier|chancellor|king|queen|emir|sultan|pope)$/.test(last)) return true
  return /^(?:minister|secretary)$/.test(last) && title.some(word => ranks.has(word))
}

/** The words of a name up to its head: `an Iranian official` of `an Iranian official briefed on the talks`. */
export function headOfName(name: string): string {
  const [head = name] = name.split(
    /,|\s(?:of|in|from|at|for|on|with|who|to|by|close|near|inside|familiar|briefed|speaking|involved|quoted|not)\s/i,
  )
  return head
}
