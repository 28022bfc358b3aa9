import type { Sandbox } from '../../open-sandbox.ts'
import { control } from './control.ts'
import { eventually } from './eventually.ts'
import type { ChatMessage } from './staff-side.ts'
import type { Json } from './whatsapp-call.ts'
import { world } from './world.ts'

/** A person outside the business who has Telegram. */
export interface Telegrammer {
  id: number
  name: string
}

/** Whom such a person writes to: the business's bot, or the owner's own account. */
export type Chat = 'bot' | 'owner'

const keys: Record<Chat, string> = {
  bot: `bot:${world.customerBot.username}`,
  owner: `owner:${world.owner.id}`,
}

/** What customers do and see in the simulated Telegram. */
export function createTelegramSide(sandbox: Sandbox, say: (words: string) => void) {
  const chatWith = (customer: Telegrammer, chat: Chat = 'bot'): ChatMessage[] => {
    const all = sandbox.telegram.customers() as {
      id: number
      chats: { key: string; messages: ChatMessage[] }[]
    }[]
    const found = all.find(({ id }) => id === customer.id)?.chats.find(({ key }) => key === keys[chat])
    return (found?.messages ?? []).filter(({ deleted }) => !deleted)
  }
  const fromUs = (customer: Telegrammer, chat: Chat = 'bot') =>
    chatWith(customer, chat).filter(({ from }) => from.id !== customer.id)
  const act = (method: string, path: string, chat: Chat, body: Json = {}) =>
    control(sandbox, method, path, { ...body, to: keys[chat] }) as unknown as Promise<ChatMessage>
  return {
    async telegrammer(name: string, more: Json = {}): Promise<Telegrammer> {
      const made = await control(sandbox, 'POST', '/telegram/customers', { name, ...more })
      say(name)
      return { id: Number(made.id), name }
    },
    /** Writes a text, or whatever else Telegram can send: see the control API. */
    telegramWrites(customer: Telegrammer, message: string | Json, chat: Chat = 'bot') {
      const body = typeof message === 'string' ? { text: message } : message
      if (typeof body.text === 'string') say(body.text)
      return act('POST', `/telegram/customers/${customer.id}/messages`, chat, body)
    },
    telegramEdits: (customer: Telegrammer, message: ChatMessage, text: string, chat: Chat = 'bot') =>
      act('PATCH', `/telegram/customers/${customer.id}/messages/${message.id}`, chat, { text }),
    telegramReacts: (customer: Telegrammer, message: ChatMessage, emoji: string, chat: Chat = 'bot') =>
      act('POST', `/telegram/customers/${customer.id}/reactions`, chat, { messageId: message.id, emoji }),
    /** Blocks the business's bot, or takes that back. */
    telegramBlocks: (customer: Telegrammer, blocked: boolean) =>
      act('PATCH', `/telegram/customers/${customer.id}`, 'bot', { blocked }),
    chatWith,
    /** What the business has sent there, oldest first. */
    telegramReceived: fromUs,
    /** Waits for a message of the business with this text or caption. */
    telegramReceives: (customer: Telegrammer, text: string, chat: Chat = 'bot', within?: number) =>
      eventually(
        `${customer.name} receives "${text.slice(0, 80)}" on Telegram`,
        () => fromUs(customer, chat).find((message) => (message.text ?? message.caption) === text),
        within,
      ),
    /** The owner lets the bot answer for his account. */
    connectsBusiness: (more: Json = {}) =>
      control(sandbox, 'POST', '/telegram/business', { ownerId: world.owner.id, ...more }),
    /** The owner writes to a customer in his own app. */
    async ownerWrites(customer: Telegrammer, text: string, more: Json = {}) {
      say(text)
      const path = `/telegram/business/${world.owner.id}/chats/${customer.id}/messages`
      return (await control(sandbox, 'POST', path, { text, ...more })) as unknown as ChatMessage
    },
  }
}
