import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

export type AddressReader = (request: IncomingMessage) => string

/**
 * Who sent a request. `X-Forwarded-For` is believed only as far as proxies that we know have written it: from its end
 * back to the first address that is no such proxy.
 *
 * @param trusted addresses or networks of proxies (`127.0.0.1`, `10.0.0.0/8`)
 */
export function createAddressReader(trusted: readonly string[]): AddressReader {
  const ranges = trusted.map((text) =>
    text.includes('/')
      ? ipaddr.parseCIDR(text)
      : ipaddr.parseCIDR(`${text}/${text.includes(':') ? 128 : 32}`),
  )
  const isTrusted = (text: string) => {
    if (!ipaddr.isValid(text)) return false
    const address = ipaddr.process(text)
    return ranges.some(
      ([range, bits]) => address.kind() === range.kind() && address.match([range, bits] as never),
    )
  }
  return (request) => {
    let sender = request.socket.remoteAddress ?? 'unknown'
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').slice(-2_000)
    const hops = forwarded.split(',').map((hop) => hop.trim())
    while (isTrusted(sender)) {
      const next = hops.pop()
      if (next === undefined || !ipaddr.isValid(next)) break
      sender = next
    }
    return ipaddr.isValid(sender) ? ipaddr.process(sender).toString() : sender
  }
}
