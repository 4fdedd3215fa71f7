import { type Address, formatAddress, parseAddress } from './address.js'

let address = $state.raw<Address>(parseAddress(location.hash))

addEventListener('hashchange', () => {
  address = parseAddress(location.hash)
})

/** The address as it is now; read in a component it follows the URL. */
export const route = {
  get path() {
    return address.path
  },
  param(name: string): string | undefined {
    return address.params.get(name)
  },
}

/** The URL of this page with some parameters changed; null takes one away. */
export function hrefWith(changes: Readonly<Record<string, string | null>>): string {
  return formatAddress(address.path, { ...Object.fromEntries(address.params), ...changes })
}

/** Changes parameters in place: filters do not fill the history. */
export function setParams(changes: Readonly<Record<string, string | null>>): void {
  history.replaceState(null, '', hrefWith(changes))
  address = parseAddress(location.hash)
}

/** Goes to an address as a click on a link would. */
export function go(href: string): void {
  location.hash = href
}
