import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { WebSource } from '../channels/channel-port.ts'
import { AddressRefused, checkedLookup, checkUrl, type Resolve } from './check-address.ts'

const mostHops = 4
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Asks for the file and follows redirects, each of which is checked like the first address. The headers of the source
 * go to the origins that may see them, and to no other.
 *
 * @returns the first answer that is no redirect, its body unread
 * @throws AddressRefused for an address that may not be fetched, or more than four redirects
 */
export async function followTo(
  { url: first, headers, tokenOrigins, trustedOrigins }: WebSource,
  { resolve, signal }: { resolve: Resolve; signal: AbortSignal },
): Promise<IncomingMessage> {
  let url = parse(first)
  for (let hop = 0; ; hop += 1) {
    const isTrusted = checkUrl(url, trustedOrigins)
    const answer = await request(url, {
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'Parley',
        ...(tokenOrigins.includes(url.origin) ? headers : {}),
      },
      signal,
      ...(isTrusted ? {} : { lookup: checkedLookup(resolve) }),
    })
    const { location } = answer.headers
    if (!redirects.has(answer.statusCode ?? 0) || location === undefined) return answer
    answer.destroy()
    const next = parse(location, url)
    // From a sealed letter to a postcard: nobody who means well asks for that.
    if (hop === mostHops || (url.protocol === 'https:' && next.protocol === 'http:')) {
      throw new AddressRefused()
    }
    url = next
  }
}

function parse(address: string, base?: URL): URL {
  const url = URL.parse(address, base)
  if (!url) throw new AddressRefused()
  return url
}

function request(url: URL, options: http.RequestOptions): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept open was checked for another name. No proxy from the environment either.
    request(url, { ...options, agent: false }, resolve)
      .on('error', reject)
      .end()
  })
}
