import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { leadStatuses } from './lead.ts'
import { readLeadCards } from './lead-card.ts'

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
/** Behind which lead a page begins: when something was last said on it, to the microsecond, and its id. */
export type LeadPlace = z.output<typeof place>

/**
 * All leads that the actor sees, of some statuses, closed ones too: those first on which something was said last.
 * Leads that were folded into another are left out.
 *
 * @returns `next`: behind which lead the next page begins, null after the last
 */
export const listLeads = defineQuery({
  input: z.object({
    statuses: z
      .array(z.enum(leadStatuses))
      .min(1)
      .default([...leadStatuses]),
    whose: z.enum(['mine', 'unclaimed', 'all']).default('all'),
    limit: z.number().int().min(1).max(50).default(20),
    after: place.exactOptional(),
  }),
  allowed: canReadLeads,
  async run(work, { statuses, whose, limit, after }) {
    const { actor, sql, organizationId } = work
    const values: unknown[] = [organizationId, limit + 1]
    const bind = (value: unknown) => `$${values.push(value)}`
    const wanted = [
      ...(whose === 'mine' ? [`l.owner_id = ${bind(memberIdOf(actor))}`] : []),
      ...(whose === 'unclaimed' ? ['l.owner_id is null'] : []),
      ...(after
        ? [`(l.last_message_at, l.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`]
        : []),
      'l.merged_into is null',
      visibleLeads(actor, values),
    ].join(' and ')
    // One by one: so each status is read in the order of its index, and never a whole organization.
    const ofStatus = (status: string) =>
      `(select l.id, l.last_message_at from lead l where l.organization_id = $1 and l.status = ${bind(status)} and ${wanted}
        order by l.last_message_at desc, l.id desc limit $2)`
    const page = await sql.query<{ id: string; at: string }>(
      `select id, to_char(last_message_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from (${[...new Set(statuses)].map(ofStatus).join(' union all ')}) newest
       order by last_message_at desc, id desc limit $2`,
      values,
    )
    const shown = page.slice(0, limit)
    const last = page.length > limit ? shown.at(-1) : undefined
    const ids = shown.map(({ id }) => id)
    const leads = await readLeadCards(
      work,
      'l.id = any($2::uuid[])',
      [ids],
      'order by array_position($2::uuid[], l.id)',
    )
    const next: LeadPlace | null = last ? { at: last.at, id: last.id } : null
    return { leads, next }
  },
})
