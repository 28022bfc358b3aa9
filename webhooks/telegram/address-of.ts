import type { OutboundMessage, SendOutcome, UsedAccount } from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import type { JsonRecord } from '../meta/loose-json.ts'

export function addressOf(account: UsedAccount, network: Network): JsonRecord {
  const { connectionId } = account.settings
  return network === 'telegram_business' && connectionId ? { business_connection_id: connectionId } : {}
}

export function chatOf({ recipient }: OutboundMessage): string | undefined {
  const user = recipient.find(({ kind }) => kind === 'telegram_user')
  return user && (user.address ?? user.value)
}

export function targetOf(target: string): { chat_id: string; message_id: number } {
  const [chat = '', message = ''] = target.split(':')
  return { chat_id: chat, message_id: Number(message) }
}

export function replyOf({ replyTo }: OutboundMessage): JsonRecord {
  if (replyTo === undefined) return {}
  const { message_id } = targetOf(replyTo)
  if (!Number.isSafeInteger(message_id)) return {}
  return { reply_parameters: dropUndefined({ message_id, allow_sending_without_reply: true }) }
}

export type Refusal = Extract<SendOutcome, { outcome: 'refused' }>

export function refuse(code: string, title: string): Refusal {
  return { outcome: 'refused', failure: { code, title } }
}
