import type { Sql } from '../database/sql.ts'
import type { LeadFacts } from './decide-assignment.ts'

export interface AskedLead {
  leadId: string
  /** From whom it came back. */
  fromId: string | null
}

export interface KnownFacts extends LeadFacts {
  leadId: string
  ownerId: string | null
}

/** Reads what rules look at, of those leads that are open; others, and such as there are not any more, are left out. */
export async function readFacts(
  sql: Sql,
  organizationId: string,
  asked: readonly AskedLead[],
): Promise<KnownFacts[]> {
  return sql.query<KnownFacts & Record<string, unknown>>(
    `select l.id as "leadId", l.owner_id as "ownerId", a.from_id as "fromId", l.source, p.language,
       c.channel_account_id as "channelAccountId", coalesce(f.team_id, before.team_id) as "teamId"
     from unnest($2::uuid[], $3::uuid[]) as a(lead_id, from_id)
     join lead l on l.organization_id = $1 and l.id = a.lead_id and l.closed_at is null and l.merged_into is null
     join contact p on p.organization_id = $1 and p.id = l.contact_id
     left join member f on f.organization_id = $1 and f.id = a.from_id
     left join lateral (select channel_account_id from conversation c where c.organization_id = $1
       and c.contact_id = l.contact_id order by (c.lead_id = l.id) desc, c.last_message_at desc limit 1) c on true
     left join lateral (select m.team_id from lead e
       join member m on m.organization_id = $1 and m.id = e.owner_id
       where e.organization_id = $1 and e.contact_id = l.contact_id and e.id <> l.id
       order by e.created_at desc limit 1) before on true`,
    [organizationId, asked.map(({ leadId }) => leadId), asked.map(({ fromId }) => fromId)],
  )
}
