import { Text } from 'whatsapp-api-js/messages'
import type { ChannelPort, OutboundMessage, SendOutcome } from '#core/channels/channel-port.ts'
import type { IdentityClaim, IdentityKind } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { createGraphClient, type GraphClientOptions } from '../meta/graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt } from '../meta/loose-json.ts'
import { sortGraphAnswer } from '../meta/sort-graph-error.ts'

/** Meta's limit for the text of one message, in UTF-16 units. */
const maxTextLength = 4096

/**
 * Sends on WhatsApp's Cloud API. WhatsApp has no idempotency key: our message id travels along as
 * `biz_opaque_callback_data` and comes back in each state, which is how a lost answer is reconciled.
 */
export function createWhatsappPort(options: GraphClientOptions): ChannelPort {
  const graph = createGraphClient(options)

  return {
    network: 'whatsapp',
    replyWindowHours: 24,
    maxTextLength,
    async send(account, message) {
      const address = addressOf(message.recipient)
      if (address === undefined) {
        return refuse('no-address', 'WhatsApp knows neither a phone number nor an id of this person')
      }
      if (message.body.length > maxTextLength) {
        return refuse('too-long', `A WhatsApp message holds ${maxTextLength} characters at most`)
      }
      const path = `${encodeURIComponent(account.externalId)}/messages`
      const answer = await graph.post(path, account.token, bodyOf(message, address))
      return answer.kind === 'answered' ? readReceipt(answer.body) : sortGraphAnswer(answer)
    },
  }
}

function bodyOf(message: OutboundMessage, address: Address): JsonRecord {
  const text = new Text(message.body)
  return dropUndefined({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...address,
    context: message.replyTo === undefined ? undefined : { message_id: message.replyTo },
    biz_opaque_callback_data: message.id,
    type: text._type,
    // Staff see no preview while they write, so the customer shall not be surprised by one.
    [text._type]: { ...text, preview_url: false },
  })
}

interface Address {
  to?: string
  recipient?: string
}

/**
 * Where both are known both are given: the phone number wins, and the id still works when the number
 * changed.
 */
function addressOf(recipient: IdentityClaim[]): Address | undefined {
  const phone = first(recipient, 'phone')
  const user = first(recipient, 'whatsapp_user') ?? first(recipient, 'whatsapp_parent_user')
  if (phone === undefined && user === undefined) return undefined
  return dropUndefined({
    to: phone && (phone.address ?? phone.value).replace(/\D/g, ''),
    recipient: user && (user.address ?? user.value),
  })
}

function first(recipient: IdentityClaim[], kind: IdentityKind): IdentityClaim | undefined {
  return recipient.find((claim) => claim.kind === kind)
}

function readReceipt(body: JsonRecord): SendOutcome {
  const [message] = listAt(body, 'messages') ?? []
  const externalId = isRecord(message) ? idAt(message, 'id') : undefined
  if (externalId !== undefined) return { outcome: 'sent', externalId }
  const title = 'Accepted, but the answer names no message'
  return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
}

function refuse(code: string, title: string): SendOutcome {
  return { outcome: 'refused', failure: { code, title } }
}
