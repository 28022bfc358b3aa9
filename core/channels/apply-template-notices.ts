import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import type { NoticeMeaning } from './inbound-item.ts'

type TemplateMeaning = Extract<NoticeMeaning, { kind: 'template' }>

/** What was said of one template of one account; what was said later counts. */
interface TemplateWord extends Omit<TemplateMeaning, 'kind'> {
  accountId: string
}

/**
 * Brings stored templates to what their network says of them. A template that is not stored was made elsewhere, and one
 * that was rewritten is not told whole: then the account's list is asked for.
 *
 * @returns an event for each template that changed
 */
export async function applyTemplateNotices(
  sql: Sql,
  organizationId: string,
  notices: { accountId: string; meaning: TemplateMeaning }[],
): Promise<NewEvent[]> {
  const words = new Map<string, TemplateWord>()
  for (const { accountId, meaning } of notices) {
    const { kind: _, ...said } = meaning
    const key = [accountId, ...(said.externalId ? [said.externalId] : [said.name, said.language])].join('/')
    words.set(key, { ...words.get(key), ...said, accountId })
  }
  const rows = await sql.query<{
    account_id: string
    id: string | null
    changed: boolean
    status: string
    reason: string | null
  }>(
    `with said as (
       select w.*, t.id from jsonb_to_recordset($2::jsonb) as w("accountId" uuid, "externalId" text, name text,
         language text, status text, quality text, category text, reason text, components jsonb)
       left join lateral (select id from message_template t
         where t.organization_id = $1 and t.channel_account_id = w."accountId"
           and (t.external_id = w."externalId" or (w."externalId" is null or t.external_id is null)
             and t.name = w.name and t.language = w.language)
         order by (t.external_id = w."externalId") desc nulls last limit 1) t on true
     ), changed as (
       update message_template t set external_id = coalesce(t.external_id, s."externalId"),
         status = coalesce(s.status, t.status), quality = coalesce(s.quality, t.quality),
         category = coalesce(s.category, t.category), components = coalesce(s.components, t.components),
         reason = case when s.status is null then t.reason else s.reason end, updated_at = now()
       from said s where t.organization_id = $1 and t.id = s.id
         and (coalesce(s.status, t.status), coalesce(s.quality, t.quality), coalesce(s.category, t.category),
             coalesce(s.components, t.components), case when s.status is null then t.reason else s.reason end)
           is distinct from (t.status, t.quality, t.category, t.components, t.reason)
       returning t.id, t.status, t.reason
     )
     select s."accountId" as account_id, s.id, c.id is not null as changed, c.status, c.reason
     from said s left join changed c on c.id = s.id`,
    [organizationId, JSON.stringify([...words.values()])],
  )
  // A notice of new texts leaves parts of them out: they are in the list alone.
  const rewritten = [...words.values()].filter(
    ({ status, quality, category }) => !status && !quality && !category,
  )
  const unlike = new Set([
    ...rows.filter(({ id }) => id === null).map(({ account_id: accountId }) => accountId),
    ...rewritten.map(({ accountId }) => accountId),
  ])
  await putTasks(
    sql,
    organizationId,
    [...unlike].map((channelAccountId) => ({ channelAccountId, kind: 'templates' })),
  )
  const changed = new Map(rows.flatMap((row) => (row.id && row.changed ? [[row.id, row]] : [])))
  return [...changed].map(([templateId, { account_id: lane, status, reason }]) => ({
    type: 'template.changed',
    data: { templateId, status, ...(reason ? { reason } : {}) },
    lane,
  }))
}
