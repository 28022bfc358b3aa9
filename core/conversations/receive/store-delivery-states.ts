import type { DeliveryStateName, NetworkFailure } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { MessageStatus } from '../message.ts'
import type { MessageCost } from './read-cost.ts'

/** One thing a network said about a message of ours. */
export interface StateReport {
  accountId: string
  externalId: string
  messageId?: string
  state: DeliveryStateName
  at: Date
  failure?: NetworkFailure
  cost?: MessageCost
}

/** A message of ours as a report finds it. */
export interface LockedMessage {
  [column: string]: unknown
  id: string
  account_id: string
  external_id: string | null
  lead_id: string
  status: MessageStatus
}

/** What reports make of one message. */
export interface StateChange {
  id: string
  leadId: string
  externalId: string
  status: MessageStatus
  changed: boolean
  deliveredAt: Date | null
  readAt: Date | null
  failure: NetworkFailure | null
  cost: MessageCost | null
}

/** Locked in order of id, so that two batches about the same messages wait for each other. */
export async function lockMessages(
  sql: Sql,
  organizationId: string,
  reports: StateReport[],
): Promise<LockedMessage[]> {
  const found = await sql.query<{ id: string }>(
    `select m.id from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     cross join lateral (select id from message where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id limit 1) m`,
    [organizationId, reports.map(({ accountId }) => accountId), reports.map(({ externalId }) => externalId)],
  )
  const named = reports.flatMap(({ messageId }) => messageId ?? [])
  return sql.query<LockedMessage>(
    `select m.id, m.channel_account_id as account_id, m.external_id, m.lead_id, m.status from message m
     where m.organization_id = $1 and m.direction = 'outbound' and m.id = any($2::uuid[])
     order by m.id for update`,
    [organizationId, [...new Set([...found.map(({ id }) => id), ...named])]],
  )
}

/**
 * Writes how far messages have come. What is known already, of ids, times and prices, stays; an id that another message
 * has is not given a second time.
 */
export async function writeChanges(sql: Sql, organizationId: string, changes: StateChange[]) {
  if (changes.length === 0) return
  await sql.query(
    `update message m set status = c.status, external_id = coalesce(m.external_id, (select c."externalId"
         where not exists (select from message o where o.organization_id = $1
           and o.channel_account_id = m.channel_account_id and o.external_id = c."externalId"))),
       delivered_at = coalesce(m.delivered_at, c."deliveredAt"), read_at = coalesce(m.read_at, c."readAt"),
       failure = case when c.status = 'failed' then coalesce(c.failure, m.failure) end,
       cost = coalesce(m.cost, c.cost)
     from jsonb_to_recordset($2::jsonb) as c(id uuid, "externalId" text, status text, "deliveredAt" timestamptz,
       "readAt" timestamptz, failure jsonb, cost jsonb)
     where m.organization_id = $1 and m.id = any($3) and m.id = c.id`,
    [organizationId, JSON.stringify(changes), changes.map(({ id }) => id)],
  )
}

/** Keeps reports until the message that they speak of has its id. */
export async function keepEarly(sql: Sql, organizationId: string, reports: StateReport[]) {
  if (reports.length === 0) return
  await sql.query(
    `insert into early_delivery_state (organization_id, channel_account_id, external_id, state, at, failure, cost)
     select $1, r."accountId", r."externalId", r.state, r.at, r.failure, r.cost
     from jsonb_to_recordset($2::jsonb) as r("accountId" uuid, "externalId" text, state text, at timestamptz,
       failure jsonb, cost jsonb)
     on conflict do nothing`,
    [organizationId, JSON.stringify(reports)],
  )
}
