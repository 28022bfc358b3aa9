import type { ParameterizedContext } from 'koa'

/** How long a refused connection stays half open, so that the other side can read why. */
const lingerMs = 500

/** An unread body up to here is left to Node, which reads and drops it: cheaper than a new connection. */
const worthDraining = 64 * 1024

/** Answers in plain text, with `nosniff` because a handshake echoes what a stranger wrote. */
export function answer(
  ctx: ParameterizedContext,
  status: number,
  text: string,
  headers?: Record<string, string>,
): void {
  ctx.status = status
  ctx.set('Content-Type', 'text/plain; charset=utf-8')
  ctx.set('X-Content-Type-Options', 'nosniff')
  if (headers) ctx.set(headers)
  ctx.body = text
}

/** Answers a call before its body was read, and hangs up unless the body is known to be short. */
export function answerUnread(
  ctx: ParameterizedContext,
  status: number,
  text: string,
  headers?: Record<string, string>,
): void {
  const { 'content-length': declared = '0', 'transfer-encoding': chunked } = ctx.req.headers
  if (chunked === undefined && Number(declared) <= worthDraining) answer(ctx, status, text, headers)
  else answerAndHangUp(ctx, status, text, headers)
}

/**
 * Answers, reads nothing more and closes the connection a moment later. Closed at once, the other side
 * would see a reset while it is still writing, and never the answer.
 */
export function answerAndHangUp(
  ctx: ParameterizedContext,
  status: number,
  text: string,
  headers?: Record<string, string>,
): void {
  const { req, res } = ctx
  ctx.respond = false
  req.pause()
  res.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  })
  res.write(text)
  const hangUp = setTimeout(() => req.destroy(), lingerMs)
  res.once('close', () => clearTimeout(hangUp))
}
