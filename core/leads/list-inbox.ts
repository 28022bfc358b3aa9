import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { readLeadCards } from './lead-card.ts'

/**
 * Open leads, those that wait longest for an answer first: leads whose last message came from the customer, oldest
 * first, then the others, newest first. Leads that came with an import of old chats are no work until the
 * person writes or somebody takes them up.
 *
 * `whose`: `mine`, `unclaimed`, or `all`. `offset` pages on; `total` counts all that match.
 */
export const listInbox = defineQuery({
  input: z.object({
    whose: z.enum(['mine', 'unclaimed', 'all']).default('all'),
    limit: z.number().int().min(1).max(50).default(10),
    offset: z.number().int().min(0).default(0),
  }),
  allowed: canReadLeads,
  async run({ actor, sql, organizationId, channel }, { whose, limit, offset }) {
    const wanted = {
      mine: 'l.owner_id = $2',
      unclaimed: 'l.owner_id is null and $2::uuid is not distinct from $2::uuid',
      all: '$2::uuid is not distinct from $2::uuid',
    }[whose]
    const values = [memberIdOf(actor)]
    const where = `l.closed_at is null and (not l.imported or l.owner_id is not null) and ${wanted}`
    const [counted] = await sql.query<{ total: number }>(
      `select count(*)::int as total from lead l where l.organization_id = $1 and ${where}`,
      [organizationId, ...values],
    )
    const leads = await readLeadCards(
      sql,
      organizationId,
      channel,
      where,
      values,
      `order by ${waiting} desc, case when ${waiting} then l.last_inbound_at end, l.last_message_at desc, l.id
       limit ${limit} offset ${offset}`,
    )
    return { leads, total: counted?.total ?? 0 }
  },
})

const waiting = `(l.last_inbound_at is not null and l.last_inbound_at >= coalesce(l.last_outbound_at, '-infinity'))`
