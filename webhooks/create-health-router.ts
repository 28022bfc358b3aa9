import { timingSafeEqual } from 'node:crypto'
import { Router } from '@koa/router'
import type { ParameterizedContext } from 'koa'

export interface HealthOptions {
  /** Whether work can be taken: the database answers and the process is not stopping. Settles within about 1 s. */
  ready: () => Promise<boolean>
  metricsPage: () => Promise<string>
  metricsType: string
  /** Bearer token of `/metrics`; absent: only a direct request from this machine may read it. */
  metricsToken: string | undefined
}

/**
 * `GET /health/live` (200 while the process runs, whatever the database does), `GET /health/ready` (200 or 503) and
 * `GET /metrics` (Prometheus text; 401 without the right token, 404 to strangers where no token is set).
 */
export function createHealthRouter({ ready, metricsPage, metricsType, metricsToken }: HealthOptions): Router {
  const router = new Router()
  router.get('/health/live', (ctx) => {
    ctx.body = { live: true }
  })
  router.get('/health/ready', async (ctx) => {
    const isReady = await ready()
    ctx.status = isReady ? 200 : 503
    ctx.body = { ready: isReady }
  })
  router.get('/metrics', async (ctx) => {
    const status = mayRead(ctx, metricsToken)
    if (status !== 200) {
      ctx.status = status
      return
    }
    ctx.type = metricsType
    ctx.body = await metricsPage()
  })
  return router
}

function mayRead(ctx: ParameterizedContext, token: string | undefined): number {
  if (token === undefined) {
    // A proxy on this machine would make everybody look local; it says so in its headers.
    const proxied = ctx.get('X-Forwarded-For') !== '' || ctx.get('Forwarded') !== ''
    const local = /^(::1|(::ffff:)?127\.)/.test(ctx.req.socket.remoteAddress ?? '')
    return local && !proxied ? 200 : 404
  }
  const given = Buffer.from(ctx.get('Authorization'))
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? 200 : 401
}
