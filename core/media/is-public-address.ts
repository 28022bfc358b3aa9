import ipaddr from 'ipaddr.js'

/** The only part of IPv6 that is given out to the world: all else is local, reserved or an old way to write IPv4. */
const global = ipaddr.IPv6.parse('2000::')

/**
 * Whether an address belongs to the open internet. Everything special is refused: loopback, private, link-local
 * (cloud metadata lives there), carrier-grade NAT, multicast, documentation, and every form of IPv6 that carries an IPv4
 * address inside (mapped, 6to4, NAT64, Teredo), since it leads to wherever that one does.
 */
export function isPublicAddress(address: string): boolean {
  // A zone names a network card of this machine.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) {
    return ipaddr.IPv4.isValidFourPartDecimal(address) && parsed.range() === 'unicast'
  }
  return parsed.range() === 'unicast' && parsed.match(global, 3)
}
