const exact = new Set(['lookaside.fbsbx.com'])
const families = ['.fbcdn.net', '.whatsapp.net']

/**
 * The origins that may see the token when this address is fetched: its own, where it is a host of Meta's on HTTPS or
 * the API's root that the operator named, else none. The address came from outside: without this, whoever can make up
 * one is handed the token.
 */
export function tokenOriginsOf(address: string, root: string): string[] {
  const { protocol, hostname, origin, port } = new URL(address)
  if (origin === new URL(root).origin) return [origin]
  const known = exact.has(hostname) || families.some((family) => hostname.endsWith(family))
  return protocol === 'https:' && port === '' && known ? [origin] : []
}
