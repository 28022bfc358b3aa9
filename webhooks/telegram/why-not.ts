import type { UsedAccount } from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { type Refusal, refuse } from './address-of.ts'
import { limits, mb } from './telegram-limits.ts'

/** Why a content cannot be sent, as far as it can be known without asking Telegram. */
export function whyNot(
  account: UsedAccount,
  network: Network,
  content: OutboundContent,
): Refusal | undefined {
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
