import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http'

/**
 * Passes the playground's own paths (`/`, `/playground/…` and `/website/`) on to the sandbox, streams included, so
 * that one port is enough for the page. Returns false for every other path.
 */
export function createProxy(sandboxUrl: string) {
  const target = new URL(sandboxUrl)
  const agent = new Agent({ keepAlive: true })
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/'
    if (path !== '/' && path !== '/website/' && !path.startsWith('/playground/')) return false
    const passed = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
        agent,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passed.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' })
      outgoing.end('The sandbox behind this page does not answer. Restart the playground.')
    })
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
    return true
  }
}
