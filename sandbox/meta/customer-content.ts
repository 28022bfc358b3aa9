import { mayText, wantList, wantNumber, wantText } from './control-input.ts'
import { button, callPermission, flow, list } from './customer-choices.ts'
import { customerFile } from './customer-file.ts'
import { type Fields, present } from './fields.ts'
import { webhookError } from './graph-error.ts'
import { newObjectId } from './ids.ts'
import type { MediaStore } from './media-store.ts'
import { type Content, type KeptPhone, peerOf } from './phone.ts'
import { unsupportedMessage } from './problems.ts'
import { Refusal } from './refusal.ts'

/** One thing a customer does, in both forms: the bubble on the phone and the body of the webhook message. */
export interface CustomerContent {
  bubble: Content
  /** `type` and what belongs to it, in Meta's shape. */
  message: Fields
}

/** Where a customer's message goes, and what building it needs. */
export interface CustomerGround {
  phone: KeptPhone
  media: MediaStore
  phoneNumberId: string
  /** Address of the server, for the `url` of media; absent: media come without. */
  origin?: string
}

/** Makes one kind of content of what the control API was sent. */
export type ContentReader = (input: Fields, ground: CustomerGround) => CustomerContent

const text: ContentReader = (input) => {
  const body = wantText(input, 'text')
  return { bubble: { kind: 'text', text: body }, message: { type: 'text', text: { body } } }
}

const location: ContentReader = (input) => {
  const [latitude, longitude] = [wantNumber(input, 'latitude'), wantNumber(input, 'longitude')]
  const place = {
    latitude,
    longitude,
    ...present({ name: mayText(input, 'name'), address: mayText(input, 'address') }),
  }
  return { bubble: { kind: 'location', location: place }, message: { type: 'location', location: place } }
}

const contacts: ContentReader = (input) => {
  const people = wantList(input, 'contacts').map((one) => ({
    name: wantText(one, 'name'),
    phone: wantText(one, 'phone'),
  }))
  const cards = people.map(({ name, phone }) => {
    const [first = name, ...rest] = name.split(' ')
    const last = rest.length === 0 ? undefined : rest.join(' ')
    return {
      name: { first_name: first, ...present({ last_name: last }), formatted_name: name },
      phones: [{ phone, wa_id: phone.replace(/\D/g, ''), type: 'CELL' }],
    }
  })
  return { bubble: { kind: 'contacts', contacts: people }, message: { type: 'contacts', contacts: cards } }
}

const order: ContentReader = (input) => {
  const items = wantList(input, 'items').map((item) => ({
    product_retailer_id: wantText(item, 'id'),
    quantity: wantNumber(item, 'quantity'),
    item_price: wantNumber(item, 'price'),
    currency: wantText(item, 'currency'),
  }))
  const words = mayText(input, 'text')
  const message = {
    type: 'order',
    order: { catalog_id: newObjectId(), ...present({ text: words }), product_items: items },
  }
  return { bubble: { kind: 'order', ...present({ text: words }) }, message }
}

const unsupported: ContentReader = () => {
  const errors = [webhookError(unsupportedMessage)]
  return {
    bubble: { kind: 'unsupported' },
    message: { errors, type: 'unsupported', unsupported: { type: 'poll' } },
  }
}

/** A kind that does not exist yet: what the product does not know, it must keep and not refuse. */
const unknown: ContentReader = (input) => {
  const type = wantText(input, 'type')
  return { bubble: { kind: type }, message: { type, [type]: { id: newObjectId() } } }
}

const moved: ContentReader = (input, { phone }) => {
  const number = wantText(input, 'newPhone')
  const body = `User ${phone.name} changed from ${peerOf(phone)} to ${number.slice(1)}`
  const system = { body, wa_id: number.slice(1), user_id: phone.userId, type: 'user_changed_number' }
  return { bubble: { kind: 'system', text: body }, message: { type: 'system', system } }
}

/** The identity behind the number is a new one, as after a reinstallation. */
const identity: ContentReader = (_, { phone }) => {
  const body = `${phone.name}'s security code changed`
  const system = { body, type: 'customer_identity_changed' }
  const hash = {
    acknowledged: true,
    created_timestamp: String(Math.floor(Date.now() / 1000)),
    hash: newObjectId(),
  }
  return { bubble: { kind: 'system', text: body }, message: { type: 'system', system, identity: hash } }
}

/** The person's own card, after a request for it: `phone` where the simulator does not know the number yet. */
const ownContact: ContentReader = (input, { phone }) => {
  const number = phone.phone ?? wantText(input, 'phone')
  const tel = `TEL;type=CELL;waid=${number.replace(/\D/g, '')}:${number}`
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:${phone.name}\n${tel}\nEND:VCARD`
  const contacts = [{ vcard, phones: [{ phone: number }] }]
  return {
    bubble: { kind: 'contacts', contacts: [{ name: phone.name, phone: number }] },
    message: { type: 'contacts', origin: 'contact_request', contacts },
  }
}

const welcome: ContentReader = () => ({
  bubble: { kind: 'request_welcome' },
  message: { type: 'request_welcome' },
})

const readers: Record<string, ContentReader> = {
  text,
  image: customerFile,
  video: customerFile,
  audio: customerFile,
  voice: customerFile,
  document: customerFile,
  sticker: customerFile,
  location,
  contacts,
  button,
  list,
  order,
  unsupported,
  unknown,
  system: moved,
  request_welcome: welcome,
  identity,
  own_contact: ownContact,
  flow,
  call_permission: callPermission,
}

/** Builds what a customer sends. @throws {Refusal} 400 for an unknown kind or a part that is missing. */
export function customerContent(input: Fields, ground: CustomerGround): CustomerContent {
  const kind = wantText(input, 'kind')
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined
  if (read) return read(input, ground)
  throw new Refusal(
    400,
    `There is no kind "${kind}". Known: ${Object.keys(readers).join(', ')}, reaction, edit, revoke, preferences, user_id.`,
  )
}
