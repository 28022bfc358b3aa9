import type { NetworkTemplate } from '../channels/channel-port.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { newId } from '../new-id.ts'
import { ownStatus } from './message-template.ts'

/** A template that was just submitted may be missing from the network's list for a moment. */
const settling = '10 minutes'

/**
 * Makes our list of an account's templates the network's: new ones are added, changed ones follow, and what the network
 * has no more is marked gone rather than deleted, since messages speak of it.
 *
 * @returns an event for each template whose status is another than we knew
 */
export async function keepTemplates(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  templates: NetworkTemplate[],
): Promise<NewEvent[]> {
  const known = await sql.query<{ id: string; name: string; language: string; status: string }>(
    `select id, name, language, status from message_template
     where organization_id = $1 and channel_account_id = $2 for update`,
    [organizationId, channelAccountId],
  )
  const before = new Map(known.map((row) => [`${row.name}/${row.language}`, row.status]))
  const rows = [...new Map(templates.map((one) => [`${one.name}/${one.language}`, one])).values()]
  const kept = await sql.query<{ id: string; name: string; language: string; status: string }>(
    `insert into message_template (organization_id, id, channel_account_id, external_id, name, language, category,
       status, quality, reason, components)
     select $1, t.id, $2, t."externalId", t.name, t.language, t.category, t.status, t.quality, t.reason, t.components
     from jsonb_to_recordset($3::jsonb) as t(id uuid, "externalId" text, name text, language text, category text,
       status text, quality text, reason text, components jsonb)
     on conflict (organization_id, channel_account_id, name, language) do update set external_id = excluded.external_id,
       category = excluded.category, status = excluded.status, quality = excluded.quality, reason = excluded.reason,
       components = excluded.components, updated_at = now()
     returning id, name, language, status`,
    [organizationId, channelAccountId, JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))],
  )
  const gone = await sql.query<{ id: string; name: string; language: string; status: string }>(
    `update message_template set status = '${ownStatus.gone}', updated_at = now()
     where organization_id = $1 and channel_account_id = $2 and external_id is not null and not (id = any($3))
       and updated_at < now() - interval '${settling}'
       and status not in ('${ownStatus.gone}', '${ownStatus.submitting}') returning id, name, language, status`,
    [organizationId, channelAccountId, kept.map(({ id }) => id)],
  )
  return [...kept, ...gone].flatMap(({ id, name, language, status }): NewEvent[] => {
    const was = before.get(`${name}/${language}`)
    // The first list of an account tells nobody anything new.
    if (was === undefined || was === status) return []
    return [{ type: 'template.changed', data: { templateId: id, status }, lane: channelAccountId }]
  })
}
