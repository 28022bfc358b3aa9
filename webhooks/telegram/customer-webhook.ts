import { createHmac } from 'node:crypto'

/** Where and with what proof customers' bots deliver their updates. */
export interface TelegramWebhook {
  /** PUBLIC_URL, or where else the server is reached; asked each time, since a server on a free port learns it late. */
  baseUrl: () => string
  /** TELEGRAM_WEBHOOK_SECRET */
  secret: string
  /** The bot of the environment's token: it has the short path and the secret itself. */
  mainBotId?: string
}

export interface CustomerWebhook {
  url: string
  secretToken: string
}

/**
 * The address and the secret of one customers' bot. Bots that are connected later have a path and a secret of their own,
 * made from the one secret, so that whoever runs one of them cannot speak for another.
 */
export function customerWebhook(
  { baseUrl, secret, mainBotId }: TelegramWebhook,
  botId: string,
): CustomerWebhook {
  const isMain = botId === mainBotId
  const path = `webhooks/telegram/customer${isMain ? '' : `/${botId}`}`
  return {
    url: new URL(path, `${baseUrl().replace(/\/$/, '')}/`).href,
    secretToken: isMain ? secret : createHmac('sha256', secret).update(`customer bot ${botId}`).digest('hex'),
  }
}
