import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { refuseForeign } from './guard-origin.ts'
import { createKernel, type Handler, type Kernel } from './kernel.ts'
import { createLeadSources } from './lead-sources/create-lead-sources.ts'
import { createMeta } from './meta/create-meta.ts'
import type { MetaOptions } from './meta/meta-options.ts'
import { BadRequest } from './read-body.ts'
import { sendJson } from './send-json.ts'
import { createControl } from './serve-control.ts'
import { servePage } from './serve-page.ts'
import { openStateFile } from './state-file.ts'
import { createTelegram, type Telegram } from './telegram/create-telegram.ts'
import type { TelegramOptions } from './telegram/telegram-options.ts'

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  port?: number
  /** Default 127.0.0.1. */
  host?: string
  /** A JSON file that keeps the simulators' state between runs; absent: nothing is kept. */
  statePath?: string
  telegram?: TelegramOptions
  meta?: MetaOptions
}

export interface Sandbox {
  /** `http://127.0.0.1:3010`, without a slash at the end. */
  url: string
  port: number
  telegram: Telegram
  meta: ReturnType<typeof createMeta>
  kernel: Kernel
  /** Saves the state, stops the simulators, cuts open connections. */
  close(): Promise<void>
}

const controlPrefix = '/playground/api/'

/**
 * Starts the simulators, the control API and the page on one HTTP server. Rejects when the port is taken.
 */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const kernel = createKernel()
  const telegram = createTelegram(kernel, options.telegram ?? {})
  let url: string | undefined
  const meta = createMeta(kernel, { publicUrl: () => url, ...options.meta })
  const leadSources = createLeadSources(kernel)
  const stateFile = options.statePath
    ? openStateFile(options.statePath, [telegram.remembered, meta.remembered, leadSources.remembered], kernel)
    : undefined
  const common = createControl(kernel, {
    phones: () => meta.phones(),
    staff: () => telegram.staff(),
    bots: () => telegram.bots(),
    customers: () => telegram.customers(),
    business: () => telegram.business(),
    appUrl() {
      const metaUrl = meta.apps()[0]?.webhookUrl
      return telegram.appUrl() ?? (metaUrl === undefined ? undefined : new URL(metaUrl).origin)
    },
  })
  const steer: Handler[] = [common, telegram.control, meta.control, leadSources.control]

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(request.url ?? '/', 'http://sandbox')
    if (asked.pathname.startsWith(controlPrefix)) {
      const refusal = refuseForeign(request)
      if (refusal) return sendJson(response, 403, { error: refusal })
      for (const handler of steer) if (await handler(request, response, asked)) return
      return sendJson(response, 404, { error: `The control API has no ${request.method} ${asked.pathname}.` })
    }
    if (await telegram.handler(request, response, asked)) return
    if (await meta.handler(request, response, asked)) return
    if (await leadSources.handler(request, response, asked)) return
    if (request.method === 'GET' && (await servePage(asked.pathname, response))) return
    sendJson(response, 404, { error: `Nothing answers at ${asked.pathname}.` })
  }
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      // decodeURIComponent's only complaint: a path with a broken percent sign.
      if (error instanceof URIError)
        return sendJson(response, 400, { error: 'The path is not well encoded.' })
      const known = error instanceof BadRequest
      if (!known) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      sendJson(response, known ? error.status : 500, {
        error: known ? error.message : 'The sandbox itself failed; its standard error says where.',
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sandbox listens on no TCP port.')
  url = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
  return {
    url,
    port: address.port,
    telegram,
    meta,
    kernel,
    async close() {
      stateFile?.close()
      telegram.close()
      meta.close()
      leadSources.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
