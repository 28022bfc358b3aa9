import type { Erasure } from '../../channels/inbound-item.ts'
import { holdContacts } from '../../contacts/hold-contacts.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { applyChanges } from './apply-changes.ts'
import type { Addressed } from './receive-messages.ts'

/**
 * Erases messages and lead forms, and what only those said of their people, now or as soon as they come, because the
 * network demands it.
 */
export async function applyErasures(
  sql: Sql,
  organizationId: string,
  erasures: Addressed<Erasure>[],
): Promise<NewEvent[]> {
  // Before any row is locked: a merge must not wait for us while we wait for it.
  await holdContacts(sql, organizationId)
  return applyChanges(
    sql,
    organizationId,
    erasures.map(({ accountId, item }) => ({
      accountId,
      externalId: item.externalId,
      change: 'erased',
      body: null,
      at: item.at,
    })),
  )
}
