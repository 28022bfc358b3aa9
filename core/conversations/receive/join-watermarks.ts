import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { type Covered, moveCovered } from './move-covered.ts'
import { coveredBy } from './watermark.ts'

/**
 * Notes conversations in which something is being sent while the network says "up to then" of them: the sender, whose
 * transaction may not be over, cannot see that moment, nor can we see what he writes. To be called before the messages
 * are looked at, so that what is not noted has certainly been written.
 */
export async function noteEarlyWatermarks(
  sql: Sql,
  organizationId: string,
  conversationIds: string[],
): Promise<void> {
  await sql.query(
    `insert into early_watermark (organization_id, conversation_id)
     select $1, w.id from unnest($2::uuid[]) as w(id)
     where exists (select from outbound_send s where s.organization_id = $1 and s.conversation_id = w.id)
     order by 2
     on conflict (organization_id, conversation_id) do update set received_at = now()`,
    [organizationId, conversationIds],
  )
}

/**
 * Moves messages that were being sent when the network said "up to then" up to delivered or read, now that they can be
 * seen. A conversation in which nothing is being sent any more needs no further look.
 */
export async function joinWatermarks(
  sql: Sql,
  organizationId: string,
  conversationIds: string[],
): Promise<NewEvent[]> {
  // First: whatever was sent in these is certainly seen by the next statement.
  await sql.query(
    `delete from early_watermark w where w.organization_id = $1 and w.conversation_id = any($2)
       and not exists (select from outbound_send s where s.organization_id = $1
         and s.conversation_id = w.conversation_id)`,
    [organizationId, conversationIds],
  )
  const covered = await sql.query<Covered>(
    `select m.id, m.channel_account_id as account_id, m.external_id, u.state, u.until from conversation c
     cross join lateral (values ('delivered', c.delivered_until), ('read', c.read_until)) as u(state, until)
     cross join lateral (select * from message where organization_id = $1 and conversation_id = c.id
       and direction = 'outbound' and sent_at > now() - interval '1 day'
       and status = any(case u.state when 'read' then array['sent', 'delivered'] else array['sent'] end)) m
     where c.organization_id = $1 and c.id = any($2) and ${coveredBy('m', 'u.until')} and m.external_id is not null`,
    [organizationId, conversationIds],
  )
  return moveCovered(sql, organizationId, covered)
}
