import type { Sql } from '../database/sql.ts'
import type { Way } from './way.ts'

/** SQL: what a person does in a conversation without saying anything new. */
const gestures = `('reaction', 'edit', 'revoke', 'system')`

/** The conversations with a contact, the one that something was last said in first. */
export async function listWays(sql: Sql, organizationId: string, contactId: string): Promise<Way[]> {
  const rows = await sql.query<
    Omit<Way, 'comment'> &
      Record<string, unknown> & {
        commentId: string | null
        commentAt: Date | null
        commentAnswered: boolean
      }
  >(
    `select c.id as "conversationId", c.channel_account_id as "channelAccountId", c.thread_id as "threadId", a.network,
       a.name as "channelName", a.state as "channelState", c.last_inbound_at as "lastInboundAt",
       c.last_message_at as "lastMessageAt",
       case when said.kind = 'comment' then said.external_id end as "commentId", said.sent_at as "commentAt",
       exists (select 1 from message m where m.organization_id = $1 and m.conversation_id = c.id
         and m.direction = 'outbound' and m.within = 'comment' and m.reply_to_external_id = said.external_id
         and m.status <> 'failed') as "commentAnswered",
       exists (select 1 from contact_reachability r where r.organization_id = $1 and r.thread_id = c.thread_id
         and r.channel_account_id = c.channel_account_id and r.state = 'blocked') as blocked,
       exists (select 1 from contact_preference p where p.organization_id = $1 and p.thread_id = c.thread_id
         and p.channel_account_id = c.channel_account_id and p.category = 'marketing' and not p.wants) as "optedOut",
       exists (select 1 from message_template t where t.organization_id = $1
         and t.channel_account_id = c.channel_account_id and t.status = 'APPROVED') as "hasTemplates"
     from conversation c
     join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id
     left join lateral (select m.kind, m.external_id, m.sent_at from message m where m.organization_id = $1
       and m.conversation_id = c.id and m.direction = 'inbound' and m.kind not in ${gestures}
       order by m.sent_at desc, m.id desc limit 1) said on true
     where c.organization_id = $1 and c.contact_id = $2
     order by greatest(c.last_inbound_at, c.last_message_at) desc, c.id`,
    [organizationId, contactId],
  )
  return rows.map(({ commentId, commentAt, commentAnswered, ...way }) => ({
    ...way,
    comment:
      commentId && commentAt ? { externalId: commentId, at: commentAt, answered: commentAnswered } : null,
  }))
}
