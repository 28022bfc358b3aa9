import type { DeliveryState, DeliveryStateName, NetworkFailure } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { decideDeliveryState } from '../decide-delivery-state.ts'
import type { MessageStatus } from '../message.ts'
import type { Addressed } from './receive-messages.ts'

/** One thing a network said about a message of ours. */
export interface StateReport {
  accountId: string
  externalId: string
  messageId?: string
  state: DeliveryStateName
  at: Date
  failure?: NetworkFailure
}

interface Outbound {
  [column: string]: unknown
  id: string
  account_id: string
  external_id: string | null
  lead_id: string
  status: MessageStatus
}

interface Change {
  id: string
  leadId: string
  externalId: string
  status: MessageStatus
  changed: boolean
  deliveredAt: Date | null
  readAt: Date | null
  failure: NetworkFailure | null
}

/** Turns items of a reader into reports. */
export const reportsOf = (states: Addressed<DeliveryState>[]): StateReport[] =>
  states.map(({ accountId, item }) => ({
    accountId,
    externalId: item.externalId,
    state: item.state,
    at: item.at,
    ...(item.messageId ? { messageId: item.messageId } : {}),
    ...(item.failure ? { failure: item.failure } : {}),
  }))

/**
 * Moves messages up to what the network reports of them, for a whole batch at once. A report finds its message by the
 * network's id, or by ours where the network echoes it: then also before our own sending has its answer. A report
 * that finds none is kept until the message has its id.
 *
 * @returns an event for each message whose status changed
 */
export async function applyDeliveryStates(
  sql: Sql,
  organizationId: string,
  reports: StateReport[],
): Promise<NewEvent[]> {
  const messages = await lockMessages(sql, organizationId, reports)
  const byExternal = new Map(messages.map((m) => [`${m.account_id}/${m.external_id}`, m]))
  const byId = new Map(messages.map((m) => [m.id, m]))
  const changes = new Map<string, Change>()
  const early: StateReport[] = []
  for (const report of reports) {
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

const unchanged = (message: Outbound, externalId: string): Change => ({
  id: message.id,
  leadId: message.lead_id,
  externalId: message.external_id ?? externalId,
  status: message.status,
  changed: false,
  deliveredAt: null,
  readAt: null,
  failure: null,
})

function take(change: Change, { state, at, failure }: StateReport): Change {
  const next = decideDeliveryState(change.status, state)
  return {
    ...change,
    ...(next ? { status: next, changed: true } : {}),
    ...(state === 'delivered' ? { deliveredAt: at } : {}),
    ...(state === 'read' || state === 'played' ? { readAt: at } : {}),
    ...(next === 'failed' ? { failure: failure ?? null } : {}),
  }
}

/** Locked in order of id, so that two batches about the same messages wait for each other. */
async function lockMessages(sql: Sql, organizationId: string, reports: StateReport[]): Promise<Outbound[]> {
  const found = await sql.query<{ id: string }>(
    `select m.id from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     cross join lateral (select id from message where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id limit 1) m`,
    [organizationId, reports.map(({ accountId }) => accountId), reports.map(({ externalId }) => externalId)],
  )
  const named = reports.flatMap(({ messageId }) => messageId ?? [])
  return sql.query<Outbound>(
    `select m.id, m.channel_account_id as account_id, m.external_id, m.lead_id, m.status from message m
     where m.organization_id = $1 and m.direction = 'outbound' and m.id = any($2::uuid[])
     order by m.id for update`,
    [organizationId, [...new Set([...found.map(({ id }) => id), ...named])]],
  )
}

async function writeChanges(sql: Sql, organizationId: string, changes: Change[]) {
  if (changes.length === 0) return
  await sql.query(
    `update message m set status = c.status, external_id = coalesce(m.external_id, c."externalId"),
       delivered_at = coalesce(m.delivered_at, c."deliveredAt"), read_at = coalesce(m.read_at, c."readAt"),
       failure = case when c.status = 'failed' then coalesce(c.failure, m.failure) end
     from jsonb_to_recordset($2::jsonb) as c(id uuid, "externalId" text, status text, "deliveredAt" timestamptz,
       "readAt" timestamptz, failure jsonb)
     where m.organization_id = $1 and m.id = any($3) and m.id = c.id`,
    [organizationId, JSON.stringify(changes), changes.map(({ id }) => id)],
  )
}

async function keepEarly(sql: Sql, organizationId: string, reports: StateReport[]) {
  if (reports.length === 0) return
  await sql.query(
    `insert into early_delivery_state (organization_id, channel_account_id, external_id, state, at, failure)
     select $1, r."accountId", r."externalId", r.state, r.at, r.failure
     from jsonb_to_recordset($2::jsonb) as r("accountId" uuid, "externalId" text, state text, at timestamptz,
       failure jsonb)
     on conflict do nothing`,
    [organizationId, JSON.stringify(reports)],
  )
}

/**
 * Applies the reports that came before their message had its external id.
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
  }>(
    `delete from early_delivery_state e where e.organization_id = $1 and e.external_id = any($2)
       and exists (select 1 from message m where m.organization_id = $1
         and m.channel_account_id = e.channel_account_id and m.external_id = e.external_id)
     returning channel_account_id as account_id, external_id, state, at, failure`,
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
    })),
  )
}
