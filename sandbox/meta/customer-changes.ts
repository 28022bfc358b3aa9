import { mayText, wantText } from './control-input.ts'
import type { WritingGround } from './customer-writes.ts'
import { type Fields, present } from './fields.ts'
import { newUserId, newWamid } from './ids.ts'
import type { MetaApp } from './meta-app.ts'
import { type KeptPhone, type PhoneMessage, peerOf } from './phone.ts'
import { Refusal } from './refusal.ts'
import { messagesEnvelope, numberChange, seconds, webhookContact } from './webhook-envelope.ts'

type Change = (ground: WritingGround, app: MetaApp, phone: KeptPhone, input: Fields) => PhoneMessage

function ownBubble({ book }: WritingGround, phone: KeptPhone, input: Fields): PhoneMessage {
  const id = wantText(input, 'target')
  const found = book.message(id)
  if (found?.phone !== phone || found.message.from !== 'customer' || found.message.deleted)
    throw new Refusal(404, `${phone.name} wrote no message ${id}.`)
  return found.message
}

function tell(
  { outbox, options, book }: WritingGround,
  app: MetaApp,
  phone: KeptPhone,
  message: Fields,
): void {
  const from = { ...present({ from: phone.phone?.slice(1) }), from_user_id: phone.userId }
  const head = { ...from, id: newWamid(peerOf(phone), 'customer'), timestamp: seconds(options.now()) }
  const content = { contacts: [webhookContact(phone)], messages: [{ ...head, ...message }] }
  outbox.send(app, 'messages', messagesEnvelope(app, content), peerOf(phone))
  book.changed(phone)
}

function note({ book, options }: WritingGround, phone: KeptPhone, text: string): PhoneMessage {
  const id = newWamid(peerOf(phone), 'customer')
  const bubble: PhoneMessage = {
    id,
    from: 'customer',
    kind: 'system',
    text,
    at: options.now(),
    reactions: [],
  }
  book.write(phone, bubble)
  book.changed(phone)
  return bubble
}

/** `edit` with `target` and `text`. */
const edit: Change = (ground, app, phone, input) => {
  const bubble = ownBubble(ground, phone, input)
  bubble.text = wantText(input, 'text')
  bubble.edits = (bubble.edits ?? 0) + 1
  const message = { context: { id: 'M0' }, type: 'text', text: { body: bubble.text } }
  tell(ground, app, phone, { type: 'edit', edit: { original_message_id: bubble.id, message } })
  return bubble
}

/** `revoke` with `target`: deleted for everyone. */
const revoke: Change = (ground, app, phone, input) => {
  const bubble = ownBubble(ground, phone, input)
  bubble.deleted = true
  delete bubble.text
  delete bubble.media
  tell(ground, app, phone, { type: 'revoke', revoke: { original_message_id: bubble.id } })
  return bubble
}

const details: Record<string, string> = {
  stop: 'User requested to stop marketing messages',
  resume: 'User requested to resume marketing messages',
  signup: 'User signed up via signup link',
}

/** `preferences` with `value` stop, resume or signup: marketing templates fail with 131050 after `stop`. */
const preferences: Change = (ground, app, phone, input) => {
  const value = wantText(input, 'value')
  const detail = Object.hasOwn(details, value) ? details[value] : undefined
  if (detail === undefined)
    throw new Refusal(400, `"value" must be one of ${Object.keys(details).join(', ')}.`)
  phone.stopsMarketing = value === 'stop'
  const person = { ...present({ wa_id: phone.phone?.slice(1) }), user_id: phone.userId }
  const timestamp = Math.floor(ground.options.now() / 1000)
  const user_preferences = [{ ...person, detail, category: 'marketing_messages', value, timestamp }]
  const content = { contacts: [webhookContact(phone)], user_preferences }
  ground.outbox.send(app, 'user_preferences', numberChange(app, 'user_preferences', content), peerOf(phone))
  return note(ground, phone, detail)
}

/** `user_id`: the person registered a new phone and has another business-scoped id from now on, told twice over. */
const userId: Change = (ground, app, phone, input) => {
  const previous = phone.userId
  const current = mayText(input, 'newUserId') ?? newUserId(previous.slice(0, 2))
  ground.book.reidentify(phone, current)
  const timestamp = seconds(ground.options.now())
  const body = `User ${phone.name} changed from ${previous} to ${current}`
  const system = { body, user_id: current, type: 'user_changed_user_id' }
  const told = { id: newWamid(peerOf(phone), 'customer'), timestamp, type: 'system', system }
  ground.outbox.send(app, 'messages', messagesEnvelope(app, { messages: [told] }), peerOf(phone))
  const wa_id = phone.phone?.slice(1)
  const update = {
    ...present({ wa_id }),
    detail: `User id for ${phone.name} has been updated.`,
    user_id: { previous, current },
    timestamp,
  }
  const content = { contacts: [webhookContact(phone)], user_id_update: [update] }
  ground.outbox.send(app, 'user_id_update', numberChange(app, 'user_id_update', content), peerOf(phone))
  return note(ground, phone, body)
}

const changes: Record<string, Change> = { edit, revoke, preferences, user_id: userId }

export function isCustomerChange(kind: string): boolean {
  return Object.hasOwn(changes, kind)
}

/** What a customer on WhatsApp changes rather than writes; it opens no window. @throws {Refusal} 400, 404, 409 */
export function customerChanges(
  ground: WritingGround,
  app: MetaApp,
  phone: KeptPhone,
  input: Fields,
): PhoneMessage {
  const change = changes[wantText(input, 'kind')]
  if (!change) throw new Refusal(400, 'There is no such change.')
  return change(ground, app, phone, input)
}
