import type { ChannelPort, OutboundMessage, SendOutcome, UsedAccount } from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { idAt, isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'
import { addressOf, chatOf, refuse, replyOf, targetOf } from './address-of.ts'
import { checkBot } from './check-bot.ts'
import { checkConnection } from './check-connection.ts'
import type { TelegramWebhook } from './customer-webhook.ts'
import { findFile } from './find-file.ts'
import { identifyBot } from './identify-bot.ts'
import { releaseBot } from './release-bot.ts'
import { requestOf } from './request-of.ts'
import { sendAlbum } from './send-album.ts'
import { sortTelegramAnswer } from './sort-telegram-answer.ts'
import { createTelegramClient } from './telegram-client.ts'
import { albumRules, limits } from './telegram-limits.ts'
import { messageKey } from './where.ts'
import { whyNot } from './why-not.ts'

export interface TelegramPortOptions {
  root: string
  webhook?: TelegramWebhook
  /** The bot in which staff work: it is nobody's to connect. */
  staffBotId?: string
  timeoutMs?: number
}

const carried = ['text', 'file', 'reaction', 'edit', 'revoke', 'location', 'buttons', 'list'] as const

/** The port of customers' bots, and of owners' own accounts that are connected to one of them. */
export function createTelegramPorts(options: TelegramPortOptions): ChannelPort[] {
  return [
    {
      ...createPort(options, 'telegram'),
      can: new Set([...carried, 'contact-request'] as const),
      identify: ({ token }) => identifyBot(createTelegramClient(options), token, options),
      release: (account) => releaseBot(createTelegramClient(options), account, options.webhook),
      check: (account) => checkBot(createTelegramClient(options), account, options.webhook),
    },
    {
      ...createPort(options, 'telegram_business'),
      can: new Set(carried),
      // A bot may write only into chats in which the customer wrote within a day.
      replyWindowHours: 24,
      check: (account) => checkConnection(createTelegramClient(options), account),
    },
  ]
}

function createPort(
  options: TelegramPortOptions,
  network: Extract<Network, 'telegram' | 'telegram_business'>,
): Omit<ChannelPort, 'can'> {
  const client = createTelegramClient(options)

  return {
    network,
    limits,
    pace: { perSecond: 30, person: { everyMs: 1000, burst: 3 } },
    async send(account, message) {
      const chat = chatOf(message)
      if (chat === undefined) return refuse('no-address', 'Telegram knows no chat with this person')
      const refusal = whyNot(account, network, message.content)
      if (refusal) return refusal
      const call = async (method: string, params: JsonRecord) =>
        client.call(account.token, method, { ...addressOf(account, network), ...params })
      return send({ client, account, network, call, chat, message })
    },
    albums: {
      ...albumRules,
      send: (account, messages) => sendAlbum(client, account, network, messages),
    },
    async markSeen(account, { externalId, typing }) {
      const [chat, message] = externalId.split(':')
      if (typing) {
        const params = { ...addressOf(account, network), chat_id: chat, action: 'typing' }
        await client.call(account.token, 'sendChatAction', params)
      }
      const connection = account.settings.connectionId
      if (network !== 'telegram_business' || !connection) return
      await client.call(account.token, 'readBusinessMessage', {
        business_connection_id: connection,
        chat_id: chat,
        message_id: Number(message),
      })
    },
    fetchMedia: (account, file) => findFile(client, options.root, account, file),
  }
}

interface Sending {
  client: ReturnType<typeof createTelegramClient>
  account: UsedAccount
  network: Network
  call(method: string, params: JsonRecord): Promise<Awaited<ReturnType<Sending['client']['call']>>>
  chat: string
  message: OutboundMessage
}

async function send({ client, account, network, call, chat, message }: Sending): Promise<SendOutcome> {
  const { content } = message
  switch (content.kind) {
    case 'template':
      return refuse('not-here', 'Telegram has no templates')
    case 'reaction': {
      const reaction = content.emoji === null ? [] : [{ type: 'emoji', emoji: content.emoji }]
      const answer = await call('setMessageReaction', { ...targetOf(content.target), reaction })
      return answer.kind === 'answered'
        ? sent(`${content.target}:own-reaction:${message.id}`)
        : sortTelegramAnswer(answer)
    }
    case 'revoke': {
      const { chat_id, message_id } = targetOf(content.target)
      const answer =
        network === 'telegram_business'
          ? await call('deleteBusinessMessages', { message_ids: [message_id] })
          : await call('deleteMessage', { chat_id, message_id })
      return answer.kind === 'answered'
        ? sent(`${content.target}:own-deletion:${message.id}`)
        : sortTelegramAnswer(answer)
    }
    case 'edit':
      return edit(call, content, message.id)
    default: {
      const { method, params, files } = requestOf(content)
      const all = { ...addressOf(account, network), chat_id: chat, ...params, ...replyOf(message) }
      const answer = await client.call(account.token, method, all, files)
      return answer.kind === 'answered' ? readReceipt(answer.result, chat) : sortTelegramAnswer(answer)
    }
  }
}

/** A message with a file has a caption instead of a text, and only Telegram knows which it was. */
async function edit(
  call: Sending['call'],
  { target, body }: Extract<OutboundContent, { kind: 'edit' }>,
  id: string,
): Promise<SendOutcome> {
  const asText = await call('editMessageText', { ...targetOf(target), text: body })
  const isCaption = asText.kind === 'error' && /there is no text in the message/i.test(asText.description)
  const answer = isCaption ? await call('editMessageCaption', { ...targetOf(target), caption: body }) : asText
  // Sent again after its answer was lost: it looks like that already.
  const isDone = answer.kind === 'error' && /message is not modified/i.test(answer.description)
  return answer.kind === 'answered' || isDone ? sent(`${target}:own-edit:${id}`) : sortTelegramAnswer(answer)
}

function readReceipt(result: unknown, chat: string): SendOutcome {
  const message = isRecord(result) ? result : {}
  const id = idAt(message, 'message_id')
  if (id !== undefined) return sent(messageKey(idAt(recordAt(message, 'chat') ?? {}, 'id') ?? chat, id))
  const title = 'Accepted, but the answer names no message'
  return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
}

const sent = (externalId: string): SendOutcome => ({ outcome: 'sent', externalId })
