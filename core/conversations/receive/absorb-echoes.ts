import type { Sql } from '../../database/sql.ts'
import type { MessageStatus } from '../message.ts'
import type { StateReport } from './store-delivery-states.ts'

/** A message of ours, and the network's id that it is about to get. */
export interface Named {
  messageId: string
  externalId: string
}

/**
 * Where the network's id of a message of ours belongs to a row already, because its echo or an import of old chats was
 * stored first as if somebody else of the business had written it, that row gives up its id and its text and is shown
 * nowhere any more (`twin_of`): the two are one.
 *
 * @returns how far those rows had come, to be said of ours
 */
export async function absorbEchoes(sql: Sql, organizationId: string, named: Named[]): Promise<StateReport[]> {
  const echoes = await sql.query<{
    message_id: string
    external_id: string
    account_id: string
    status: MessageStatus
    delivered_at: Date | null
    read_at: Date | null
    sent_at: Date
  }>(
    `update message echo set external_id = null, twin_of = n.message_id, body = null, data = '{}', erased_at = now()
     from (
       select old.id, own.id as message_id, w.external_id
       from unnest($2::uuid[], $3::text[]) as w(message_id, external_id)
       join message own on own.organization_id = $1 and own.id = w.message_id
       cross join lateral (select id from message where organization_id = $1
         and channel_account_id = own.channel_account_id and external_id = w.external_id and id <> own.id
         and direction = 'outbound' and source <> 'desk' limit 1) old
     ) n
     where echo.organization_id = $1 and echo.id = n.id
     returning n.message_id, n.external_id, echo.channel_account_id as account_id, echo.status, echo.delivered_at,
       echo.read_at, echo.sent_at`,
    [organizationId, named.map(({ messageId }) => messageId), named.map(({ externalId }) => externalId)],
  )
  return echoes.flatMap((echo) => {
    const base = { accountId: echo.account_id, externalId: echo.external_id, messageId: echo.message_id }
    const said: StateReport[] = [{ ...base, state: 'sent', at: echo.sent_at }]
    if (echo.delivered_at) said.push({ ...base, state: 'delivered', at: echo.delivered_at })
    if (echo.read_at) said.push({ ...base, state: 'read', at: echo.read_at })
    if (echo.status === 'failed') said.push({ ...base, state: 'failed', at: echo.sent_at })
    return said
  })
}
