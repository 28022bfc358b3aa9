import { personOf, secondOf, stride, wordsOf } from './turns.ts'

/** Messages of customers. Every number below is an index into the load. */
export interface MessagesTraffic {
  kind: 'messages'
  /** Makes the ids of this load its own. */
  run: string
  /** How many people write; they take turns in a fixed, mixed order. */
  people: number
}

/** What becomes of messages of ours. */
export interface StatesTraffic {
  kind: 'states'
  /** How many messages of ours are spoken of: each is sent, delivered and read, in that order of time. */
  messages: number
  /** Makes the calls of this load its own, where a desk hears of the same messages in several. */
  run?: string
}

/** The WhatsApp number that all benchmarks write to. */
export const phoneNumberId = '106540352242922'
/** The business account that owns it. */
export const businessAccountId = '102290129340398'
/** The number as people dial it. */
export const phoneNumber = '33189000001'

const account = { display_phone_number: phoneNumber, phone_number_id: phoneNumberId }

/** The phone of a person, as WhatsApp writes it: digits of a French mobile. */
export const phoneOf = (person: number): string => `336${String(10_000_000 + person)}`

export const messageIdOf = (run: string, index: number): string =>
  `wamid.HBgLMzM2MDAwMDAwMDAVAgASGBQz${run}${String(index).padStart(8, '0')}`

/** The network's id of one of our own messages, as the seeding of the database gives it. */
export const outboundIdOf = (message: number): string => `wamid.out.${message}`

/** One message, as Meta sends it: about 570 bytes. */
export function messageBody({ run, people }: MessagesTraffic, index: number): string {
  return messageOf(run, index, personOf(index, people))
}

/** The same of a given person. */
export function messageOf(run: string, index: number, person: number): string {
  const phone = phoneOf(person)
  return call({
    messaging_product: 'whatsapp',
    metadata: account,
    contacts: [{ profile: { name: `Customer ${person}` }, wa_id: phone }],
    messages: [
      {
        from: phone,
        id: messageIdOf(run, index),
        timestamp: String(secondOf(index)),
        type: 'text',
        text: { body: wordsOf(index) },
      },
    ],
  })
}

const states = ['sent', 'delivered', 'read'] as const

/** One delivery state, as Meta sends it. */
export function stateBody({ messages, run = '72' }: StatesTraffic, index: number): string {
  const state = Math.floor(index / messages)
  const message = (index * stride) % messages
  return call({
    messaging_product: 'whatsapp',
    metadata: account,
    statuses: [
      {
        id: outboundIdOf(message),
        status: states[state] ?? 'read',
        timestamp: String(secondOf(0) + state),
        recipient_id: phoneOf(message),
        conversation: { id: `${run}70432eae37498234f4444b35ffc512`, origin: { type: 'service' } },
        pricing: { billable: true, pricing_model: 'CBP', category: 'service' },
      },
    ],
  })
}

const call = (value: unknown): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: businessAccountId, changes: [{ value, field: 'messages' }] }],
  })
