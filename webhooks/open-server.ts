import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Router } from '@koa/router'
import Koa from 'koa'
import type { Logger } from '#core/log.ts'

export interface ServerOptions {
  host: string
  port: number
  log: Logger
  routers: Router[]
  /** Answers a request itself and returns true, before anything else looks at it; for the playground's page. */
  first?: (request: IncomingMessage, response: ServerResponse) => boolean
}

export interface OpenServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  url: string
  /**
   * Stops receiving, gently: for a moment everything is still answered, each answer tells its connection to end, and
   * only then the server listens no more; what is under way is answered.
   */
  close(): Promise<void>
}

/** Slower than any network sends; a client that trickles its headers is cut off. All in milliseconds. */
const timeouts = { headers: 10_000, request: 20_000, keepAlive: 65_000 }
/** How long a stopping server still listens, and tells each connection with its answer that this is the end. */
const farewell = 1_500

/** Opens the HTTP server that all routes share. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { log } = options
  const app = new Koa()
  let closing = false
  app.on('error', (error: NodeJS.ErrnoException) => {
    // A client that hangs up or talks nonsense is its own affair, and a flood of them must not flood the log.
    const level = isOfTheClient(error) ? 'debug' : 'error'
    log[level]({ err: error }, 'a request failed')
  })
  app.use((ctx, next) => {
    ctx.set('X-Content-Type-Options', 'nosniff')
    if (closing) ctx.set('Connection', 'close')
    return next()
  })
  for (const router of options.routers) app.use(router.routes())
  const handle = app.callback()
  const server = createServer((request, response) => {
    if (!options.first?.(request, response)) void handle(request, response)
  })
  server.headersTimeout = timeouts.headers
  server.requestTimeout = timeouts.request
  server.keepAliveTimeout = timeouts.keepAlive
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port, address, family } = server.address() as AddressInfo
  const host = address === '::' || address === '0.0.0.0' ? '127.0.0.1' : address
  return {
    url: `http://${family === 'IPv6' && host === address ? `[${host}]` : host}:${port}`,
    async close() {
      closing = true
      // Still listening: a connection that nobody has accepted yet would be reset with the listening socket, and
      // whoever balances the load needs a moment to see that this process is not ready any more.
      await new Promise((resolve) => setTimeout(resolve, farewell))
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), 4_000)
      await closed
      clearTimeout(late)
    },
  }
}

const isOfTheClient = ({ code = '' }: NodeJS.ErrnoException) =>
  code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED' || code.startsWith('HPE_')
