import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import type { MessageStatus } from '../message.ts'
import { applyDeliveryStates } from './apply-delivery-states.ts'

/**
 * Gives a message of ours the network's id where the echo of it was stored first, as if somebody else of the business
 * had written it: the two are one. The echo's row gives up its id and its text and is shown nowhere any more
 * (`twin_of`); how far it had come is now said of ours.
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
  const [echo] = await sql.query<{
    account_id: string
    status: MessageStatus
    delivered_at: Date | null
    read_at: Date | null
    sent_at: Date
  }>(
    `update message echo set external_id = null, twin_of = own.id, body = null, data = '{}', erased_at = now()
     from message own, message old
     where own.organization_id = $1 and own.id = $2 and old.organization_id = $1
       and old.channel_account_id = own.channel_account_id and old.external_id = $3 and old.id <> own.id
       and old.direction = 'outbound' and old.source <> 'desk'
       and echo.organization_id = $1 and echo.id = old.id
     returning echo.channel_account_id as account_id, echo.status, echo.delivered_at, echo.read_at, echo.sent_at`,
    [organizationId, messageId, externalId],
  )
  if (!echo) return []
  const said: { state: 'sent' | 'delivered' | 'read' | 'failed'; at: Date }[] = [
    { state: 'sent', at: echo.sent_at },
  ]
  if (echo.delivered_at) said.push({ state: 'delivered', at: echo.delivered_at })
  if (echo.read_at) said.push({ state: 'read', at: echo.read_at })
  if (echo.status === 'failed') said.push({ state: 'failed', at: echo.sent_at })
  return applyDeliveryStates(
    sql,
    organizationId,
    said.map((report) => ({ ...report, accountId: echo.account_id, externalId, messageId })),
  )
}
