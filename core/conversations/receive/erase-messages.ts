import type { Sql } from '../../database/sql.ts'
import { type Erased, forgetTraces } from './forget-traces.ts'

/**
 * Empties messages that must go by a rule of their network, with every version of them and their files. The rows stay,
 * marked: the conversation keeps its order, and a message that comes again is known. The bytes of stored files are
 * removed by the one who keeps them, by the state set here; a lead that a form opened forgets what the form said of its
 * origin. What else holds their words is emptied: see `forget-traces.ts`.
 */
export async function eraseMessages(sql: Sql, organizationId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return
  const erased = await sql.query<Erased & { id: string }>(
    `with original as (
       select id, channel_account_id, external_id, lead_id, kind, data->'referral' as referral from message
       where organization_id = $1 and id = any($2)
     ), forgotten as (
       update lead l set attribution = case when o.first then '{}' else l.attribution end,
         last_attribution = case when o.last then '{}' else l.last_attribution end
       from (select o.lead_id, bool_or(o.kind = 'form' or i.attribution = o.referral) as first,
           bool_or(o.kind = 'form' or i.last_attribution = o.referral) as last
         from original o join lead i on i.organization_id = $1 and i.id = o.lead_id group by 1) o
       where l.organization_id = $1 and l.id = o.lead_id and (o.first or o.last)
     )
     update message m set body = null, data = '{}', content = null, failure = null,
       erased_at = coalesce(m.erased_at, now())
     from (
       select id from original
       union
       select v.id from original o cross join lateral (select id from message where organization_id = $1
         and channel_account_id = o.channel_account_id and reply_to_external_id = o.external_id
         and kind = 'edit') v
     ) gone
     where m.organization_id = $1 and m.id = gone.id
     returning m.id, m.lead_id as "leadId", coalesce(m.sent_at, m.created_at) as "sentAt",
       coalesce(m.received_at, m.created_at) as "receivedAt",
       case when m.kind = 'edit' then m.reply_to_external_id else m.external_id end as "externalId"`,
    [organizationId, messageIds],
  )
  await sql.query(
    `update attachment set state = 'erased', due_at = now(), lease_token = null, lease_until = null,
       network_media_id = null, url = null, file_name = null, sha256 = null
     where organization_id = $1 and message_id = any($2) and state <> 'erased'`,
    [organizationId, erased.map(({ id }) => id)],
  )
  await forgetTraces(sql, erased)
}
