import type { InboundMessage } from '../channels/inbound-item.ts'
import { takeItems } from '../inbox/take-items.ts'
import { newId } from '../new-id.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import type { TestCore } from './open-test-core.ts'

/** A customer's message, as a reader gives it; every part can be said otherwise. */
export const inboundMessage = (account: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  type: 'message',
  network: 'whatsapp',
  account,
  externalId: `wamid.${newId()}`,
  person: { identities: [{ kind: 'phone', value: '+33639980001', address: '33639980001' }], name: 'Lina' },
  sentAt: new Date(),
  kind: 'text',
  body: 'Do you have a morning class?',
  attachments: [],
  data: {},
  ...more,
})

/** Takes messages in as the inbox does, and gives the lead of the last one. */
export async function writeIn(
  test: TestCore,
  messages: InboundMessage[],
  subscriptions: Subscriptions = [],
): Promise<{ leadId: string; messageId: string; conversationId: string }> {
  await test.core.database.transaction({ relay: true }, (sql) =>
    takeItems(
      sql,
      subscriptions,
      messages.map((item) => ({ eventId: newId(), item })),
    ),
  )
  const [row] = await test.rows<{ leadId: string; messageId: string; conversationId: string }>(
    `select lead_id as "leadId", id as "messageId", conversation_id as "conversationId" from message
     where external_id = $1`,
    [messages.at(-1)?.externalId],
  )
  if (!row) throw new Error('The message was not stored.')
  return row
}

let phones = Math.floor(Math.random() * 9_000_000)

/** A different phone each time. */
export const somePerson = (name = 'Lina') => {
  phones += 1
  const digits = `3363998${String(phones).padStart(7, '0')}`
  return { identities: [{ kind: 'phone' as const, value: `+${digits}`, address: digits }], name }
}
