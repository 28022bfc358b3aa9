import { createHash } from 'node:crypto'

/** What a bare handler makes of a call of the mix: one message, or what became of one of ours. */
export type Read =
  | {
      kind: 'message'
      network: string
      account: string
      externalId: string
      from: { kind: string; value: string; address: string | null; name: string | undefined }
      text: string
      sentAt: Date
    }
  | { kind: 'state'; account: string; externalId: string; state: string; at: Date }

/** As much of every network as the mix has, and not a word more: the calls are known to be whole. */
export function readCall(body: string): Read {
  if (!body.startsWith('{')) return readForm(new URLSearchParams(body))
  const call = JSON.parse(body) as Shape
  if (call.lead_id !== undefined) return readLead(call)
  const update = call.update ?? call
  if (update.message) return readUpdate(update.message)
  return call.object === 'whatsapp_business_account' ? readWhatsapp(call) : readDirect(call)
}

interface Shape {
  object: string
  entry: {
    id: string
    changes: { value: Value }[]
    messaging: { sender: { id: string }; timestamp: number; message: { mid: string; text: string } }[]
  }[]
  lead_id?: string
  google_key: string
  user_column_data: { column_id: string; string_value: string }[]
  update?: Shape
  message?: Message
}
interface Value {
  metadata: { phone_number_id: string }
  contacts: { profile: { name: string } }[]
  messages?: { from: string; id: string; timestamp: string; text: { body: string } }[]
  statuses: { id: string; status: string; timestamp: string }[]
}
interface Message {
  message_id: number
  from: { id: number; first_name: string; last_name: string }
  date: number
  text: string
}

function readWhatsapp({ entry }: Shape): Read {
  const value = present(entry[0]?.changes[0]?.value)
  const account = value.metadata.phone_number_id
  const [message] = value.messages ?? []
  if (!message) {
    const { id, status, timestamp } = present(value.statuses[0])
    return { kind: 'state', account, externalId: id, state: status, at: secondsOf(timestamp) }
  }
  return {
    kind: 'message',
    network: 'whatsapp',
    account,
    externalId: message.id,
    from: {
      kind: 'phone',
      value: `+${message.from}`,
      address: message.from,
      name: value.contacts[0]?.profile.name,
    },
    text: message.text.body,
    sentAt: secondsOf(message.timestamp),
  }
}

function readDirect({ object, entry }: Shape): Read {
  const network = object === 'page' ? 'messenger' : 'instagram'
  const { id: account, messaging } = present(entry[0])
  const { sender, timestamp, message } = present(messaging[0])
  return {
    kind: 'message',
    network,
    account,
    externalId: message.mid,
    from: {
      kind: `${network}_user`,
      value: `${account}:${sender.id}`,
      address: sender.id,
      name: undefined,
    },
    text: message.text,
    sentAt: new Date(timestamp),
  }
}

function readUpdate({ message_id, from, date, text }: Message): Read {
  return {
    kind: 'message',
    network: 'telegram',
    account: '7000000002',
    externalId: `${from.id}:${message_id}`,
    from: {
      kind: 'telegram_user',
      value: String(from.id),
      address: null,
      name: `${from.first_name} ${from.last_name}`,
    },
    text,
    sentAt: new Date(date * 1000),
  }
}

function readLead({ lead_id, google_key, user_column_data }: Shape): Read {
  const answers = new Map(user_column_data.map(({ column_id, string_value }) => [column_id, string_value]))
  return {
    kind: 'message',
    network: 'google_leads',
    // What is in the inbox names the account by its digest already.
    account: google_key,
    externalId: lead_id ?? '',
    from: {
      kind: 'phone',
      value: answers.get('PHONE_NUMBER') ?? '',
      address: null,
      name: answers.get('FULL_NAME'),
    },
    text: answers.get('question') ?? '',
    sentAt: new Date(),
  }
}

function readForm(fields: URLSearchParams): Read {
  const of = (name: string) => fields.get(name) ?? ''
  return {
    kind: 'message',
    network: 'forms',
    account: '',
    externalId: createHash('sha256').update(of('reference')).digest('hex'),
    from: { kind: 'phone', value: of('phone'), address: null, name: of('name') },
    text: of('message'),
    sentAt: new Date(),
  }
}

const secondsOf = (text: string) => new Date(Number(text) * 1000)

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The call is not one of the mix.')
  return value
}
