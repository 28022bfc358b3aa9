import type { Erasure } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { applyChanges } from './apply-changes.ts'
import type { Addressed } from './receive-messages.ts'

/** Erases messages and lead forms, now or as soon as they come, because the network demands it. */
export const applyErasures = (
  sql: Sql,
  organizationId: string,
  erasures: Addressed<Erasure>[],
): Promise<NewEvent[]> =>
  applyChanges(
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
