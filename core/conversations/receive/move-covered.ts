import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { applyDeliveryStates } from './apply-delivery-states.ts'

/** A message that is among "everything sent up to then", as a row of SQL. */
export type Covered = {
  id: string
  account_id: string
  external_id: string
  state: 'delivered' | 'read'
  until: Date
}

/**
 * Moves messages up to what a watermark says of them.
 *
 * @returns an event for each message whose status changed
 */
export async function moveCovered(sql: Sql, organizationId: string, covered: Covered[]): Promise<NewEvent[]> {
  if (covered.length === 0) return []
  return applyDeliveryStates(
    sql,
    organizationId,
    covered.map((row) => ({
      accountId: row.account_id,
      externalId: row.external_id,
      messageId: row.id,
      state: row.state,
      at: row.until,
    })),
  )
}
