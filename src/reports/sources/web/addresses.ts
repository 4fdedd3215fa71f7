import { Fault } from '../../../fault.js'
import { mostAddresses } from '../limits.js'

/** Whether a place is an address on the web or of another such protocol, rather than a path. */
export function isAddress(place: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(place)
}

/** The lines of a list of addresses; empty lines and those that start with `#` are left out. Places count lines from 1. */
export function addressesIn(list: string, place: string): { address: string; place: string }[] {
  const found = list
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ address: line.trim(), place: `${place}#${index + 1}` }))
    .filter(({ address }) => address !== '' && !address.startsWith('#'))
  if (found.length === 0) throw new Fault('The list has no addresses.', { mend: 'Write one web address a line.' })
  if (found.length > mostAddresses)
    throw new Fault(`The list has ${found.length} addresses, at most ${mostAddresses} are read.`, { mend: 'Split it.' })
  return found
}
