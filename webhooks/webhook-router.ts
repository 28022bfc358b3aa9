import { Router } from '@koa/router'
import type { ParameterizedContext } from 'koa'
import type { AccountDirectory } from '#core/channels/create-directory.ts'
import type { Intake } from '#core/inbox/raw-call.ts'
import type { Uploads } from '#core/media/create-uploads.ts'
import { answerUnread } from './answer.ts'
import type { ChannelModule } from './channel-module.ts'
import { createAddressReader } from './client-address.ts'
import { createFormReceiver } from './forms/receive-form.ts'
import { createGoogleLeadReceiver } from './google-leads/receive-google-lead.ts'
import { channelModules } from './index.ts'
import type { Reception } from './intake.ts'
import { createLinkedinSignature } from './linkedin-leads/linkedin-signature.ts'
import { createLinkedinChallenge, createLinkedinReceiver } from './linkedin-leads/receive-linkedin.ts'
import { createHandshake } from './meta/answer-handshake.ts'
import { createMetaReceiver } from './meta/receive-meta.ts'
import { createRawBodyReader } from './read-raw-body.ts'
import type { TelegramWebhook } from './telegram/customer-webhook.ts'
import { createCustomerUpdateReceiver } from './telegram/receive-customer-update.ts'
import { createStaffUpdateReceiver, type StaffUpdateOptions } from './telegram/receive-staff-update.ts'
import type { WebhookMetrics } from './webhook-metrics.ts'

export interface WebhookRouterOptions {
  intake: Intake
  metrics: WebhookMetrics
  /** Meta's app; without it Meta's paths do not exist. */
  meta?: { appSecret: string; verifyToken: string; instagramSecret?: string }
  /** The staff bot, where it takes updates by webhook; without it the path does not exist. */
  telegramStaff?: StaffUpdateOptions
  /** Customers' bots, where they take updates by webhook; without it their paths do not exist. */
  telegramCustomer?: TelegramWebhook
  /** The connected accounts that a call names by a secret: Google's lead forms and website forms. */
  accounts?: AccountDirectory
  /** Where files that come with forms are kept; without it their names and sizes are all that is. */
  uploads?: Uploads
  /** LinkedIn's app; without it its path does not exist. */
  linkedin?: { clientSecret: string }
  /** Addresses of proxies whose word about a sender is believed. */
  trustedProxies?: readonly string[]
  /** How long a body may take to arrive, in milliseconds. */
  bodyDeadlineMs?: number
  modules?: readonly ChannelModule[]
}

/** All of them lead to the same door: what a call is about stands in the call. */
const metaPaths = ['meta', 'whatsapp', 'instagram', 'messenger', 'facebook']

type Handler = (ctx: ParameterizedContext) => void | Promise<void>

/**
 * Every way in from a network: `/webhooks/meta`, also at `/webhooks/whatsapp`, `/instagram`, `/messenger` and
 * `/facebook`, and `/webhooks/telegram/staff`, `/webhooks/telegram/customer`, `/webhooks/google-ads`, `/webhooks/linkedin`, `/webhooks/forms/:token` and
 * `/webhooks/pabbly/:token`. Expects the request's body unread: mount it before anything that parses
 * bodies.
 *
 * @throws Error when a secret is empty: a check against nothing would let everybody in
 */
export function createWebhookRouter(options: WebhookRouterOptions): Router {
  const {
    intake,
    metrics,
    meta,
    telegramStaff,
    accounts,
    bodyDeadlineMs = 10_000,
    modules = channelModules,
  } = options
  const reception: Reception = { intake, metrics, bodyDeadlineMs, readRawBody: createRawBodyReader() }
  const router = new Router()

  if (meta) {
    const handshake = createHandshake(meta.verifyToken, metrics)
    const receive = createMetaReceiver(reception, { ...meta, modules })
    const handler = byMethod({ GET: handshake, POST: receive }, metrics)
    for (const path of metaPaths) router.all(`/webhooks/${path}`, handler)
  }
  if (telegramStaff) {
    const receive = createStaffUpdateReceiver(reception, telegramStaff)
    router.all('/webhooks/telegram/staff', byMethod({ POST: receive }, metrics))
  }
  if (options.telegramCustomer) {
    const receive = byMethod(
      { POST: createCustomerUpdateReceiver(reception, options.telegramCustomer) },
      metrics,
    )
    router.all('/webhooks/telegram/customer', receive)
    router.all('/webhooks/telegram/customer/:bot', receive)
  }
  if (accounts) {
    const google = createGoogleLeadReceiver(reception, accounts)
    router.all('/webhooks/google-ads', byMethod({ POST: google }, metrics))
    const addressOf = createAddressReader(options.trustedProxies ?? [])
    const form = createFormReceiver(reception, {
      accounts,
      addressOf,
      ...(options.uploads ? { uploads: options.uploads } : {}),
    })
    router.all('/webhooks/forms/:token', byMethod({ OPTIONS: form, POST: form }, metrics))
    router.all('/webhooks/pabbly/:token', byMethod({ POST: form }, metrics))
  }
  if (options.linkedin) {
    const signature = createLinkedinSignature(options.linkedin.clientSecret)
    const challenge = createLinkedinChallenge(signature, reception)
    const receive = createLinkedinReceiver(reception, signature)
    router.all('/webhooks/linkedin', byMethod({ GET: challenge, POST: receive }, metrics))
  }
  return router
}

/** One route per path: the router tries them one after another, and this is the path that has to be quick. */
function byMethod(
  handlers: { GET?: Handler; OPTIONS?: Handler; POST: Handler },
  metrics: WebhookMetrics,
): Handler {
  const table = new Map<string, Handler>(Object.entries(handlers))
  const allowed = [...table.keys()].join(', ')
  return (ctx) => {
    const handler = table.get(ctx.method)
    if (handler) return handler(ctx)
    metrics.rejected('bad-method')
    answerUnread(ctx, 405, 'This method is not for this path.', { Allow: allowed })
  }
}
