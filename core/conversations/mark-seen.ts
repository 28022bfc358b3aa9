import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canWorkLeads } from '../policy.ts'
import { putTasks } from '../tasks/put-tasks.ts'

/**
 * Tells the customer that his messages were seen, or that somebody is typing, on the network he wrote on last, where it
 * can be told. Best effort: what cannot be told within moments is not told.
 *
 * @throws DeskError lead-not-found
 */
export const markSeen = defineCommand({
  input: z.object({ leadId: z.uuid(), typing: z.boolean().default(false) }),
  allowed: canWorkLeads,
  async run(work, { leadId, typing }) {
    const { sql, organizationId, now, channel, wakes } = work
    const { contactId } = await findLeadForChange(work, leadId)
    const [latest] = await sql.query<{ id: string; channelAccountId: string; network: string }>(
      `select c.id, c.channel_account_id as "channelAccountId", a.network from conversation c
       join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id and a.state = 'active'
       where c.organization_id = $1 and c.contact_id = $2 and c.last_inbound_at is not null
         and not exists (select from contact b where b.organization_id = $1 and b.id = $2 and b.blocked_at is not null)
       order by c.last_inbound_at desc limit 1`,
      [organizationId, contactId],
    )
    if (!latest || !channel(latest.network)?.markSeen) return
    const data = { typing: String(typing), at: String(now.getTime()) }
    const { channelAccountId, id: key } = latest
    await putTasks(sql, organizationId, [{ channelAccountId, kind: 'seen', key, data }])
    wakes('task')
  },
})
