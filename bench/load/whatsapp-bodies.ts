/** What the calls of one load are about. Every number below is an index into it. */
export type Traffic =
  | {
      kind: 'messages'
      /** Makes the ids of this load its own. */
      run: string
      /** How many people write; they take turns in a fixed, mixed order. */
      people: number
    }
  | {
      kind: 'states'
      /** How many messages of ours are spoken of: each is sent, delivered and read, in that order of time. */
      messages: number
    }

/** The WhatsApp number that all benchmarks write to. */
export const phoneNumberId = '106540352242922'

const account = { display_phone_number: '33189000001', phone_number_id: phoneNumberId }
/** Of the first message; each next one is written a hundredth of a second later. */
const firstSecond = 1_795_000_000
/** A prime that shares no factor with round numbers of people: neighbours in a load are never the same person. */
const stride = 7_919

/** The phone of a person, as WhatsApp writes it: digits of a French mobile. */
export const phoneOf = (person: number): string => `336${String(10_000_000 + person)}`

export const personOf = (index: number, people: number): number => (index * stride) % people

export const messageIdOf = (run: string, index: number): string =>
  `wamid.HBgLMzM2MDAwMDAwMDAVAgASGBQz${run}${String(index).padStart(8, '0')}`

/** The network's id of one of our own messages, as the seeding of the database gives it. */
export const outboundIdOf = (message: number): string => `wamid.out.${message}`

/** The mark by which a message's text is found again in what staff are shown. */
export const markOf = (index: number): string => `#${index}#`

/** One webhook call, as Meta sends it: about 570 bytes for a message. */
export function bodyOf(traffic: Traffic, index: number): string {
  return traffic.kind === 'messages' ? messageBody(traffic, index) : stateBody(traffic, index)
}

function messageBody({ run, people }: Extract<Traffic, { kind: 'messages' }>, index: number): string {
  const person = personOf(index, people)
  const phone = phoneOf(person)
  return call({
    messaging_product: 'whatsapp',
    metadata: account,
    contacts: [{ profile: { name: `Customer ${person}` }, wa_id: phone }],
    messages: [
      {
        from: phone,
        id: messageIdOf(run, index),
        timestamp: String(firstSecond + Math.floor(index / 100)),
        type: 'text',
        text: {
          body: `${markOf(index)} Good morning! Do you still have a free place in the class for beginners on Thursday at six, and what is the fee?`,
        },
      },
    ],
  })
}

const states = ['sent', 'delivered', 'read'] as const

function stateBody({ messages }: Extract<Traffic, { kind: 'states' }>, index: number): string {
  const state = Math.floor(index / messages)
  const message = (index * stride) % messages
  return call({
    messaging_product: 'whatsapp',
    metadata: account,
    statuses: [
      {
        id: outboundIdOf(message),
        status: states[state] ?? 'read',
        timestamp: String(firstSecond + state),
        recipient_id: phoneOf(message),
        conversation: { id: '7270432eae37498234f4444b35ffc512', origin: { type: 'service' } },
        pricing: { billable: true, pricing_model: 'CBP', category: 'service' },
      },
    ],
  })
}

const call = (value: unknown): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
  })
