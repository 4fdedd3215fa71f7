import { countries, getCountryData, type TCountryCode } from 'countries-list'
import { resolveActor } from '../../actors/resolve.js'
import { motherland } from './alliances.js'
import data from './alliances.json' with { type: 'json' }

/** Where a place lies: the state that holds it, and the parts of the world. */
export interface Located {
  /** ISO 3166-1 alpha-3; null: the high seas, or unknown. */
  readonly state: string | null
  readonly regions: readonly string[]
  /** Parts of the world in which some of it may lie. */
  readonly partly: readonly string[]
}

const continents = data.continents as Readonly<Record<string, readonly string[]>>
const known = new Set([
  ...Object.values(continents).flat(),
  ...data.places.list.flatMap(({ regions }) => regions),
  ...data.rims.list.map(({ region }) => region),
])

/** The parts of the world by which a clause bounds its area ("in Europe or North America"); empty where by none. */
export function regionsIn(text: string): string[] {
  const low = plain(text)
  const found = [...known].filter(region => low.includes(` ${region} `))
  return found.filter(region => !found.some(other => other !== region && other.includes(region)))
}

/** Where a place lies; null: not known here. A part of a state that lies elsewhere than the state comes before the state. */
export function locate(place: string): Located | null {
  const low = plain(place)
  const named = data.places.list.find(({ names }) => names.some(name => low.includes(` ${name} `)))
  if (named) return { state: 'state' in named ? (named.state ?? null) : null, regions: named.regions, partly: [] }
  const { code } = resolveActor(place)
  if (code === null) return null
  const own = continentsOf(code).flatMap(continent => continents[continent] ?? [])
  const rims = (side: 'wholly' | 'partly') =>
    data.rims.list.flatMap(rim => ((rim[side] as readonly string[]).includes(code) ? [rim.region] : []))
  const regions = [...own, ...rims('wholly')]
  return regions.length === 0 ? null : { state: motherland(code) ?? code, regions, partly: rims('partly') }
}

/** Whether a state has land, or a territory, on another continent than its own: an attack on it may then lie there. */
export const isScattered = (code: string): boolean =>
  continentsOf(code).length > 1 ||
  Object.values(data.territories.of).includes(code) ||
  data.places.list.some(place => 'state' in place && place.state === code)

function continentsOf(code: string): readonly string[] {
  const iso2 = (Object.keys(countries) as TCountryCode[]).find(one => getCountryData(one).iso3 === code)
  if (iso2 === undefined) return []
  const { continent, continents: several = [] } = getCountryData(iso2)
  return [...new Set([continent, ...several])]
}

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
