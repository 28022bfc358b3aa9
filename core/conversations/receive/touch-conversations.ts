import { kept } from '../../database/kept-plans.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'
import type { NewMessage } from './insert-messages.ts'

/** Longer ago than any network's reply window that free text may be sent in without more ado. */
const windowMs = 24 * 3_600_000

/**
 * Brings the times of conversations and leads forward, never back: messages come in any order. The conversation also
 * learns which lead its newest message belongs to, and the identity that the person last wrote from.
 *
 * The reply window counts from `conversation.last_inbound_at`: what the customer wrote, also on the phone within the
 * last day before it was imported, since the network's own window is open then too. `lead.last_inbound_at` says who
 * waits for an answer: nobody does because of an import. A lead that staff were done with is work again. A gesture changes
 * nothing of all this.
 */
export async function touchConversations(sql: Sql, organizationId: string, stored: NewMessage[]) {
  const messages = stored.filter(({ weight }) => weight === 'word')
  if (messages.length === 0) return
  const recently = Date.now() - windowMs
  const conversations = new Map<string, Touch>()
  const leads = new Map<string, Touch>()
  for (const { conversationId, leadId, identityId, manner, direction, item } of messages) {
    const { sentAt } = item
    const asks = manner === 'customer' ? sentAt : null
    const opensWindow = asks ?? (direction === 'inbound' && sentAt.getTime() > recently ? sentAt : null)
    widen(conversations, conversationId, {
      leadId,
      identityId,
      sentAt,
      inboundAt: opensWindow,
      outboundAt: null,
    })
    const tells = manner === 'business' ? sentAt : null
    widen(leads, leadId, { leadId, identityId, sentAt, inboundAt: asks, outboundAt: tells })
  }
  await sql.query(
    kept(`update conversation c set
       identity_id = case when c.identity_id is null or n.inbound_at >= coalesce(c.last_inbound_at, '-infinity')
         then coalesce(n.identity_id, c.identity_id) else c.identity_id end,
       last_inbound_at = greatest(c.last_inbound_at, n.inbound_at),
       lead_id = case when n.sent_at >= c.last_message_at then n.lead_id else c.lead_id end,
       last_message_at = greatest(c.last_message_at, n.sent_at)
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[])
       as n(id, lead_id, identity_id, sent_at, inbound_at)
     where c.organization_id = $1 and c.id = any($2) and c.id = n.id`),
    [organizationId, ...columnsOf(conversations, ['id', 'leadId', 'identityId', 'sentAt', 'inboundAt'])],
  )
  await sql.query(
    kept(`update lead l set last_inbound_at = greatest(l.last_inbound_at, n.inbound_at),
       last_outbound_at = greatest(l.last_outbound_at, n.outbound_at),
       last_message_at = greatest(l.last_message_at, n.sent_at),
       handled_through = case when n.inbound_at is null then l.handled_through end
     from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
       as n(id, sent_at, inbound_at, outbound_at)
     where l.organization_id = $1 and l.id = any($2) and l.id = n.id`),
    [organizationId, ...columnsOf(leads, ['id', 'sentAt', 'inboundAt', 'outboundAt'])],
  )
  const answered = messages.filter(({ manner }) => manner === 'business').map(({ leadId }) => leadId)
  if (answered.length > 0) await markContacted(sql, organizationId, answered)
}

interface Touch {
  id: string
  leadId: string
  identityId: string | null
  sentAt: Date
  inboundAt: Date | null
  outboundAt: Date | null
}

function widen(touches: Map<string, Touch>, id: string, next: Omit<Touch, 'id'>) {
  const known = touches.get(id)
  if (!known) return void touches.set(id, { ...next, id })
  // Of two at the same moment the later one in the batch: the next message belongs to its lead.
  if (next.sentAt >= known.sentAt) Object.assign(known, { leadId: next.leadId, sentAt: next.sentAt })
  if (next.inboundAt && next.inboundAt >= (known.inboundAt ?? 0)) {
    Object.assign(known, { inboundAt: next.inboundAt, identityId: next.identityId })
  }
  if (next.outboundAt && next.outboundAt >= (known.outboundAt ?? 0)) known.outboundAt = next.outboundAt
}

/** In one order for everybody, so that two batches about the same rows wait for each other instead of locking up. */
function columnsOf(touches: Map<string, Touch>, columns: (keyof Touch)[]) {
  const rows = [...touches.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return columns.map((column) => rows.map((row) => row[column]))
}

/** Whoever was written to from the phone is a new lead no more. */
async function markContacted(sql: Sql, organizationId: string, leadIds: string[]) {
  const contacted = await sql.query<{ id: string }>(
    `update lead set status = 'contacted' where organization_id = $1 and id = any($2) and status = 'new' returning id`,
    [organizationId, [...new Set(leadIds)]],
  )
  if (contacted.length === 0) return
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, data)
     select $1, a.id, a.lead_id, 'lead.status-changed', '{"from": "new", "to": "contacted"}'
     from unnest($2::uuid[], $3::uuid[]) as a(id, lead_id)`,
    [organizationId, contacted.map(() => newId()), contacted.map(({ id }) => id)],
  )
}
