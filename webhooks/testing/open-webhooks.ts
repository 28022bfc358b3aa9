import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import type { RawCall } from '#core/inbox/raw-call.ts'
import { createWebhookRouter, type WebhookRouterOptions } from '../webhook-router.ts'

export const appSecret = 'harbour-bakery-app-secret'
export const verifyToken = 'harbour-bakery-verify'
export const botSecret = 'harbour-bakery-bot-secret'

/** The room's router on a real socket, with an inbox that remembers and can be told to fail. */
export async function openWebhooks(options: Partial<WebhookRouterOptions> = {}) {
  const kept: RawCall[] = []
  const counted: string[] = []
  const bugs: unknown[] = []
  const inbox = { fail: undefined as Error | undefined }
  const app = new Koa()
  app.on('error', (error) => bugs.push(error))
  const router = createWebhookRouter({
    intake: {
      async accept(call) {
        if (inbox.fail) throw inbox.fail
        kept.push(call)
      },
    },
    metrics: {
      accepted: (source) => counted.push(`accepted ${source}`),
      rejected: (reason) => counted.push(reason),
    },
    meta: { appSecret, verifyToken },
    telegramStaff: { botId: '7001', secretToken: botSecret },
    ...options,
  })
  app.use(router.routes())
  const server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    kept,
    counted,
    bugs,
    inbox,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
