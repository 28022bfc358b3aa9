import type { TelegramOptions } from '../telegram-options.ts'
import { openStand, type Reply, type Stand } from './open-stand.ts'

export const frontToken = '987654321:BBtest-token_for_the_customers00000'

type Json = Record<string, unknown>

/** A stand with a second bot (`shop_bot`) that customers write to, a customer (Léa), and Ana as an owner. */
export interface Front {
  stand: Stand
  /** Léa's user id, which is also the id of her private chats. */
  lea: number
  /** Calls a Bot API method as the customers' bot. */
  api(method: string, params?: Json): Promise<Reply>
  /** Léa writes to the bot, or with `to` to an account. */
  write(message: Json): Promise<Json>
  /** The updates that wait for the customers' bot, confirmed at once; all kinds, reactions too. */
  updates(): Promise<Json[]>
  /** Ana connects the bot to her account, or changes what it may do; gives the connection's id. */
  connect(more?: Json): Promise<string>
}

export async function openFront(options: TelegramOptions = {}): Promise<Front> {
  const stand = await openStand(options)
  const { control } = stand
  const api: Front['api'] = async (method, params = {}) => {
    const response = await fetch(`${stand.sandbox.url}/telegram/bot${frontToken}/${method}`, {
      method: 'POST',
      body: JSON.stringify(params),
      headers: { 'content-type': 'application/json' },
    })
    return (await response.json()) as Reply
  }
  const bot = { token: frontToken, username: 'shop_bot', firstName: 'Shop', forCustomers: true }
  await control('PUT', '/telegram/bots', bot)
  const person = { name: 'Léa Petit', username: 'lea_p', language: 'fr' }
  const lea = Number((await control('POST', '/telegram/customers', person)).body.id)
  const allowed = [
    'message',
    'edited_message',
    'callback_query',
    'message_reaction',
    'my_chat_member',
    'business_connection',
    'business_message',
    'edited_business_message',
    'deleted_business_messages',
  ]
  await api('getUpdates', { allowed_updates: allowed })
  return {
    stand,
    lea,
    api,
    async write(message) {
      const { status, body } = await control('POST', `/telegram/customers/${lea}/messages`, message)
      if (status !== 201) throw new Error(String(body.error))
      return body
    },
    async updates() {
      const waiting = (await api('getUpdates')).result as unknown as Json[]
      const last = waiting.at(-1)
      if (last) await api('getUpdates', { offset: Number(last.update_id) + 1 })
      return waiting
    },
    connect: async (more = {}) =>
      String(
        (await control('POST', '/telegram/business', { ownerId: stand.ana, ...more })).body.connectionId,
      ),
  }
}
