import { ApiError, badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { presentBot } from '../present-user.ts'

/** getMe. */
export const getMe: Method = ({ bot }) => ({
  ...presentBot(bot),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: bot.forCustomers !== true,
  can_connect_to_business: bot.forCustomers === true,
  has_main_web_app: bot.mainWebApp !== undefined,
  has_topics_enabled: bot.hasTopics === true,
  allows_users_to_create_topics: bot.hasTopics === true && bot.forbidsUserTopics !== true,
})

function readAllowedUpdates({ params, bot }: MethodCall) {
  const list = params.json('allowed_updates')
  // Absent: the last setting stays. Empty: back to the default set.
  if (!Array.isArray(list)) return
  if (list.length === 0) delete bot.allowedUpdates
  else bot.allowedUpdates = list.map(String)
}

const ports = ['', '443', '80', '88', '8443']
const loopback = ['localhost', '127.0.0.1', '[::1]']

// Like Telegram's own server for local use, http and any port are fine on this machine; elsewhere the rules
// of the cloud hold.
function checkWebhookUrl(given: string): void {
  if (!URL.canParse(given)) throw badRequest('bad webhook: invalid webhook URL specified')
  const url = new URL(given)
  if (loopback.includes(url.hostname) && /^https?:$/.test(url.protocol)) return
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!ports.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}

/** deleteWebhook. */
export const deleteWebhook: Method = ({ ground, bot, params }) => {
  delete bot.webhook
  if (params.boolean('drop_pending_updates')) ground.updates.forget(bot)
  ground.updates.webhookChanged(bot)
  return true
}

/** setWebhook: an empty url deletes it. secret_token is 1–256 characters of [A-Za-z0-9_-]. */
export const setWebhook: Method = (call) => {
  const { ground, bot, params } = call
  const url = params.string('url') ?? ''
  if (url === '') return deleteWebhook(call)
  checkWebhookUrl(url)
  const secretToken = params.string('secret_token') ?? ''
  if (secretToken.length > 256) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
  const maxConnections = Math.min(100, Math.max(1, params.integer('max_connections') ?? 40))
  readAllowedUpdates(call)
  bot.webhook = { url, maxConnections, ...(secretToken ? { secretToken } : {}) }
  if (params.boolean('drop_pending_updates')) ground.updates.forget(bot)
  ground.updates.webhookChanged(bot)
  return true
}

/** getWebhookInfo. */
export const getWebhookInfo: Method = ({ ground, bot }) => {
  const { webhook, allowedUpdates } = bot
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: ground.updates.pending(bot),
    ...(webhook ? { max_connections: webhook.maxConnections } : {}),
    ...(webhook?.lastErrorAt === undefined
      ? {}
      : {
          last_error_date: Math.floor(webhook.lastErrorAt / 1000),
          last_error_message: webhook.lastError ?? '',
        }),
    ...(allowedUpdates ? { allowed_updates: allowedUpdates } : {}),
  }
}

/** getUpdates: `timeout` in seconds (0–50), `limit` 1–100; an offset confirms everything below it. */
export const getUpdates: Method = (call) => {
  const { ground, bot, params, gone } = call
  if (bot.webhook) {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  readAllowedUpdates(call)
  const limit = params.integer('limit') ?? 100
  return ground.updates.poll(bot, {
    offset: params.integer('offset'),
    limit: limit >= 1 && limit <= 100 ? limit : 100,
    timeoutMs: Math.min(50, Math.max(0, params.integer('timeout') ?? 0)) * 1000,
    gone,
  })
}
