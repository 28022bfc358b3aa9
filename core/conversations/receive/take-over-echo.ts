import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { absorbEchoes } from './absorb-echoes.ts'
import { applyDeliveryStates } from './apply-delivery-states.ts'

/**
 * Gives a message of ours the network's id where the echo of it was stored first, as if somebody else of the business
 * had written it: see `absorb-echoes.ts`.
 *
 * Call it before the network's id is written to our message; it changes nothing where there is no such echo.
 *
 * @param messageId ours
 * @param externalId what the network answered to our sending
 * @returns events about our message
 */
export async function takeOverEcho(
  sql: Sql,
  organizationId: string,
  messageId: string,
  externalId: string,
): Promise<NewEvent[]> {
  const said = await absorbEchoes(sql, organizationId, [{ messageId, externalId }])
  return said.length === 0 ? [] : applyDeliveryStates(sql, organizationId, said)
}
