import type {
  ChannelNotice,
  DeliveryState,
  InboundItem,
  InboundMessage,
  UnreadableItem,
} from '../channels/inbound-item.ts'
import { cleanJson } from '../clean-text.ts'
import { type AccountFinder, findAccounts } from '../conversations/receive/accounts.ts'
import { applyDeliveryStates, reportsOf } from '../conversations/receive/apply-delivery-states.ts'
import { type Addressed, receiveMessages } from '../conversations/receive/receive-messages.ts'
import type { ScopedSql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'

/** An item with the raw call that it came in. */
export interface ReadItem {
  eventId: string
  item: InboundItem
}

interface PutAside {
  eventId: string
  organizationId: string | null
  path: string
  reason: string
  item: unknown
}

/**
 * Takes the items of a batch of calls in, whatever organizations they belong to, in the caller's transaction. What
 * belongs to nobody here is put aside, with its reason, and can be taken up again later.
 *
 * @returns whether domain events were recorded
 */
export async function takeItems(
  sql: ScopedSql,
  subscriptions: Subscriptions,
  items: ReadItem[],
): Promise<boolean> {
  await sql.enter({ relay: true })
  const find = await findAccounts(
    sql,
    items.flatMap(({ item }) =>
      'account' in item && item.account !== undefined ? { network: item.network, account: item.account } : [],
    ),
  )
  const aside: PutAside[] = []
  const notices: (ReadItem & { item: ChannelNotice; organizationId: string | null })[] = []
  const organizations = new Map<
    string,
    { messages: Addressed<InboundMessage>[]; states: Addressed<DeliveryState>[] }
  >()
  for (const { eventId, item } of items) {
    if (item.type === 'unreadable') aside.push(unreadable(eventId, item))
    else if (item.type === 'channel-notice') {
      notices.push({ eventId, item, organizationId: organizationOf(find, item) })
    } else {
      const account = find(item.network, item.account)
      const refusal = account ? whyNot(item) : 'nobody here has connected this account'
      if (!account || refusal) {
        aside.push({
          eventId,
          organizationId: account?.organizationId ?? null,
          path: '',
          reason: refusal ?? '',
          item,
        })
        continue
      }
      const entry = organizations.get(account.organizationId) ?? { messages: [], states: [] }
      organizations.set(account.organizationId, entry)
      if (item.type === 'message') entry.messages.push({ accountId: account.id, item })
      else entry.states.push({ accountId: account.id, item })
    }
  }
  let recorded = false
  for (const [organizationId, { messages, states }] of organizations) {
    await sql.enter({ organizationId })
    const events = messages.length > 0 ? await receiveMessages(sql, organizationId, messages) : []
    if (states.length > 0) events.push(...(await applyDeliveryStates(sql, organizationId, reportsOf(states))))
    await recordEvents(sql, organizationId, subscriptions, events)
    recorded ||= events.length > 0
  }
  await sql.enter({ relay: true })
  await keepNotices(sql, notices)
  await putAside(sql, aside)
  return recorded
}

const organizationOf = (find: AccountFinder, { network, account }: ChannelNotice) =>
  (account === undefined ? undefined : find(network, account)?.organizationId) ?? null

const unreadable = (eventId: string, { path, reason, item }: UnreadableItem): PutAside => ({
  eventId,
  organizationId: null,
  path,
  reason,
  item,
})

function whyNot(item: InboundMessage | DeliveryState): string | undefined {
  if (item.type === 'message' && item.person.identities.length === 0) {
    return 'the network did not say who wrote this message'
  }
  return undefined
}

async function keepNotices(
  sql: ScopedSql,
  notices: (ReadItem & { item: ChannelNotice; organizationId: string | null })[],
) {
  if (notices.length === 0) return
  const rows = notices.map(({ eventId, item, organizationId }) => ({
    id: newId(),
    inbound_event_id: eventId,
    organization_id: organizationId,
    network: item.network,
    topic: item.topic,
    data: cleanJson(item.data) ?? {},
  }))
  await sql.query(
    `insert into channel_notice (id, inbound_event_id, organization_id, network, topic, data)
     select * from jsonb_to_recordset($1::jsonb) as n(id uuid, inbound_event_id uuid, organization_id uuid,
       network text, topic text, data jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** Puts items aside, each alone, with the reason why it could not become ours. */
export async function putAside(sql: ScopedSql, items: PutAside[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map((item) => ({ ...item, id: newId(), item: cleanJson(item.item) ?? null }))
  await sql.query(
    `insert into quarantined_item (id, inbound_event_id, organization_id, path, reason, item)
     select q.id, q."eventId", q."organizationId", q.path, q.reason, q.item
     from jsonb_to_recordset($1::jsonb) as q(id uuid, "eventId" uuid, "organizationId" uuid, path text,
       reason text, item jsonb)`,
    [JSON.stringify(rows)],
  )
}
