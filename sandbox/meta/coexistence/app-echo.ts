import { wantText } from '../control-input.ts'
import { type CustomerGround, customerContent } from '../customer-content.ts'
import { type Fields, present } from '../fields.ts'
import { newWamid } from '../ids.ts'
import type { MediaStore } from '../media-store.ts'
import type { MetaApps } from '../meta-app.ts'
import type { CompleteOptions } from '../meta-options.ts'
import { type KeptPhone, type PhoneMessage, peerOf } from '../phone.ts'
import type { PhoneBook } from '../phone-book.ts'
import { Refusal } from '../refusal.ts'
import { numberChange, seconds, webhookContact } from '../webhook-envelope.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'

export interface EchoGround {
  apps: MetaApps
  book: PhoneBook
  media: MediaStore
  outbox: WebhookOutbox
  options: CompleteOptions
}

/**
 * `POST /playground/api/phones/:id/echo` for WhatsApp: the owner types in the WhatsApp Business app beside the Cloud
 * API. `kind` as for customers (`text`, a file, `location`, …), or `edit` (`target`, `text`) and `revoke` (`target`)
 * for what the business wrote. Told as `smb_message_echoes`.
 * @throws {Refusal} 400, 404 for an unknown bubble, 409 without a number
 */
export function echoFromApp(ground: EchoGround, phone: KeptPhone, input: Fields): PhoneMessage {
  const { apps, book, media, outbox, options } = ground
  const app = apps.latest()
  if (!app)
    throw new Refusal(409, 'There is no business number yet. Register one with PUT /playground/api/meta/app.')
  const at = options.now()
  const id = newWamid(peerOf(phone), 'business')
  const from = app.displayPhoneNumber.replace(/\D/g, '')
  const head = {
    from,
    ...present({ to: phone.phone?.slice(1) }),
    to_user_id: phone.userId,
    id,
    timestamp: seconds(at),
  }
  const tell = (message: Fields) => {
    const echoes = { contacts: [webhookContact(phone)], message_echoes: [{ ...head, ...message }] }
    outbox.send(app, 'smb_message_echoes', numberChange(app, 'smb_message_echoes', echoes), peerOf(phone))
    book.changed(phone)
  }
  if (input.kind === 'edit' || input.kind === 'revoke') {
    const target = wantText(input, 'target')
    const bubble = book.message(target)
    if (bubble?.phone !== phone || bubble.message.from !== 'business')
      throw new Refusal(404, `The business wrote no message ${target} on this phone.`)
    if (input.kind === 'revoke') {
      bubble.message.deleted = true
      delete bubble.message.text
      tell({ type: 'revoke', revoke: { original_message_id: target } })
    } else {
      bubble.message.text = wantText(input, 'text')
      bubble.message.edits = (bubble.message.edits ?? 0) + 1
      const message = { type: 'text', text: { body: bubble.message.text } }
      tell({ type: 'edit', edit: { original_message_id: target, message } })
    }
    return bubble.message
  }
  const contentGround: CustomerGround = {
    phone,
    media,
    phoneNumberId: app.phoneNumberId,
    ...present({ origin: options.publicUrl() }),
  }
  const { bubble, message } = customerContent({ kind: 'text', ...input }, contentGround)
  const shown: PhoneMessage = { id, from: 'business', ...bubble, at, status: 'delivered', reactions: [] }
  book.write(phone, shown)
  phone.unread += 1
  tell(message)
  return shown
}
