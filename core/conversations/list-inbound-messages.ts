import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'

/** Our ids of the newest messages that the customer of a lead wrote, in order of time. */
export const listInboundMessages = defineQuery({
  input: z.object({ leadId: z.uuid(), limit: z.number().int().min(1).max(100).default(30) }),
  allowed: isSystem,
  async run({ sql, organizationId }, { leadId, limit }) {
    const rows = await sql.query<{ id: string }>(
      `select id from (select id, sent_at from message where organization_id = $1 and lead_id = $2
         and direction = 'inbound' and twin_of is null order by sent_at desc, id desc limit $3) newest
       order by sent_at, id`,
      [organizationId, leadId, limit],
    )
    return rows.map(({ id }) => id)
  },
})
