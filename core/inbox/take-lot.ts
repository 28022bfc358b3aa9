import { applyImportProgress } from '../channels/apply-import-progress.ts'
import { requestFetches } from '../channels/request-fetches.ts'
import { applyBookEntries } from '../contacts/apply-book-entries.ts'
import { applyIdentityChanges } from '../contacts/apply-identity-changes.ts'
import { applyPersonStates } from '../contacts/apply-person-states.ts'
import { applyPreferences } from '../contacts/apply-preferences.ts'
import { applyDeliveryStates, reportsOf } from '../conversations/receive/apply-delivery-states.ts'
import { applyErasures } from '../conversations/receive/apply-erasures.ts'
import { applyWatermarks } from '../conversations/receive/apply-watermarks.ts'
import { type Addressed, receiveMessages } from '../conversations/receive/receive-messages.ts'
import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import type { AccountItemType, ItemOf, Lot } from './lot.ts'

type Step = (sql: Sql, organizationId: string, lot: Lot) => Promise<NewEvent[]>

/** Nothing is asked of the database for what did not come. */
const take =
  <Type extends AccountItemType>(
    type: Type,
    apply: (sql: Sql, organizationId: string, items: Addressed<ItemOf<Type>>[]) => Promise<NewEvent[]>,
  ): Step =>
  async (sql, organizationId, lot) => {
    const items = lot[type] as Addressed<ItemOf<Type>>[] | undefined
    return items ? apply(sql, organizationId, items) : []
  }

/**
 * What becomes of each kind of item. Who somebody is comes before what he wrote; what is said of messages and people
 * comes after, so that what came in one call with them finds them. In another order they would wait for each other and
 * end the same.
 */
const steps: readonly Step[] = [
  take('identity-change', applyIdentityChanges),
  take('message', receiveMessages),
  take('erasure', applyErasures),
  take('delivery-state', (sql, organizationId, states) =>
    applyDeliveryStates(sql, organizationId, reportsOf(states)),
  ),
  take('watermark', applyWatermarks),
  take('book-entry', applyBookEntries),
  take('preference', applyPreferences),
  take('person-state', applyPersonStates),
  take('fetch-request', requestFetches),
  take('import-progress', applyImportProgress),
]

/** Takes the items of one organization in, each kind for the whole batch at once. */
export async function takeLot(sql: Sql, organizationId: string, lot: Lot): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const step of steps) events.push(...(await step(sql, organizationId, lot)))
  return events
}
