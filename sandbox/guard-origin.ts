import type { IncomingMessage } from 'node:http'

const localNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Says why a request to the control API is refused, or undefined when it may pass. The control API makes
 * people and messages at will,
 * so a web page from elsewhere must not reach it: not by a cross-site request (Origin) and not by DNS
 * rebinding (Host).
 */
export function refuseForeign(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? ''
  const name = host.replace(/:\d+$/, '').toLowerCase()
  if (!localNames.has(name)) {
    return `The sandbox answers only to localhost, and this request came for "${host}".`
  }
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return `The sandbox is steered only from its own page, and this request came from "${origin}".`
  }
  return undefined
}
