import { Router } from '@koa/router'
import type { ParameterizedContext } from 'koa'
import type { Logger } from '#core/log.ts'
import type { Page, PageFile } from '../build/open-page.ts'

export interface PageOptions {
  page: Pick<Page, 'file'>
  /** Where the page may be framed besides Telegram's own website, such as the playground. */
  framedBy?: readonly string[]
  /** Whether Telegram's script may be loaded: in the playground nothing leaves the machine. */
  withTelegram: boolean
  /** Where this desk is reached from outside. */
  publicUrl: () => string
  log: Logger
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const telegramScript = 'https://telegram.org/js/telegram-web-app.js'

/** The Mini App's page, at `/miniapp/`. It holds nothing that is not for everybody: all data comes from the API. */
export function createPageRouter(options: PageOptions): Router {
  const { page, framedBy = [], withTelegram, publicUrl, log } = options
  const policy = [
    "default-src 'none'",
    `script-src 'self'${withTelegram ? ' https://telegram.org' : ''}`,
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${['https://web.telegram.org', ...framedBy].join(' ')}`,
  ].join('; ')

  const router = new Router()
  router.use('/miniapp', async (ctx, next) => {
    ctx.set({
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    if (publicUrl().startsWith('https://')) ctx.set('Strict-Transport-Security', 'max-age=31536000')
    await next()
  })
  // The router takes an address with and without its last slash for one; relative addresses do not.
  router.get('/miniapp', async (ctx) => {
    if (ctx.path.endsWith('/')) return serve(ctx, 'index.html', 'no-cache')
    ctx.redirect(`miniapp/${ctx.search}`)
  })
  router.get('/miniapp/assets/:name', (ctx) =>
    // Names hold a digest of the content.
    serve(ctx, `assets/${ctx.params.name}`, 'public, max-age=31536000, immutable'),
  )

  async function serve(ctx: ParameterizedContext, path: string, caching: string): Promise<void> {
    const file = await page.file(path).catch((error: unknown) => {
      log.error({ err: error }, "the Mini App's page is not there")
      return 'failed' as const
    })
    if (file === 'failed') {
      ctx.status = 503
      ctx.set({ 'Cache-Control': 'no-store', 'Retry-After': '30' })
      return
    }
    if (!file) {
      ctx.status = 404
      ctx.set('Cache-Control', 'no-store')
      return
    }
    ctx.status = 200
    ctx.set({ 'Cache-Control': caching, 'Content-Type': types[file.extension] ?? 'application/octet-stream' })
    send(ctx, path === 'index.html' && !withTelegram ? withoutTelegram(file) : file)
  }
  return router
}

function send(ctx: ParameterizedContext, { body, zipped }: Pick<PageFile, 'body' | 'zipped'>): void {
  ctx.vary('Accept-Encoding')
  if (
    zipped.length > 0 &&
    zipped.length < body.length &&
    ctx.acceptsEncodings('gzip', 'identity') === 'gzip'
  ) {
    ctx.set('Content-Encoding', 'gzip')
    ctx.body = zipped
  } else ctx.body = body
}

const withoutTelegram = ({ body }: PageFile) => ({
  body: Buffer.from(body.toString('utf8').replace(telegramScript, '')),
  zipped: Buffer.alloc(0),
})
