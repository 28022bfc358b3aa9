import type { Referral } from '../channels/inbound-item.ts'
import { MetAnother } from '../contacts/recognise.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { decideLead, type LatestLead } from './decide-lead.ts'

/** A person's message that needs a lead, in order of time. */
export interface LeadSeeker {
  contactId: string
  sentAt: Date
  source: string
  referral?: Referral
}

interface NewLead extends LeadSeeker {
  id: string
}

/**
 * Finds or opens the lead of each message, for a whole batch at once.
 *
 * @returns for each message its lead's id, and whether this message is the one that opened it
 * @throws MetAnother when another transaction opened one of the leads meanwhile
 */
export async function openLeads(
  sql: Sql,
  organizationId: string,
  seekers: LeadSeeker[],
): Promise<{ leadId: string; opens: boolean }[]> {
  const latest = await findLatestLeads(sql, organizationId, [...new Set(seekers.map((s) => s.contactId))])
  const opened: NewLead[] = []
  const found = seekers.map((seeker) => {
    const decision = decideLead(latest.get(seeker.contactId), seeker.sentAt)
    if (decision !== 'open') return { leadId: decision.join, opens: false }
    const lead = { ...seeker, id: newId() }
    opened.push(lead)
    latest.set(seeker.contactId, { id: lead.id, closedAt: null })
    return { leadId: lead.id, opens: true }
  })
  await insertLeads(sql, organizationId, opened)
  return found
}

async function findLatestLeads(sql: Sql, organizationId: string, contactIds: string[]) {
  const rows = await sql.query<{ contact_id: string; id: string; closed_at: Date | null }>(
    `select c.id as contact_id, l.id, l.closed_at from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select id, closed_at from lead where organization_id = $1 and contact_id = c.id
       order by (closed_at is null) desc, created_at desc limit 1) l`,
    [organizationId, contactIds],
  )
  return new Map<string, LatestLead>(
    rows.map((row) => [row.contact_id, { id: row.id, closedAt: row.closed_at }]),
  )
}

async function insertLeads(sql: Sql, organizationId: string, leads: NewLead[]) {
  if (leads.length === 0) return
  // Staff call leads by number, so numbers have no gaps: this row makes batches that open leads wait for each other.
  const [last] = await sql.query<{ number: number }>(
    `update organization set last_lead_number = last_lead_number + $2 where id = $1
     returning last_lead_number as number`,
    [organizationId, leads.length],
  )
  if (!last) throw new Error(`There is no organization ${organizationId}.`)
  const rows = leads.map((lead, index) => ({
    id: lead.id,
    number: last.number - leads.length + 1 + index,
    contact_id: lead.contactId,
    source: lead.source,
    attribution: lead.referral ?? {},
    sent_at: lead.sentAt,
  }))
  const inserted = await sql.query(
    `insert into lead (organization_id, id, number, contact_id, source, attribution, last_message_at, last_inbound_at)
     select $1, l.id, l.number, l.contact_id, l.source, l.attribution, l.sent_at, l.sent_at
     from jsonb_to_recordset($2::jsonb)
       as l(id uuid, number int, contact_id uuid, source text, attribution jsonb, sent_at timestamptz)
     on conflict (organization_id, contact_id) where closed_at is null do nothing returning id`,
    [organizationId, JSON.stringify(rows)],
  )
  if (inserted.length < leads.length) throw new MetAnother('lead')
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, data)
     select $1, a.id, a.lead_id, 'lead.opened', jsonb_build_object('source', a.source)
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as a(id, lead_id, source)`,
    [organizationId, leads.map(() => newId()), leads.map(({ id }) => id), leads.map(({ source }) => source)],
  )
}
