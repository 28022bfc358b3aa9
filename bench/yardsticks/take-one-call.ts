import { randomUUID } from 'node:crypto'
import type pg from 'pg'

interface Value {
  metadata: { phone_number_id: string }
  contacts: { profile: { name: string } }[]
  messages: { from: string; id: string; timestamp: string; text: { body: string } }[]
}

/** Takes the oldest free call of the inbox and stores its message, statement by statement. False: there is none. */
export async function takeOneCall(client: pg.Client): Promise<boolean> {
  const run = async (name: string, text: string, values: unknown[]) =>
    (await client.query({ name, text, values })).rows as Record<string, string>[]

  const [call] = await run(
    'claim',
    `select id, convert_from(body, 'UTF8') as body from inbound_event where state = 'pending' and source = $1
     order by id limit 1 for update skip locked`,
    ['whatsapp'],
  )
  if (!call) return false
  const { entry } = JSON.parse(call.body ?? '') as { entry: { changes: { value: Value }[] }[] }
  const value = entry[0]?.changes[0]?.value
  const message = value?.messages[0]
  if (!value || !message) throw new Error('The call has no message.')
  const sentAt = new Date(Number(message.timestamp) * 1000)

  const [account] = await run(
    'account',
    `select organization_id, id from channel_account where network = 'whatsapp' and external_id = $1`,
    [value.metadata.phone_number_id],
  )
  const organization = account?.organization_id
  const known = await run(
    'known',
    'select 1 from message where organization_id = $1 and channel_account_id = $2 and external_id = $3',
    [organization, account?.id, message.id],
  )
  if (known.length === 0) {
    const phone = `+${message.from}`
    const [identity] = await run(
      'identity',
      `select contact_id from contact_identity
       where organization_id = $1 and kind = 'phone' and value = $2 and valid_until is null`,
      [organization, phone],
    )
    const contact = identity?.contact_id ?? randomUUID()
    if (!identity) {
      await run('contact', 'insert into contact (organization_id, id, name) values ($1, $2, $3)', [
        organization,
        contact,
        value.contacts[0]?.profile.name,
      ])
      await run(
        'name',
        `insert into contact_identity (organization_id, id, contact_id, kind, value, address)
         values ($1, $2, $3, 'phone', $4, $5)`,
        [organization, randomUUID(), contact, phone, message.from],
      )
    }
    const [open] = await run(
      'open-lead',
      'select id from lead where organization_id = $1 and contact_id = $2 and closed_at is null',
      [organization, contact],
    )
    const lead = open?.id ?? randomUUID()
    if (!open) await openLead(lead)
    const [existing] = await run(
      'conversation',
      `select id from conversation where organization_id = $1 and channel_account_id = $2 and contact_id = $3`,
      [organization, account?.id, contact],
    )
    const conversation = existing?.id ?? randomUUID()
    if (!existing) {
      await run(
        'new-conversation',
        `insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [organization, conversation, account?.id, contact, lead, sentAt],
      )
    }
    const stored = randomUUID()
    await run(
      'message',
      `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, external_id,
         kind, body, status, sent_at, received_at)
       values ($1, $2, $3, $4, $5, 'inbound', $6, 'text', $7, 'received', $8, now())`,
      [organization, stored, conversation, lead, account?.id, message.id, message.text.body, sentAt],
    )
    await run(
      'touch-conversation',
      `update conversation set last_inbound_at = greatest(last_inbound_at, $3),
         last_message_at = greatest(last_message_at, $3) where organization_id = $1 and id = $2`,
      [organization, conversation, sentAt],
    )
    await run(
      'touch-lead',
      `update lead set last_inbound_at = greatest(last_inbound_at, $3),
         last_message_at = greatest(last_message_at, $3) where organization_id = $1 and id = $2`,
      [organization, lead, sentAt],
    )
    const event = randomUUID()
    await run(
      'event',
      `insert into domain_event (organization_id, id, type, data) values ($1, $2, 'message.received', $3)`,
      [
        organization,
        event,
        { leadId: lead, messageId: stored, conversationId: conversation, opensLead: !open },
      ],
    )
    await run(
      'delivery',
      `insert into event_delivery (organization_id, event_id, subscriber, lane) values ($1, $2, 'staff-bot', $3)`,
      [organization, event, lead],
    )

    async function openLead(id: string) {
      const [numbered] = await run(
        'number',
        'update organization set last_lead_number = last_lead_number + 1 where id = $1 returning last_lead_number',
        [organization],
      )
      await run(
        'lead',
        `insert into lead (organization_id, id, number, contact_id, source, last_message_at, last_inbound_at)
         values ($1, $2, $3, $4, 'whatsapp', $5, $5)`,
        [organization, id, numbered?.last_lead_number, contact, sentAt],
      )
      await run(
        'activity',
        `insert into activity (organization_id, id, lead_id, kind, data)
         values ($1, $2, $3, 'lead.opened', '{"source": "whatsapp"}')`,
        [organization, randomUUID(), id],
      )
    }
  }
  await run(
    'done',
    `update inbound_event set state = 'done', done_at = now(), attempts = attempts + 1 where id = $1`,
    [call.id],
  )
  return true
}
