import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Read, readCall } from './read-call.ts'

type Run = (name: string, text: string, values: unknown[]) => Promise<Record<string, string>[]>

/** Takes the oldest free call of the inbox and stores what it says, statement by statement. False: there is none. */
export async function takeOneCall(client: pg.Client, sources: string[]): Promise<boolean> {
  const run: Run = async (name, text, values) => (await client.query({ name, text, values })).rows
  const call = await claim(run, sources)
  if (!call) return false
  const read = readCall(call.body ?? '')
  await (read.kind === 'message' ? storeMessage(run, read) : storeState(run, read))
  await run(
    'done',
    `update inbound_event set state = 'done', done_at = now(), attempts = attempts + 1 where id = $1`,
    [call.id],
  )
  return true
}

async function claim(run: Run, sources: string[]): Promise<Record<string, string> | undefined> {
  for (const source of sources) {
    const [call] = await run(
      'claim',
      `select id, convert_from(body, 'UTF8') as body from inbound_event where state = 'pending' and source = $1
       order by id limit 1 for update skip locked`,
      [source],
    )
    if (call) return call
  }
  return undefined
}

/** A state that came late takes nothing back. */
async function storeState(run: Run, read: Extract<Read, { kind: 'state' }>): Promise<void> {
  const account = await findAccount(run, 'whatsapp', read.account)
  await run(
    'state',
    `update message set status = case when status = 'read' then status else $4 end,
       delivered_at = case when $4 = 'delivered' then $5 else delivered_at end,
       read_at = case when $4 = 'read' then $5 else read_at end
     where organization_id = $1 and channel_account_id = $2 and external_id = $3`,
    [account?.organization_id, account?.id, read.externalId, read.state, read.at],
  )
}

async function findAccount(run: Run, network: string, externalId: string) {
  const [account] = await run(
    'account',
    'select organization_id, id from channel_account where network = $1 and external_id = $2',
    [network, externalId],
  )
  return account
}

async function storeMessage(run: Run, message: Extract<Read, { kind: 'message' }>): Promise<void> {
  const { network, from, sentAt } = message
  const account = await findAccount(run, network, message.account)
  const organization = account?.organization_id
  const known = await run(
    'known',
    'select 1 from message where organization_id = $1 and channel_account_id = $2 and external_id = $3',
    [organization, account?.id, message.externalId],
  )
  if (known.length === 0) {
    const [identity] = await run(
      'identity',
      `select contact_id from contact_identity
       where organization_id = $1 and kind = $2 and value = $3 and valid_until is null`,
      [organization, from.kind, from.value],
    )
    const contact = identity?.contact_id ?? randomUUID()
    if (!identity) {
      await run('contact', 'insert into contact (organization_id, id, name) values ($1, $2, $3)', [
        organization,
        contact,
        from.name,
      ])
      await run(
        'name',
        `insert into contact_identity (organization_id, id, contact_id, kind, value, address)
         values ($1, $2, $3, $4, $5, $6)`,
        [organization, randomUUID(), contact, from.kind, from.value, from.address],
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
      [organization, stored, conversation, lead, account?.id, message.externalId, message.text, sentAt],
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
         values ($1, $2, $3, $4, $6, $5, $5)`,
        [organization, id, numbered?.last_lead_number, contact, sentAt, network],
      )
      await run(
        'activity',
        `insert into activity (organization_id, id, lead_id, kind, data)
         values ($1, $2, $3, 'lead.opened', $4)`,
        [organization, randomUUID(), id, { source: network }],
      )
    }
  }
}
