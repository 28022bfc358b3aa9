import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { applyDeliveryStates, applyEarlyStates } from './apply-delivery-states.ts'
import { decideOrigin } from './decide-origin.ts'
import { findPersonsConversations } from './find-persons-conversations.ts'
import type { Addressed } from './receive-messages.ts'

type Echo = Addressed<InboundMessage>

interface Unfinished {
  [column: string]: unknown
  id: string
  conversation_id: string
  kind: string
  body: string | null
  created_at: Date
}

/** A message waits for at most a day until it is sent; clocks differ by less than a minute. */
const longestMs = 25 * 3_600_000
const skewMs = 60_000

/**
 * Some networks show us what we sent ourselves as if somebody else of the business had written it, sometimes before
 * they answer our own call. Such an echo gives its message the network's id and counts as sent: it names our message,
 * or the person has exactly such a one under way. WhatsApp shows what was written on the phone and never what was sent
 * through its API: there the same words are another message.
 *
 * @returns the messages that are not of ours, and the events of those that are
 */
export async function adoptEchoes(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<{ others: Addressed<InboundMessage>[]; events: NewEvent[] }> {
  const echoes = messages.filter(({ item }) => decideOrigin(item).manner === 'business')
  if (echoes.length === 0) return { others: messages, events: [] }
  const adopted = await findNamed(sql, organizationId, echoes)
  const unnamed = echoes.filter((echo) => !adopted.has(echo) && echo.item.network !== 'whatsapp')
  for (const [echo, id] of await findUnfinished(sql, organizationId, unnamed)) adopted.set(echo, id)
  if (adopted.size === 0) return { others: messages, events: [] }
  const sent = await applyDeliveryStates(
    sql,
    organizationId,
    [...adopted].map(([{ accountId, item }, messageId]) => ({
      accountId,
      externalId: item.externalId,
      messageId,
      state: 'sent',
      at: item.sentAt,
    })),
  )
  const early = await applyEarlyStates(
    sql,
    organizationId,
    [...adopted.keys()].map(({ item }) => item.externalId),
  )
  return { others: messages.filter((message) => !adopted.has(message)), events: [...sent, ...early] }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Those that carry our own id of the message back. Other tools' ids are not ours. */
async function findNamed(sql: Sql, organizationId: string, echoes: Echo[]): Promise<Map<Echo, string>> {
  const named = echoes.filter(({ item }) => uuid.test(item.echo?.messageId ?? ''))
  if (named.length === 0) return new Map()
  const rows = await sql.query<{ id: string; account_id: string }>(
    `select id, channel_account_id as account_id from message
     where organization_id = $1 and id = any($2::uuid[]) and direction = 'outbound'`,
    [organizationId, named.map(({ item }) => item.echo?.messageId)],
  )
  const ours = new Map(rows.map((row) => [`${row.account_id}/${row.id}`, row.id]))
  return new Map(
    named.flatMap((echo) => {
      const id = ours.get(`${echo.accountId}/${echo.item.echo?.messageId?.toLowerCase()}`)
      return id ? [[echo, id] as const] : []
    }),
  )
}

/** Those that say the same as a message to the same person which is being sent, or of which nobody knows. */
async function findUnfinished(sql: Sql, organizationId: string, echoes: Echo[]): Promise<Map<Echo, string>> {
  const found = new Map<Echo, string>()
  if (echoes.length === 0) return found
  const conversations = await findPersonsConversations(
    sql,
    organizationId,
    echoes.map(({ accountId, item }) => ({ accountId, person: item.person })),
  )
  const known = new Set(conversations.filter((id) => id !== undefined))
  if (known.size === 0) return found
  // Locked, so that a second batch with the echo of a twin message takes the twin.
  const unfinished = await sql.query<Unfinished>(
    `select id, conversation_id, kind, body, created_at from message
     where organization_id = $1 and conversation_id = any($2::uuid[]) and direction = 'outbound'
       and external_id is null and status in ('sending', 'unconfirmed')
     order by id for update`,
    [organizationId, [...known]],
  )
  echoes.forEach((echo, index) => {
    const at = unfinished.findIndex(
      (message) => message.conversation_id === conversations[index] && says(message, echo.item),
    )
    const [message] = at < 0 ? [] : unfinished.splice(at, 1)
    if (message) found.set(echo, message.id)
  })
  return found
}

function says(message: Unfinished, { kind, body, sentAt }: InboundMessage): boolean {
  const age = sentAt.getTime() - message.created_at.getTime()
  return (
    message.kind === kind &&
    (message.body ?? '').trim() === (body ?? '').trim() &&
    age > -skewMs &&
    age < longestMs
  )
}
