import type { Addressed } from '../conversations/receive/receive-messages.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { decideImportProgress, type ImportFacts } from './decide-import-progress.ts'
import type { ImportProgress } from './inbound-item.ts'
import { keepFacts } from './keep-facts.ts'

/** Keeps how far imports have come, and tells of it now and then. */
export async function applyImportProgress(
  sql: Sql,
  organizationId: string,
  reports: Addressed<ImportProgress>[],
): Promise<NewEvent[]> {
  const rows = await sql.query<{ id: string; known: ImportFacts | null }>(
    `select id, facts->'import' as known from channel_account
     where organization_id = $1 and id = any($2::uuid[]) order by id for update`,
    [organizationId, [...new Set(reports.map(({ accountId }) => accountId))]],
  )
  const facts = new Map<string, { import: ImportFacts }>()
  const events = rows.flatMap(({ id, known }): NewEvent[] => {
    const own = reports.filter(({ accountId }) => accountId === id).map(({ item }) => item)
    const decided = decideImportProgress(known ?? undefined, own)
    facts.set(id, { import: decided.facts })
    if (!decided.news) return []
    const { phase, progress, failure } = decided.news
    const data = {
      channelAccountId: id,
      ...(phase === undefined ? {} : { phase }),
      ...(progress === undefined ? {} : { progress }),
      ...(failure ? { failure } : {}),
    }
    return [{ type: 'import.progressed', data, lane: id }]
  })
  await keepFacts(sql, organizationId, facts)
  return events
}
