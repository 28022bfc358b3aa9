import { isWord } from '../conversations/receive/decide-weight.ts'
import type { Sql } from '../database/sql.ts'

/** Where somebody looked at a lead when he said something about it. */
export interface LookedAt {
  chatId: string
  /** The number there of what he said, where it has one: what has a higher number was shown after it. */
  before?: number | undefined
}

/** Numbers of a chat are compared within this time: a group that goes on elsewhere counts anew there. */
const comparable = '1 day'

/**
 * Whether the customer of a lead has written what was not shown yet in a chat when somebody said something there: it was
 * shown later, waits to be shown, or nobody has been told of it yet. The caller holds the lead's row.
 */
export async function hasUnseenWords(
  sql: Sql,
  organizationId: string,
  leadId: string,
  { chatId, before }: LookedAt,
): Promise<boolean> {
  const [row] = await sql.query<{ unseen: boolean }>(
    `select exists (
         select from staff_post p
         join message m on m.organization_id = $1 and m.id = (p.content->>'messageId')::uuid
         where p.organization_id = $1 and p.lead_id = $2 and p.chat_id = $3 and p.target_key is null
           and p.content->>'method' = 'send' and p.state <> 'failed'
           and coalesce(p.done_at, now()) > now() - interval '${comparable}'
           and m.lead_id = $2 and m.direction = 'inbound' and ${isWord('m')}
         group by m.id having bool_and(coalesce(p.external_id > $4, p.state = 'pending'))
       ) or exists (
         select from event_delivery d
         join domain_event e on e.organization_id = $1 and e.id = d.event_id and e.type = 'message.received'
         join message m on m.organization_id = $1 and m.id = (e.data->>'messageId')::uuid
         where d.organization_id = $1 and d.lane = $2::text and d.state = 'pending' and ${isWord('m')}
       ) as unseen`,
    [organizationId, leadId, chatId, before ?? null],
  )
  return row?.unseen ?? false
}
