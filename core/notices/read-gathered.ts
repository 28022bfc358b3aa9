import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { isSystem } from '../policy.ts'
import { readKnownMember } from '../team/read-known-member.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { type NoticeKind, noticeKinds } from './notice-choice.ts'

/** A lead of which there is news; its name is the customer's own word. */
export interface GatheredLead {
  id: string
  number: number
  name: string | null
  /** How much news there is of it, by kind; kinds without any are not named. */
  news: { kind: NoticeKind; count: number }[]
}

export interface Gathered {
  /** News of so many leads; some of them, the newest first. */
  total: number
  leads: GatheredLead[]
}

const shown = 8

type Row = {
  id: string
  number: number
  name: string | null
  contactId: string
  total: number
  counts: Record<string, number>
} & Record<string, unknown>

/** What was put together for a member under a batch, of the leads that he sees by now; null: he has left. */
export const readGathered = defineQuery({
  input: z.object({ memberId: z.uuid(), batch: z.uuid() }),
  allowed: isSystem,
  async run({ sql, organizationId }, { memberId, batch }): Promise<Gathered | null> {
    const member = await readKnownMember(sql, organizationId, memberId, { lock: false })
    if (!member) return null
    const values: unknown[] = [organizationId, memberId, batch]
    const visible = visibleLeads(member, values)
    const rows = await sql.query<Row>(
      `with counted as (
         select lead_id, kind, count(*)::int as count, max(created_at) as newest from kept_notice
         where organization_id = $1 and member_id = $2 and batch = $3 group by lead_id, kind
       ), of_lead as (
         select lead_id, max(newest) as newest, jsonb_object_agg(kind, count) as counts from counted group by lead_id
       )
       select l.id, l.number, c.name, c.id as "contactId", k.counts, count(*) over ()::int as total
       from of_lead k join lead l on l.organization_id = $1 and l.id = k.lead_id
       join contact c on c.organization_id = $1 and c.id = l.contact_id
       where ${visible} order by k.newest desc, l.id limit ${shown}`,
      values,
    )
    const maskOf = await readMasks(
      { actor: member, sql, organizationId },
      rows.map(({ contactId }) => contactId),
    )
    return {
      total: rows[0]?.total ?? 0,
      leads: rows.map(({ id, number, name, contactId, counts }) => ({
        id,
        number,
        name: maskOf(contactId)(name),
        news: noticeKinds.flatMap((kind) => (counts[kind] ? [{ kind, count: counts[kind] }] : [])),
      })),
    }
  },
})
