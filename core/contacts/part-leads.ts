import type { Sql } from '../database/sql.ts'
import { foldLead } from '../leads/fold-lead.ts'
import { openLeads } from '../leads/open-leads.ts'
import { unfoldLead } from '../leads/unfold-lead.ts'
import type { MergeJournal } from './merge-journal.ts'

interface LeadRow extends Record<string, unknown> {
  id: string
  open: boolean
  folded: boolean
  /** Came since the merge, and everything said in it was said on the merged contact's threads. */
  born: boolean
}

/**
 * Gives each of two contacts, whose threads have been parted, its leads again: those it had, those that began since on
 * its threads alone, and the one that was folded. Messages follow their conversations. Where that leaves a contact with
 * two open leads, the younger is folded into the older one; where it leaves one without any, it gets one.
 *
 * @returns the lead of each contact that goes on, as far as there is one
 */
export async function partLeads(
  sql: Sql,
  organizationId: string,
  keptId: string,
  mergedId: string,
  { leads, keptLeads, fold }: MergeJournal,
): Promise<string[]> {
  const rows = await sql.query<LeadRow>(
    `select l.id, l.closed_at is null as open, l.merged_into is not null as folded,
       not (l.id = any($4)) and exists (select from message m where m.organization_id = $1 and m.lead_id = l.id)
         and not exists (select from message m
           join conversation c on c.organization_id = $1 and c.id = m.conversation_id
           where m.organization_id = $1 and m.lead_id = l.id and c.contact_id <> $3) as born
     from lead l where l.organization_id = $1 and l.contact_id = $2 order by l.id for update of l`,
    [organizationId, keptId, mergedId, [...leads, ...keptLeads]],
  )
  const goes = (row: LeadRow) => leads.includes(row.id) || row.born
  const sides = [
    { contactId: keptId, rows: rows.filter((row) => !goes(row)) },
    { contactId: mergedId, rows: rows.filter(goes) },
  ]
  // The index allows one open lead of a contact at any moment: what has to close is closed first.
  for (const side of sides) {
    const [first, ...others] = side.rows.filter(({ id, open }) => open || id === fold?.younger)
    for (const other of others) {
      if (first && other.id !== fold?.younger) await foldLead(sql, organizationId, other.id, first.id)
    }
  }
  await sql.query(`update lead set contact_id = $2 where organization_id = $1 and id = any($3)`, [
    organizationId,
    mergedId,
    sides[1]?.rows.map(({ id }) => id) ?? [],
  ])
  if (fold) {
    const own = sides.find((side) => side.rows.some(({ id }) => id === fold.younger))
    const older = own?.rows.find(({ id, open }) => open && id < fold.younger)
    await unfoldLead(sql, organizationId, fold, older?.id)
  }
  const going: string[] = []
  for (const { contactId } of sides) {
    const main = await settleStrays(sql, organizationId, contactId, fold ? [fold.younger, fold.older] : [])
    if (main) going.push(main)
  }
  return going
}

/** Messages and conversations of a contact that name a lead of somebody else come to its own lead. */
async function settleStrays(sql: Sql, organizationId: string, contactId: string, parted: string[]) {
  const main = await findMain(sql, organizationId, contactId, parted)
  if (!main) return undefined
  const values = [organizationId, contactId, main]
  const strays = await sql.query<{ id: string; lead_id: string }>(
    `select m.id, m.lead_id from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
     join lead l on l.organization_id = $1 and l.id = m.lead_id
     where m.organization_id = $1 and c.contact_id = $2 and l.contact_id <> $2 order by m.id for update of m`,
    values.slice(0, 2),
  )
  await sql.query(`update message set lead_id = $2 where organization_id = $1 and id = any($3)`, [
    organizationId,
    main,
    strays.map(({ id }) => id),
  ])
  await sql.query(
    `update conversation c set lead_id = $3 where c.organization_id = $1 and c.contact_id = $2
       and not exists (select from lead l where l.organization_id = $1 and l.id = c.lead_id
         and l.contact_id = $2 and l.merged_into is null)`,
    values,
  )
  await retime(sql, organizationId, [...new Set([main, ...strays.map((row) => row.lead_id)])])
  return main
}

async function findMain(sql: Sql, organizationId: string, contactId: string, parted: string[]) {
  const [main] = await sql.query<{ id: string }>(
    `select id from lead where organization_id = $1 and contact_id = $2 and merged_into is null
     order by (id = any($3)) desc, (closed_at is null) desc, created_at desc limit 1`,
    [organizationId, contactId, parted],
  )
  if (main) return main.id
  const [spoken] = await sql.query<{ at: Date; source: string }>(
    `select c.last_message_at as at, a.network as source from conversation c
     join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id
     where c.organization_id = $1 and c.contact_id = $2 order by c.last_message_at desc limit 1`,
    [organizationId, contactId],
  )
  if (!spoken) return undefined
  const seeker = { contactId, sentAt: spoken.at, source: spoken.source, manner: 'customer' } as const
  return (await openLeads(sql, organizationId, [seeker]))[0]?.leadId
}

/** Reads the times of leads from their messages again; those without any keep what they have. */
async function retime(sql: Sql, organizationId: string, leadIds: string[]) {
  await sql.query(
    `update lead l set last_message_at = t.last_message_at, last_inbound_at = t.last_inbound_at,
       last_outbound_at = t.last_outbound_at
     from (select lead_id, max(sent_at) as last_message_at,
         max(sent_at) filter (where direction = 'inbound' and source <> 'history') as last_inbound_at,
         max(sent_at) filter (where direction = 'outbound' and source <> 'history') as last_outbound_at
       from message where organization_id = $1 and lead_id = any($2) and sent_at is not null group by lead_id) t
     where l.organization_id = $1 and l.id = t.lead_id`,
    [organizationId, leadIds],
  )
}
