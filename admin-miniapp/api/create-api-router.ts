import type { IncomingMessage } from 'node:http'
import { Router } from '@koa/router'
import type { ParameterizedContext } from 'koa'
import { createLimiter } from '#core/create-limiter.ts'
import type { Desk } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import type { Words } from '#core/i18n.ts'
import type { Logger } from '#core/log.ts'
import type { Files } from '#core/media/create-files.ts'
import { answerLead } from './answer-lead.ts'
import { answerLeads } from './answer-leads.ts'
import { answerMessages } from './answer-messages.ts'
import { type Asking, authenticate } from './authenticate.ts'
import { beginSession } from './begin-session.ts'
import { presentMe } from './present-me.ts'
import { refuse } from './refuse.ts'
import { createTongue, type Tongue } from './tongue.ts'

export interface ApiOptions {
  desk: Desk
  words: Words
  files: Pick<Files, 'link'>
  /** Of the staff bot: with it Telegram signs who opens the page. */
  botToken: string
  /** Who sent a request, behind the proxies that are known. */
  addressOf: (request: IncomingMessage) => string
  log: Logger
  now?: () => Date
}

/** What every answer is made with. */
export interface ApiTools extends ApiOptions {
  now: () => Date
}

/** A request of somebody who has a session. */
export interface Asked extends Asking {
  ctx: ParameterizedContext
  tools: ApiTools
  tongue: Tongue
}

/** What one address may begin, and what one session may ask, in a minute and at once. */
const launches = { perMinute: 30, burst: 15 }
const requests = { perMinute: 240, burst: 60 }

/** The Mini App's API, below `/api/v1`. Everything is refused until a session says who asks. */
export function createApiRouter(options: ApiOptions): Router {
  const tools: ApiTools = { now: () => new Date(), ...options }
  const { desk, words, log } = tools
  const ofAddress = createLimiter(launches.perMinute, launches.burst)
  const ofSession = createLimiter(requests.perMinute, requests.burst)
  const take = (limiter: typeof ofAddress, key: string) => {
    const turn = limiter.take(key)
    if (!turn.allowed) throw new DeskError('unavailable', 'requests-many', { seconds: turn.afterSeconds })
  }

  const router = new Router({ prefix: '/api/v1' })
  router.use(async (ctx, next) => {
    ctx.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    // Until it is known who asks, his browser says what he speaks.
    ctx.state.say = words.in(ctx.get('Accept-Language').split(/[,;]/)[0])
    try {
      await next()
    } catch (error) {
      refuse(ctx, ctx.state.say, error, log)
      // What was not read of a body that is too large is not waited for.
      if (!ctx.req.complete) ctx.set('Connection', 'close')
    }
  })

  /** Answers those who have a session. */
  const asked = (answer: (asked: Asked) => Promise<unknown>) => async (ctx: ParameterizedContext) => {
    const asking = await authenticate(ctx, desk)
    const { session } = asking
    const tongue = createTongue(words, session.language, session.timeZone, tools.now())
    ctx.state.say = tongue.say
    take(ofSession, session.sessionId)
    const body = await answer({ ...asking, ctx, tools, tongue })
    if (body === undefined) ctx.status = 204
    else ctx.body = body
  }

  router.post('/sessions', async (ctx) => {
    take(ofAddress, tools.addressOf(ctx.req))
    ctx.status = 201
    ctx.body = await beginSession(ctx, tools)
  })
  router.delete(
    '/sessions/current',
    asked(async ({ actor, session: { sessionId } }) => {
      await desk.perform(actor, 'endSession', { sessionId })
    }),
  )
  router.get(
    '/me',
    asked(async ({ session, tongue }) => presentMe(tongue, session)),
  )
  router.get('/leads', asked(answerLeads))
  router.get('/leads/:id', asked(answerLead))
  router.get('/leads/:id/messages', asked(answerMessages))
  router.all(/^\/api\/v1(\/|$)/, async () => {
    throw new DeskError('not-found', 'page-not-found')
  })
  return router
}
