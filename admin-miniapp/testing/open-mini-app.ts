import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Koa from 'koa'
import { loadWords } from '#core/i18n.ts'
import { createLog } from '#core/log.ts'
import type { MediaOptions } from '#core/media/media-options.ts'
import type { MediaStore } from '#core/media/media-store.ts'
import { openTestCore } from '#core/testing/open-test-core.ts'
import { createMediaRouter } from '../../webhooks/create-media-router.ts'
import { createApiRouter } from '../api/create-api-router.ts'
import { createPageRouter } from '../api/create-page-router.ts'
import { openPage } from '../build/open-page.ts'
import type { SessionAnswer } from '../contract.ts'
import { botToken, launchOf } from './sign-launch.ts'

const root = join(import.meta.dirname, '../..')

/** A red picture of 8 x 8. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mO4EOCAFTEMLQkAhsZYAS65rOwAAAAASUVORK5CYII=',
  'base64',
)

/** Has the same picture under every key. */
const store: MediaStore = {
  put: () => Promise.reject(new Error('Nothing is kept here.')),
  open: async () => ({ stream: Readable.from([picture]), size: picture.length }),
  remove: async () => undefined,
}
const media: MediaOptions = { store, incoming: tmpdir(), maxMb: 1, publicUrl: () => 'https://desk.example' }

/** The whole Mini App over HTTP, on a core of its own: API, page and the links to files. */
export async function openMiniApp() {
  const test = await openTestCore({ media })
  const log = createLog(process.env.TEST_LOG ?? 'silent')
  const page = openPage({ folders: [join(root, 'node_modules/.cache/parley-miniapp')], log })
  const app = new Koa()
  const routers = [
    createApiRouter({
      desk: test.desk,
      words: loadWords(join(root, 'locales')),
      files: test.core.files,
      botToken,
      addressOf: (request) => String(request.headers['x-test-address'] ?? 'here'),
      log,
    }),
    createPageRouter({ page, withTelegram: true, publicUrl: () => '', log }),
    createMediaRouter({ files: test.core.files }),
  ]
  for (const router of routers) app.use(router.routes())
  const server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** Whoever is behind one address may begin so many sessions: each call of a test comes from another. */
  let addresses = 0
  const call = async (
    method: string,
    path: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    addresses += 1
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'x-test-address': `here ${addresses}`,
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  return {
    ...test,
    url,
    call,
    /** A session of a person, as Telegram would let him begin it. */
    async begin(telegramUserId: number, more: Record<string, string> = {}): Promise<string> {
      const answer = await call('POST', '/sessions', { body: { initData: launchOf(telegramUserId, more) } })
      if (answer.status !== 201) throw new Error(`No session: ${answer.text}`)
      return (answer.body as SessionAnswer).token
    },
    async close() {
      page.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await test.close()
    },
  }
}
