import { BlockList, isIPv4, isIPv6 } from 'node:net'
import special from './special-addresses.json' with { type: 'json' }

const closed4 = rangesOf(special.closed4, 'ipv4')
const open6 = rangesOf(special.open6, 'ipv6')
const closed6 = rangesOf(special.closed6, 'ipv6')

/** Whether an IP address belongs to the public internet: not to this machine, its network or a cloud's inside. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed4.check(address, 'ipv4')
  return isIPv6(address) && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}

function rangesOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}
