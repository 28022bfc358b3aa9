import type { Referral } from '../channels/inbound-item.ts'
import { MetAnother } from '../contacts/recognise.ts'
import { kept } from '../database/kept-plans.ts'
import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { decideLead, type LatestLead } from './decide-lead.ts'
import { decideTouches, type Touches } from './decide-touches.ts'
import { isClosed, type LeadStatus } from './lead.ts'
import { wakeLeads } from './wake-leads.ts'
import { writeTouches } from './write-touches.ts'

/** A person's message that needs a lead, in order of time. */
export interface LeadSeeker {
  contactId: string
  sentAt: Date
  /** See `leadSource`. */
  source: string
  referral?: Referral
  /**
   * Who wrote: an imported chat opens a lead that sleeps until the customer writes again; what `staff` type in is a new
   * interest, however lately the person's last lead was closed; a `list` of people opens leads for those who have none,
   * and is no interest of those who have.
   */
  manner: 'customer' | 'business' | 'import' | 'staff' | 'list'
  /** How a lead of a list begins. `key`: its idempotency key. */
  begins?: { status: LeadStatus; ownerId: string | null; key: string }
}

interface NewLead extends LeadSeeker {
  id: string
  imported: boolean
}

interface KnownLead extends LatestLead {
  imported: boolean
  firstAt: Date | null
  lastAt: Date | null
}

/**
 * Finds or opens the lead of each message, for a whole batch at once. A customer's message wakes a lead that came with
 * an import. What brought the person, first and last, is kept with the lead, in whatever order messages come.
 *
 * @returns for each message its lead's id, and whether this message is the one that opened or woke it
 * @throws MetAnother when another transaction opened one of the leads meanwhile
 */
export async function openLeads(
  sql: Sql,
  organizationId: string,
  seekers: LeadSeeker[],
): Promise<{ leadId: string; opens: boolean }[]> {
  const latest = await findLatestLeads(sql, organizationId, [...new Set(seekers.map((s) => s.contactId))])
  const opened = new Map<string, NewLead>()
  const sleeping = new Map<string, number>()
  const touched = new Map(
    [...latest.values()].flatMap(({ id, firstAt, lastAt }) => (firstAt ? [[id, { firstAt, lastAt }]] : [])),
  )
  const asleep = new Set([...latest.values()].flatMap(({ id, imported }) => (imported ? id : [])))
  const found = seekers.map((seeker, index) => {
    const known = latest.get(seeker.contactId)
    if (known && seeker.manner === 'list') return { leadId: known.id, opens: false }
    const decision = decideLead(known, seeker.sentAt)
    if (decision === 'open' || (seeker.manner === 'staff' && known?.closedAt)) {
      const lead = { ...seeker, id: newId(), imported: seeker.manner === 'import' }
      opened.set(lead.id, lead)
      latest.set(seeker.contactId, {
        id: lead.id,
        closedAt: null,
        imported: lead.imported,
        firstAt: null,
        lastAt: null,
      })
      return { leadId: lead.id, opens: true }
    }
    if (!known?.imported || !wakes(seeker)) return { leadId: decision.join, opens: false }
    known.imported = false
    const own = opened.get(known.id)
    if (own) own.imported = false
    else sleeping.set(known.id, index)
    return { leadId: known.id, opens: own !== undefined }
  })
  const touches = decideTouches(
    seekers.flatMap((seeker, index) => {
      const { leadId = '', opens = false } = found[index] ?? {}
      const isTouch =
        opens ||
        (seeker.manner !== 'list' && (opened.get(leadId)?.imported || wakes(seeker) || asleep.has(leadId)))
      return isTouch ? { ...seeker, leadId } : []
    }),
    touched,
  )
  await insertLeads(sql, organizationId, [...opened.values()], touches)
  for (const id of opened.keys()) touches.delete(id)
  await writeTouches(sql, organizationId, touches)
  if (sleeping.size > 0) {
    for (const id of await wakeLeads(sql, organizationId, [...sleeping.keys()])) {
      const waker = found[sleeping.get(id) ?? -1]
      if (waker) waker.opens = true
    }
  }
  return found
}

/** A person is interested: he wrote, or staff say so. */
const wakes = ({ manner }: LeadSeeker) => manner === 'customer' || manner === 'staff'

async function findLatestLeads(sql: Sql, organizationId: string, contactIds: string[]) {
  const rows = await sql.query<{
    contact_id: string
    id: string
    closed_at: Date | null
    imported: boolean
    first_at: Date
    last_at: Date | null
  }>(
    kept(`select c.id as contact_id, l.* from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select id, closed_at, imported, coalesce(attributed_at, created_at) as first_at, last_attributed_at as last_at
       from lead where organization_id = $1 and contact_id = c.id and merged_into is null
       order by (closed_at is null) desc, created_at desc limit 1) l`),
    [organizationId, contactIds],
  )
  return new Map<string, KnownLead>(
    rows.map((row) => [
      row.contact_id,
      {
        id: row.id,
        closedAt: row.closed_at,
        imported: row.imported,
        firstAt: row.first_at,
        lastAt: row.last_at,
      },
    ]),
  )
}

async function insertLeads(
  sql: Sql,
  organizationId: string,
  leads: NewLead[],
  touches: ReadonlyMap<string, Touches>,
) {
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
    ...columnsOf(touches.get(lead.id)),
    sent_at: lead.sentAt,
    status: lead.begins?.status ?? (wakes(lead) ? 'new' : 'contacted'),
    imported: lead.imported,
    inbound_at: lead.manner === 'customer' ? lead.sentAt : null,
    outbound_at: lead.manner === 'business' ? lead.sentAt : null,
    // What is in a list may have begun, and ended, long ago.
    created_at: lead.manner === 'list' ? lead.sentAt : null,
    closed_at: lead.begins && isClosed(lead.begins.status) ? lead.sentAt : null,
    owner_id: lead.begins?.ownerId,
    key: lead.begins?.key,
  }))
  const inserted = await sql.query(
    `insert into lead (organization_id, id, number, contact_id, source, attribution, attributed_at, last_source,
       last_attribution, last_attributed_at, status, imported, last_message_at, last_inbound_at, last_outbound_at,
       created_at, closed_at, owner_id, claimed_at, idempotency_key)
     select $1, l.id, l.number, l.contact_id, l.source, l.attribution, l.attributed_at, l.last_source,
       l.last_attribution, l.last_attributed_at, l.status, l.imported, l.sent_at, l.inbound_at, l.outbound_at,
       coalesce(l.created_at, now()), l.closed_at, l.owner_id, case when l.owner_id is not null then now() end, l.key
     from jsonb_to_recordset($2::jsonb) as l(id uuid, number int, contact_id uuid, source text, attribution jsonb,
       attributed_at timestamptz, last_source text, last_attribution jsonb, last_attributed_at timestamptz,
       status text, imported boolean, sent_at timestamptz, inbound_at timestamptz, outbound_at timestamptz,
       created_at timestamptz, closed_at timestamptz, owner_id uuid, key text)
     on conflict (organization_id, contact_id) where closed_at is null do nothing returning id`,
    [organizationId, JSON.stringify(rows)],
  )
  if (inserted.length < leads.length) throw new MetAnother('lead')
  const begun = leads.filter(({ imported }) => !imported)
  if (begun.length === 0) return
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, data)
     select $1, a.id, a.lead_id, 'lead.opened', jsonb_build_object('source', a.source)
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as a(id, lead_id, source)`,
    [organizationId, begun.map(() => newId()), begun.map(({ id }) => id), begun.map(({ source }) => source)],
  )
}

const columnsOf = ({ first, last }: Touches = {}) => ({
  source: first?.source,
  attribution: first?.attribution,
  attributed_at: first?.at,
  last_source: last?.source,
  last_attribution: last?.attribution,
  last_attributed_at: last?.at,
})
