import { mayCount, mayText, wantText } from './control-input.ts'
import { customerChanges, isCustomerChange } from './customer-changes.ts'
import { type CustomerGround, customerContent } from './customer-content.ts'
import { type Fields, isFields, present } from './fields.ts'
import { newWamid } from './ids.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApp, MetaApps } from './meta-app.ts'
import type { CompleteOptions } from './meta-options.ts'
import { type KeptPhone, type PhoneMessage, peerOf, type Referral } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import { Refusal } from './refusal.ts'
import { messagesEnvelope, seconds, webhookContact } from './webhook-envelope.ts'
import type { WebhookOutbox } from './webhook-outbox.ts'

/** What a writing customer needs of the rest. */
export interface WritingGround {
  apps: MetaApps
  book: PhoneBook
  media: MediaStore
  outbox: WebhookOutbox
  options: CompleteOptions
}

/** Meta never packs more updates than this into one webhook. */
const largestBatch = 1000

function readReferral(input: Fields): Referral | undefined {
  if (input.referral === undefined) return undefined
  if (!isFields(input.referral)) throw new Refusal(400, '"referral" must be an object.')
  const { referral } = input
  return {
    sourceUrl: wantText(referral, 'sourceUrl'),
    headline: wantText(referral, 'headline'),
    body: wantText(referral, 'body'),
    sourceId: wantText(referral, 'sourceId'),
    ...present({ ctwaClid: mayText(referral, 'ctwaClid') }),
  }
}

function webhookReferral({ sourceUrl, sourceId, body, headline, ctwaClid }: Referral) {
  const rest = {
    source_type: 'ad',
    body,
    headline,
    media_type: 'image',
    image_url: `${sourceUrl}/picture.jpg`,
  }
  return { source_url: sourceUrl, source_id: sourceId, ...rest, ...present({ ctwa_clid: ctwaClid }) }
}

function chooseNumber(apps: MetaApps, input: Fields): MetaApp {
  const wanted = mayText(input, 'to')
  const app = wanted === undefined ? apps.latest() : apps.byNumber(wanted)
  if (app) return app
  throw new Refusal(
    409,
    'There is no business number to write to yet. Register one with PUT /playground/api/meta/app.',
  )
}

/**
 * The customer sends something: it stands on the phone, and the business is told in one webhook however many copies
 * there are. Resolves to the last bubble, or to the bubble that was reacted to.
 * @throws {Refusal} 400 for a malformed wish, 404 for an unknown bubble, 409 while offline, blocking, or without number
 */
export function customerWrites(ground: WritingGround, phone: KeptPhone, input: Fields): PhoneMessage {
  const { apps, book, media, outbox, options } = ground
  const app = chooseNumber(apps, input)
  if (!phone.online) throw new Refusal(409, `${phone.name} is offline and can send nothing.`)
  if (phone.blocked) throw new Refusal(409, `${phone.name} has blocked the business; unblock it first.`)
  if (typeof input.kind === 'string' && isCustomerChange(input.kind))
    return customerChanges(ground, app, phone, input)
  const at = options.now()
  const from = {
    ...present({ from: phone.phone?.slice(1) }),
    from_user_id: phone.userId,
  }
  const peer = peerOf(phone)
  const tell = (messages: Fields[], withContacts = true) => {
    phone.lastWroteAt[app.phoneNumberId] = at
    const contacts = withContacts ? { contacts: [webhookContact(phone)] } : {}
    outbox.send(app, 'messages', messagesEnvelope(app, { ...contacts, messages }), peer)
  }
  if (input.kind === 'reaction') {
    const target = react(book, phone, input)
    const emoji = mayText(input, 'emoji') ?? ''
    const reaction = { message_id: target.id, ...(emoji === '' ? {} : { emoji }) }
    tell([{ ...from, id: newWamid(peer, 'customer'), timestamp: seconds(at), type: 'reaction', reaction }])
    book.changed(phone)
    return target
  }

  const replyTo = mayText(input, 'replyTo')
  const quoted = replyTo === undefined ? tapped(phone, input) : book.message(replyTo)?.message
  if (replyTo !== undefined && book.message(replyTo)?.phone !== phone)
    throw new Refusal(404, `There is no message ${replyTo} on this phone.`)
  const business = app.displayPhoneNumber.replace(/\D/g, '')
  const quotedFrom = quoted?.from === 'business' ? business : phone.phone?.slice(1)
  const context = quoted ? { context: { ...present({ from: quotedFrom }), id: quoted.id } } : {}
  const referral = readReferral(input)
  if (referral) phone.cameByAdAt[app.phoneNumberId] = at
  const contentGround: CustomerGround = {
    phone,
    media,
    phoneNumberId: app.phoneNumberId,
    ...present({ origin: options.publicUrl() }),
  }
  const written = Array.from({ length: mayCount(input, 'count', largestBatch) }, () => {
    const { bubble, message } = customerContent(input, contentGround)
    const id = newWamid(peer, 'customer')
    const reply = present({ replyTo: quoted?.id, referral })
    const shown: PhoneMessage = { id, from: 'customer', ...bubble, at, ...reply, reactions: [] }
    const ad = referral ? { referral: webhookReferral(referral) } : {}
    return { shown, message: { ...ad, ...context, ...from, id, timestamp: seconds(at), ...message } }
  })
  const moves = input.kind === 'system'
  if (moves) book.renumber(phone, wantText(input, 'newPhone'))
  for (const { shown } of written) book.write(phone, shown)
  tell(
    written.map(({ message }) => message),
    !moves,
  )
  book.changed(phone)
  const last = written.at(-1)
  if (!last) throw new Refusal(400, 'Nothing was written.')
  return last.shown
}

/** The bubble a tap answers: WhatsApp names it without being asked. */
function tapped(phone: KeptPhone, input: Fields): PhoneMessage | undefined {
  if (input.kind !== 'button' && input.kind !== 'list') return undefined
  const id = input.kind === 'button' ? input.payload : input.rowId
  return phone.thread.findLast(
    ({ from, buttons = [], rows = [] }) =>
      from === 'business' && [...buttons, ...rows].some((one) => one.id === id),
  )
}

function react(book: PhoneBook, phone: KeptPhone, input: Fields): PhoneMessage {
  const id = wantText(input, 'target')
  const found = book.message(id)
  if (found?.phone !== phone) throw new Refusal(404, `There is no message ${id} on this phone.`)
  const emoji = mayText(input, 'emoji') ?? ''
  found.message.reactions = found.message.reactions.filter(({ from }) => from !== 'customer')
  if (emoji !== '') found.message.reactions.push({ from: 'customer', emoji })
  return found.message
}
