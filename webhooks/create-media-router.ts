import { Router } from '@koa/router'
import type { ParameterizedContext } from 'koa'
import type { Files, LinkedFile } from '#core/media/create-files.ts'
import { cleanFileName, contentDisposition } from './content-disposition.ts'
import { readRange } from './read-range.ts'

/** A reader that takes nothing for so long is cut off: it holds an open file. In milliseconds. */
const stalledAfter = 30_000

/**
 * `GET` and `HEAD /media/<token>`: the file behind a signed link. Whatever is wrong with a link, the answer is the same
 * 404. What strangers sent is served so that no browser ever runs it: typed by its content and only where it is
 * harmless, never guessed at, in a sandbox without an origin, kept by nobody.
 */
export function createMediaRouter({ files }: { files: Pick<Files, 'follow'> }): Router {
  const router = new Router()
  router.get('/media/:token', async (ctx) => {
    ctx.set({
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      // The address is the key.
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    const file = await files.follow(String(ctx.params.token))
    if (!file) return notFound(ctx)
    await serve(ctx, file)
  })
  return router
}

async function serve(ctx: ParameterizedContext, file: LinkedFile): Promise<void> {
  const { serving, size } = file
  const range = serving.ranges && !ctx.get('If-Range') ? readRange(ctx.get('Range'), size) : undefined
  if (range === 'none') {
    ctx.status = 416
    ctx.set('Content-Range', `bytes */${size}`)
    ctx.body = ''
    return
  }
  // Opened for HEAD too: it promises what GET would give.
  const stream = await file.open(range)
  if (!stream) return notFound(ctx)
  const name = cleanFileName(file.fileName ?? '', `${file.kind}.${serving.extension}`)
  ctx.status = range ? 206 : 200
  ctx.set({
    'Content-Type': serving.type,
    'Content-Disposition': contentDisposition(serving.disposition, name),
    ...(serving.ranges ? { 'Accept-Ranges': 'bytes' } : {}),
    ...(range ? { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` } : {}),
  })
  ctx.length = range ? range.end - range.start + 1 : size
  ctx.res.setTimeout(stalledAfter, () => ctx.res.destroy())
  ctx.body = stream
}

function notFound(ctx: ParameterizedContext): void {
  ctx.status = 404
  ctx.type = 'text/plain; charset=utf-8'
  ctx.body = 'There is nothing here.'
}
