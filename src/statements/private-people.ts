import data from './private-people.json' with { type: 'json' }

const words = (list: readonly string[]) => list.join('|')
const occupation = `an? (?:[\\p{L}-]+ ){0,3}(?:${words(data.occupations)})(?![\\p{L}-])`
const doing = `who (?:has |had |once )?(?:${words(data.doings)})(?!\\p{L})`
const after = new RegExp(`^, (?:(?:aged )?\\d{1,2}, )?(?:${occupation}|${doing})`, 'u')
const aged = /^, (?:aged )?\d{1,2}, (?:who|an?|the (?:owner|mother|father)|from|of|in|said|says|whose)\b/
const single = new RegExp(`^${occupation}(?: (?:in|from|of|on|at|near|who|with)\\s.*)?$`, 'iu')
const group = new RegExp(`^(?:the |some |many |most |several |other )?(?:${words(data.groups)})(?![\\p{L}-])`, 'iu')
const place = "(?:in|from|on|around|near|along|across|at) (?:the |both )?(?:[\\p{L}’'-]+(?: |$)){1,5}"
const many = new RegExp(`^(?:${words(data.many)})(?: ${place})?$`, 'iu')

/** Whether what follows a name tells of somebody without an office: "Ana Varo, 61, a farmer", "Ana Varo, who fled the town". */
export function isPrivatePerson(text: string, nameEnd: number): boolean {
  const next = text.slice(nameEnd, nameEnd + 90)
  return after.test(next) || aged.test(next)
}

/** Whether a source without a name means people who speak for themselves: "a pensioner from Ostrel", "villagers", "people". */
export function meansThePublic(source: string): boolean {
  if (source.length > 120) return false
  const plain = source.replaceAll(/\s+/g, ' ').trim()
  return single.test(plain) || group.test(plain) || (many.test(plain) && !/^(?:few|many|some)$/i.test(plain))
}
