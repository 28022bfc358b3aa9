import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import Koa from 'koa'
import { expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import type { PageFile } from '../build/open-page.ts'
import { createPageRouter, type PageOptions } from './create-page-router.ts'

const html = `<meta content="https://telegram.org/js/telegram-web-app.js" /><script src="./assets/a.js"></script>`
const script = 'console.log("a")\n'.repeat(200)
const file = (text: string, extension: string): PageFile => ({
  body: Buffer.from(text),
  zipped: gzipSync(text),
  extension,
})
const files = new Map([
  ['index.html', file(html, '.html')],
  ['assets/a.js', file(script, '.js')],
])

async function open(more: Partial<PageOptions> = {}) {
  const app = new Koa()
  const page = { file: async (path: string) => files.get(path) }
  const log = createLog('silent')
  app.use(createPageRouter({ page, withTelegram: true, publicUrl: () => '', log, ...more }).routes())
  const server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    get: (path: string) => fetch(url + path, { redirect: 'manual' }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

it('lets the page run nothing but its own script and Telegram’s, and be framed by Telegram alone', async () => {
  await using desk = await open({ publicUrl: () => 'https://desk.example.org' })
  const { headers, status } = await desk.get('/miniapp/')
  expect(status).toBe(200)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self' https://telegram.org; style-src 'self';")
  expect(policy).toMatch(/frame-ancestors https:\/\/web\.telegram\.org$/)
  expect(policy).not.toMatch(/unsafe|data:|\*/)
  expect(headers.get('x-frame-options')).toBeNull()
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'cache-control': 'no-cache',
  })
})

it('names nobody outside where nothing may leave the machine, and the frames that were named', async () => {
  await using desk = await open({ withTelegram: false, framedBy: ['http://localhost:*'] })
  const answer = await desk.get('/miniapp/')
  expect(await answer.text()).not.toContain('telegram.org')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toMatch(/frame-ancestors https:\/\/web\.telegram\.org http:\/\/localhost:\*$/)
  expect(answer.headers.get('strict-transport-security')).toBeNull()
})

it('hands out what has a digest in its name for good, and packed for who takes it so', async () => {
  await using desk = await open()
  const answer = await desk.get('/miniapp/assets/a.js')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.text()).toBe(script)
})

it('leads to the address with a slash, with what was asked', async () => {
  await using desk = await open()
  const answer = await desk.get('/miniapp?lead=x')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'miniapp/?lead=x'])
})

it.each(['/miniapp/assets/b.js', '/miniapp/assets/..%2findex.html', '/miniapp/assets/%00', '/miniapp/x'])(
  'has nothing at %s',
  async (path) => {
    await using desk = await open()
    expect((await desk.get(path)).status).toBe(404)
  },
)

it('says that it is not there while it could not be built, and is asked again', async () => {
  let isBuilt = false
  const page = {
    async file(path: string) {
      if (!isBuilt) throw new Error('no space left')
      return files.get(path)
    },
  }
  await using desk = await open({ page })
  const early = await desk.get('/miniapp/')
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await early.text()).not.toContain('no space')
  isBuilt = true
  expect((await desk.get('/miniapp/')).status).toBe(200)
})
