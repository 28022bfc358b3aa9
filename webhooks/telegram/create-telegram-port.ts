import type {
  ChannelLimits,
  ChannelPort,
  OutboundMessage,
  SendOutcome,
  UsedAccount,
} from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'
import { checkBot } from './check-bot.ts'
import { checkConnection } from './check-connection.ts'
import type { TelegramWebhook } from './customer-webhook.ts'
import { findFile } from './find-file.ts'
import { identifyBot } from './identify-bot.ts'
import { releaseBot } from './release-bot.ts'
import { requestOf } from './request-of.ts'
import { sortTelegramAnswer } from './sort-telegram-answer.ts'
import { createTelegramClient } from './telegram-client.ts'
import { messageKey } from './where.ts'

export interface TelegramPortOptions {
  root: string
  webhook?: TelegramWebhook
  /** The bot in which staff work: it is nobody's to connect. */
  staffBotId?: string
  timeoutMs?: number
}

const mb = 1024 * 1024

/** Source: https://core.telegram.org/bots/api#sending-files */
const limits: ChannelLimits = {
  text: { max: 4096, unit: 'characters' },
  caption: 1024,
  // A limit of ours: Telegram cuts what does not fit on a phone.
  buttons: { max: 10, title: 60 },
  files: {
    image: { maxBytes: 10 * mb, mimes: ['image/jpeg', 'image/png', 'image/webp'] },
    video: { maxBytes: 50 * mb, mimes: ['video/mp4'] },
    animation: { maxBytes: 50 * mb, mimes: ['image/gif', 'video/mp4'] },
    video_note: { maxBytes: 50 * mb, mimes: ['video/mp4'] },
    audio: { maxBytes: 50 * mb, mimes: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/aac'] },
    voice: { maxBytes: 50 * mb, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a'] },
    sticker: { maxBytes: 512 * 1024, mimes: ['image/webp', 'video/webm', 'application/x-tgsticker'] },
    document: { maxBytes: 50 * mb },
  },
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
      const { method, params, file } = requestOf(content)
      const all = { ...addressOf(account, network), chat_id: chat, ...params, ...replyOf(message) }
      const answer = await client.call(account.token, method, all, file)
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

function whyNot(account: UsedAccount, network: Network, content: OutboundContent): SendOutcome | undefined {
  if (network === 'telegram_business') {
    if (!account.settings.connectionId) return refuse('no-right', 'The account is not connected to the bot')
    if (account.settings.canReply === 'false')
      return refuse('no-right', 'The owner does not let the bot answer')
    if (content.kind === 'contact-request')
      return refuse('not-here', 'An own account cannot ask for a number')
  }
  const text = 'body' in content ? content.body : undefined
  if (text !== undefined && text.length > limits.text.max) {
    return refuse('too-long', `A Telegram message holds ${limits.text.max} characters at most`)
  }
  if (content.kind !== 'file') return undefined
  const limit = limits.files[content.file.kind]
  if (limit && content.file.size > limit.maxBytes) {
    return refuse('too-large', `Telegram takes ${Math.floor(limit.maxBytes / mb)} MB at most`)
  }
  return undefined
}

function addressOf(account: UsedAccount, network: Network): JsonRecord {
  const { connectionId } = account.settings
  return network === 'telegram_business' && connectionId ? { business_connection_id: connectionId } : {}
}

function chatOf({ recipient }: OutboundMessage): string | undefined {
  const user = recipient.find(({ kind }) => kind === 'telegram_user')
  return user && (user.address ?? user.value)
}

function targetOf(target: string): { chat_id: string; message_id: number } {
  const [chat = '', message = ''] = target.split(':')
  return { chat_id: chat, message_id: Number(message) }
}

function replyOf({ replyTo }: OutboundMessage): JsonRecord {
  if (replyTo === undefined) return {}
  const { message_id } = targetOf(replyTo)
  if (!Number.isSafeInteger(message_id)) return {}
  return { reply_parameters: dropUndefined({ message_id, allow_sending_without_reply: true }) }
}

function readReceipt(result: unknown, chat: string): SendOutcome {
  const message = isRecord(result) ? result : {}
  const id = idAt(message, 'message_id')
  if (id !== undefined) return sent(messageKey(idAt(recordAt(message, 'chat') ?? {}, 'id') ?? chat, id))
  const title = 'Accepted, but the answer names no message'
  return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
}

const sent = (externalId: string): SendOutcome => ({ outcome: 'sent', externalId })

function refuse(code: string, title: string): SendOutcome {
  return { outcome: 'refused', failure: { code, title } }
}
