import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { wakeLeads } from '../../leads/wake-leads.ts'
import { tellOfReceived } from './tell-of-received.ts'

/**
 * Messages that an import of old chats brought before the network told of them as news: an import overlaps with what
 * is written while it runs, and nobody at the desk had heard of them.
 *
 * @returns the events that they would have had
 */
export async function reviveImported(
  sql: Sql,
  organizationId: string,
  messageIds: string[],
): Promise<NewEvent[]> {
  const revived = await sql.query<{ id: string; lead_id: string; conversation_id: string }>(
    `update message set source = 'desk' where organization_id = $1 and id = any($2) and source = 'history'
     returning id, lead_id, conversation_id`,
    [organizationId, messageIds],
  )
  if (revived.length === 0) return []
  const woken = await wakeLeads(
    sql,
    organizationId,
    revived.map(({ lead_id: leadId }) => leadId),
  )
  await sql.query(
    `with revived as (select id, lead_id, conversation_id, sent_at from message
       where organization_id = $1 and id = any($2)),
     windows as (update conversation c set last_inbound_at = greatest(c.last_inbound_at, r.sent_at)
       from (select conversation_id, max(sent_at) as sent_at from revived group by 1) r
       where c.organization_id = $1 and c.id = r.conversation_id)
     update lead l set last_inbound_at = greatest(l.last_inbound_at, r.sent_at)
     from (select lead_id, max(sent_at) as sent_at from revived group by 1) r
     where l.organization_id = $1 and l.id = r.lead_id`,
    [organizationId, revived.map(({ id }) => id)],
  )
  // Of several messages that wake one lead, one opens it.
  return revived.flatMap(({ id: messageId, lead_id: leadId, conversation_id: conversationId }) =>
    tellOfReceived({ leadId, messageId, conversationId, opensLead: woken.delete(leadId) }),
  )
}
