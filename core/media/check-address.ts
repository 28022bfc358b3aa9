import { promises as dns, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './is-public-address.ts'

/** All addresses of a host name, as the machine's resolver tells them. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

export const resolveByMachine: Resolve = (hostname) => dns.lookup(hostname, { all: true, order: 'verbatim' })

/** The address may not be fetched from here. It says nothing of why, so that nobody can ask it what is inside. */
export class AddressRefused extends Error {
  readonly code = 'address-refused'

  constructor() {
    super('The address may not be fetched.')
    this.name = 'AddressRefused'
  }
}

/**
 * Checks what can be known of an address before connecting.
 *
 * @returns whether it is of a trusted origin, which may stand anywhere
 * @throws AddressRefused
 */
export function checkUrl(url: URL, trustedOrigins: readonly string[]): boolean {
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isHttp || url.username !== '' || url.password !== '') throw new AddressRefused()
  if (trustedOrigins.includes(url.origin)) return true
  // URL leaves a scheme's own port out: what is left is 80 for https, or 443 for http, or a port of something else.
  if (url.port !== '' && url.port !== '80' && url.port !== '443') throw new AddressRefused()
  // No name is resolved for a bare address; URL has written 0x7f.1 and 2130706433 out as 127.0.0.1 by now.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new AddressRefused()
  // Names that mean this machine, whatever the resolver makes of them.
  if (/(^|\.)localhost\.?$/.test(host)) throw new AddressRefused()
  return false
}

/**
 * The look-up of one connection: the addresses that are checked are the ones that are connected to, so a name that
 * changes its mind between two questions gains nothing. One private address among them refuses them all.
 */
export const checkedLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname: string, options: LookupOptions, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
          return done(new AddressRefused(), '', 0)
        }
        if (options.all) return done(null, addresses)
        return done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
