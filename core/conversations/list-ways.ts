import type { Sql } from '../database/sql.ts'
import type { Way } from './way.ts'

/** SQL: what a person does in a conversation without saying anything new. */
export const gestures = `('reaction', 'edit', 'revoke', 'system')`

/** SQL: the newest message of the person in the conversation `c` that the small index `message_telling` knows of. */
const newest = (which: string) =>
  `(select m.id, m.external_id, m.sent_at from message m where m.organization_id = $1 and m.conversation_id = c.id
      and m.direction = 'inbound' and ${which} order by m.sent_at desc, m.id desc limit 1)`

/**
 * SQL: whether something of the kinds came from the person after the message `alias`. Looked for by way of his leads: an
 * index of what came in by conversation would cost every message for the sake of these few.
 */
const followed = (alias: string, kinds: string) =>
  `exists (select 1 from lead l cross join lateral (select 1 from message m where m.organization_id = $1
        and m.lead_id = l.id and m.conversation_id = c.id and m.direction = 'inbound' and ${kinds}
        and (m.sent_at, m.id) > (${alias}.sent_at, ${alias}.id) order by m.sent_at desc, m.id desc limit 1) newer
    where l.organization_id = $1 and l.contact_id = c.contact_id)`

/** SQL: whether the app that held the conversation has told since that it is ours. */
const handedOver = `exists (select 1 from contact_identity i join channel_notice n on n.organization_id = $1
    and n.handed_over = i.value and n.network = a.network and n.created_at > heard.sent_at
  where i.organization_id = $1 and i.thread_id = c.thread_id and i.kind in ('messenger_user', 'instagram_user'))`

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
       case when said.id is not null and not ${followed('said', `m.kind not in ${gestures}`)} then said.external_id end
         as "commentId", said.sent_at as "commentAt",
       said.id is not null and exists (select 1 from message m where m.organization_id = $1 and m.conversation_id = c.id
         and m.direction = 'outbound' and m.within = 'comment' and m.reply_to_external_id = said.external_id
         and m.status <> 'failed') as "commentAnswered",
       -- Comments come to every app, whoever holds the conversation.
       heard.id is not null and not ${followed('heard', `m.kind <> 'comment' and not m.data ? 'standby'`)}
         and not ${handedOver} as "isElsewhere",
       exists (select 1 from contact_reachability r where r.organization_id = $1 and r.thread_id = c.thread_id
         and r.channel_account_id = c.channel_account_id and r.state = 'blocked') as blocked,
       exists (select 1 from contact_preference p where p.organization_id = $1 and p.thread_id = c.thread_id
         and p.channel_account_id = c.channel_account_id and p.category = 'marketing' and not p.wants) as "optedOut",
       exists (select 1 from message_template t where t.organization_id = $1
         and t.channel_account_id = c.channel_account_id and t.status = 'APPROVED') as "hasTemplates"
     from conversation c
     join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id
     left join lateral ${newest(`m.kind = 'comment'`)} said on true
     left join lateral ${newest(`m.data ? 'standby'`)} heard on true
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
