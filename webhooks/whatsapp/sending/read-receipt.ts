import type { SendOutcome } from '#core/channels/channel-port.ts'
import { idAt, isRecord, type JsonRecord, listAt, textAt } from '../../meta/loose-json.ts'
import { claims } from '../reading/read-person.ts'

/**
 * The answer to a message that was taken: its id, and by what names WhatsApp knows the person, which may be more than
 * we knew.
 */
export function readReceipt(body: JsonRecord): SendOutcome {
  const [message] = listAt(body, 'messages') ?? []
  const externalId = isRecord(message) ? idAt(message, 'id') : undefined
  if (externalId === undefined) {
    const title = 'Accepted, but the answer names no message'
    return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
  }
  const [contact] = listAt(body, 'contacts') ?? []
  const recipient = isRecord(contact) ? identitiesOf(contact) : []
  return { outcome: 'sent', externalId, ...(recipient.length > 0 ? { recipient } : {}) }
}

function identitiesOf(contact: JsonRecord) {
  return claims({
    phone: idAt(contact, 'wa_id'),
    user: idAt(contact, 'user_id'),
    parentUser: idAt(contact, 'parent_user_id'),
    username: textAt(contact, 'username'),
  })
}
