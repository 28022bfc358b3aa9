import type { DeliveryState, DeliveryStateName, NetworkFailure } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { decideDeliveryState } from '../decide-delivery-state.ts'
import { absorbEchoes, type Named } from './absorb-echoes.ts'
import { type MessageCost, readCost } from './read-cost.ts'
import type { Addressed } from './receive-messages.ts'
import {
  keepEarly,
  type LockedMessage,
  lockMessages,
  type StateChange,
  type StateReport,
  writeChanges,
} from './store-delivery-states.ts'
import { coveredBy } from './watermark.ts'

/** Turns items of a reader into reports. */
export const reportsOf = (states: Addressed<DeliveryState>[]): StateReport[] =>
  states.map(({ accountId, item }) => {
    const cost = readCost(item.data.pricing)
    return {
      accountId,
      externalId: item.externalId,
      state: item.state,
      at: item.at,
      ...(item.messageId ? { messageId: item.messageId } : {}),
      ...(item.failure ? { failure: item.failure } : {}),
      ...(cost ? { cost } : {}),
    }
  })

/**
 * Moves messages up to what the network reports of them, for a whole batch at once. A report finds its message by the
 * network's id, or by ours where the network echoes it: then also before our own sending has its answer, and where a
 * row of somebody else's has that id, the two are one. A report that finds none is kept until the message has its id.
 *
 * @returns an event for each message whose status changed
 */
export async function applyDeliveryStates(
  sql: Sql,
  organizationId: string,
  reports: StateReport[],
): Promise<NewEvent[]> {
  const locked = await lockMessages(sql, organizationId, reports)
  const twins = twinsAmong(locked, reports)
  const absorbed = twins.length > 0 ? await absorbEchoes(sql, organizationId, twins) : []
  const messages = absorbed.length > 0 ? withoutTwins(locked, absorbed) : locked
  const byExternal = new Map(messages.map((m) => [`${m.account_id}/${m.external_id}`, m]))
  const byId = new Map(messages.map((m) => [m.id, m]))
  const changes = new Map<string, StateChange>()
  const early: StateReport[] = []
  for (const report of [...absorbed, ...reports]) {
    const named = report.messageId ? byId.get(report.messageId) : undefined
    const message =
      named?.account_id === report.accountId
        ? named
        : byExternal.get(`${report.accountId}/${report.externalId}`)
    if (!message) {
      early.push(report)
      continue
    }
    const change = changes.get(message.id) ?? unchanged(message, report.externalId)
    changes.set(message.id, take(change, report))
  }
  await writeChanges(sql, organizationId, [...changes.values()])
  await keepEarly(sql, organizationId, early)
  return [...changes.values()]
    .filter(({ changed }) => changed)
    .map(({ id, leadId, status, failure }) => ({
      type: 'message.delivery-changed',
      data: { leadId, messageId: id, status, ...(status === 'failed' && failure ? { failure } : {}) },
      lane: leadId,
    }))
}

/** Messages of ours that are to get a network's id which another row of the same account has. */
function twinsAmong(locked: LockedMessage[], reports: StateReport[]): Named[] {
  const nameless = new Map(locked.filter((m) => m.external_id === null).map((m) => [m.id, m]))
  if (nameless.size === 0) return []
  const taken = new Set(locked.map((m) => `${m.account_id}/${m.external_id}`))
  const twins = new Map<string, Named>()
  for (const { accountId, externalId, messageId } of reports) {
    if (messageId === undefined || twins.has(messageId)) continue
    if (nameless.get(messageId)?.account_id !== accountId) continue
    if (taken.has(`${accountId}/${externalId}`)) twins.set(messageId, { messageId, externalId })
  }
  return [...twins.values()]
}

/** What names the id by itself now means the message that has it. */
function withoutTwins(locked: LockedMessage[], absorbed: StateReport[]): LockedMessage[] {
  const names = new Map(absorbed.map(({ messageId, externalId }) => [messageId, externalId]))
  const given = new Set(absorbed.map(({ accountId, externalId }) => `${accountId}/${externalId}`))
  return locked
    .filter((m) => names.has(m.id) || !given.has(`${m.account_id}/${m.external_id}`))
    .map((m) => ({ ...m, external_id: m.external_id ?? names.get(m.id) ?? null }))
}

const unchanged = (message: LockedMessage, externalId: string): StateChange => ({
  id: message.id,
  leadId: message.lead_id,
  externalId: message.external_id ?? externalId,
  status: message.status,
  changed: false,
  deliveredAt: null,
  readAt: null,
  failure: null,
  cost: null,
})

function take(change: StateChange, { state, at, failure, cost }: StateReport): StateChange {
  const next = decideDeliveryState(change.status, state)
  return {
    ...change,
    ...(next ? { status: next, changed: true } : {}),
    ...(state === 'delivered' ? { deliveredAt: at } : {}),
    ...(state === 'read' || state === 'played' ? { readAt: at } : {}),
    ...(next === 'failed' ? { failure: failure ?? null } : {}),
    // Networks repeat the price, or leave it out: who says it first is believed.
    cost: change.cost ?? cost ?? null,
  }
}

/**
 * Applies what was reported before a message had its external id: reports of it, and of everything that was sent to the
 * person up to a moment.
 *
 * @param externalIds of messages that have just got them
 */
export async function applyEarlyStates(
  sql: Sql,
  organizationId: string,
  externalIds: string[],
): Promise<NewEvent[]> {
  const rows = await sql.query<{
    account_id: string
    external_id: string
    state: DeliveryStateName
    at: Date
    failure: NetworkFailure | null
    cost: MessageCost | null
  }>(
    `with early as (delete from early_delivery_state e where e.organization_id = $1 and e.external_id = any($2)
       and exists (select 1 from message m where m.organization_id = $1 and m.direction = 'outbound'
         and m.channel_account_id = e.channel_account_id and m.external_id = e.external_id)
       returning channel_account_id as account_id, external_id, state, at, failure, cost)
     select * from early
     union all
     select w.account_id, w.external_id, u.state, u.until, null, null
     from unnest($2::text[]) as x(id)
     cross join lateral (select m.channel_account_id as account_id, m.external_id, c.delivered_until, c.read_until,
         m.source, m.created_at, m.sent_at
       from channel_account a
       join message m on m.organization_id = $1 and m.channel_account_id = a.id and m.external_id = x.id
       join conversation c on c.organization_id = $1 and c.id = m.conversation_id
       where a.organization_id = $1 and m.direction = 'outbound' and m.status = 'sent') w
     cross join lateral (values ('delivered', w.delivered_until), ('read', w.read_until)) as u(state, until)
     where ${coveredBy('w', 'u.until')}`,
    [organizationId, externalIds],
  )
  if (rows.length === 0) return []
  return applyDeliveryStates(
    sql,
    organizationId,
    rows.map((row) => ({
      accountId: row.account_id,
      externalId: row.external_id,
      state: row.state,
      at: row.at,
      ...(row.failure ? { failure: row.failure } : {}),
      ...(row.cost ? { cost: row.cost } : {}),
    })),
  )
}
