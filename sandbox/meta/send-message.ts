import { type CheckedMessage, checkMessage } from './check-message.ts'
import { type Fields, present } from './fields.ts'
import { GraphError, type Problem } from './graph-error.ts'
import { newWamid } from './ids.ts'
import { fits } from './media-rules.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApp } from './meta-app.ts'
import type { CompleteOptions } from './meta-options.ts'
import type { KeptPhone } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import { priceOf, windowIsOpen } from './pricing.ts'
import { invalid, reEngagement, stoppedMarketing, undeliverable } from './problems.ts'
import type { SendRates } from './send-rates.ts'
import type { StatusJourney } from './status-journey.ts'
import type { TemplateStore } from './templates/template-store.ts'

const mismatchedMedia: Problem = {
  code: 131053,
  title: 'Media upload error',
  details: 'The type of this file does not suit the kind of message it stands in.',
}
const lostTarget: Problem = {
  code: 131009,
  title: 'Parameter value is not valid',
  details: 'The message to react to does not exist or is older than 30 days.',
}
const reactableMs = 30 * 24 * 3_600_000

/** What sending needs of the rest of the simulator. */
export interface SendGround {
  book: PhoneBook
  media: MediaStore
  rates: SendRates
  journey: StatusJourney
  templates: TemplateStore
  options: CompleteOptions
}

/**
 * `POST /{number}/messages`. The answer means accepted, nothing more: whether the message arrives is told by webhook.
 * @throws {GraphError} 100, 131008, 131009, 1320xx for the body; 130429, 131056 for the rates; 131047 where configured.
 */
export function sendMessage(ground: SendGround, app: MetaApp, body: Fields) {
  const { book, media, rates, journey, options } = ground
  const checked = checkMessage(body, ground.templates.of(app.wabaId))
  const file = checked.media?.id === undefined ? undefined : media.get(checked.media.id)
  if (checked.media?.id !== undefined && file?.phoneNumberId !== app.phoneNumberId)
    throw invalid(`There is no media object ${checked.media.id} of this number.`)
  const phone = findPhone(book, checked)
  const peer = phone?.phone?.slice(1) ?? phone?.userId ?? checked.digits ?? checked.userId ?? ''
  rates.take(app.phoneNumberId, peer)

  const closed =
    phone && checked.type !== 'template' && !windowIsOpen(phone, app.phoneNumberId, options.now())
  if (closed && options.outsideWindow === 'answer') throw new GraphError(reEngagement)
  const outgoing = {
    id: newWamid(peer, 'business'),
    phoneNumberId: app.phoneNumberId,
    status: 'accepted' as const,
    ...(phone ? priceOf(phone, app.phoneNumberId, checked.template, options.now()) : { pricing: {} }),
    ...present({
      phoneId: phone?.id,
      digits: checked.digits,
      userId: checked.userId,
      opaque: checked.opaque,
      reaction: checked.reaction,
    }),
  }
  const problem = closed ? reEngagement : problemOf(ground, checked, phone, file?.mime)
  if (!phone || problem) journey.fail(outgoing, problem ?? undeliverable)
  else {
    delete phone.typingUntil
    if (!checked.reaction) write(ground, phone, outgoing.id, checked)
    book.changed(phone)
    journey.begin(outgoing)
  }
  const contact = {
    input: checked.input,
    ...present({ wa_id: checked.digits, user_id: userIdOf(checked, phone) }),
  }
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: outgoing.id }] }
}

/** `to` wins over `recipient` when both are given. */
function findPhone(book: PhoneBook, { digits, userId }: CheckedMessage): KeptPhone | undefined {
  if (digits !== undefined) return book.byPhone(digits)
  return userId === undefined ? undefined : book.byUserId(userId)
}

function userIdOf(checked: CheckedMessage, phone: KeptPhone | undefined): string | undefined {
  return checked.userId === undefined ? undefined : (phone?.userId ?? checked.userId)
}

function problemOf({ book, options }: SendGround, checked: CheckedMessage, phone?: KeptPhone, mime?: string) {
  if (!phone) return undeliverable
  if (mime !== undefined && checked.media && !fits(checked.media.kind, mime)) return mismatchedMedia
  if (checked.template?.category === 'MARKETING' && phone.stopsMarketing) return stoppedMarketing
  if (!checked.reaction) return undefined
  const target = book.message(checked.reaction.target)
  const gone = !target || target.phone !== phone || options.now() - target.message.at > reactableMs
  return gone ? lostTarget : undefined
}

function write(
  { book, media, options }: SendGround,
  phone: KeptPhone,
  id: string,
  checked: CheckedMessage,
): void {
  const { content, media: sent, replyTo } = checked
  const file = sent?.id === undefined ? undefined : media.get(sent.id)
  const url = file ? `/playground/api/meta/media/${file.id}` : sent?.link
  const filename = sent?.filename ?? file?.filename
  const bubble = sent && { media: { mime: file?.mime ?? `${sent.kind}/*`, ...present({ filename, url }) } }
  const quoted = replyTo !== undefined && book.message(replyTo)?.phone === phone ? replyTo : undefined
  const now = options.now()
  book.write(phone, {
    id,
    from: 'business',
    ...content,
    ...bubble,
    at: now,
    status: 'sent',
    ...present({ replyTo: quoted }),
    reactions: [],
  })
}
