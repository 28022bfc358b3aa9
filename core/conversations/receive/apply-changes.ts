import { holdContacts } from '../../contacts/hold-contacts.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { eraseMessages } from './erase-messages.ts'
import { erasePeople } from './erase-people.ts'
import { type ChangedState, decideChange, type MessageChange } from './message-change.ts'

interface Target extends ChangedState {
  [column: string]: unknown
  id: string
  account_id: string
  external_id: string
  lead_id: string
}

const strength = { edited: 0, revoked: 1, erased: 2 }

/**
 * Changes stored messages as their senders, or their network, did: for a whole batch at once, heard twice and in any
 * order. `body` becomes what the message says now, and `data.originalBody` keeps what it said first (each edit has a row
 * of its own besides). What was revoked keeps its text and is marked; what was erased keeps nothing but its place, and of
 * an erased form's person goes what only that form said. A change whose message is not here yet waits for it.
 *
 * @returns an event for each message that changed, with the strongest of its changes
 */
export async function applyChanges(
  sql: Sql,
  organizationId: string,
  changes: MessageChange[],
): Promise<NewEvent[]> {
  const targets = await lockTargets(sql, organizationId, changes)
  const states = new Map<string, ChangedState>()
  const told = new Map<string, MessageChange['change']>()
  const gone = new Set<string>()
  const early: MessageChange[] = []
  for (const change of changes) {
    const target = targets.get(`${change.accountId}/${change.externalId}`)
    if (!target) {
      early.push(change)
      continue
    }
    const state = states.get(target.id) ?? target
    const next = decideChange(state, change)
    // Also when it is gone already: a version of it may have come since.
    if ((next ?? state).erasedAt) gone.add(target.id)
    if (!next) continue
    states.set(target.id, next)
    const before = told.get(target.id)
    if (!before || strength[change.change] > strength[before]) told.set(target.id, change.change)
  }
  await writeStates(sql, organizationId, states)
  if (gone.size > 0) {
    await eraseMessages(sql, organizationId, [...gone])
    await erasePeople(sql, organizationId, [...gone])
  }
  await keepEarly(sql, organizationId, early)
  const leads = new Map([...targets.values()].map(({ id, lead_id: leadId }) => [id, leadId]))
  return [...told].map(([messageId, change]) => {
    const leadId = leads.get(messageId) ?? ''
    return { type: 'message.changed', data: { leadId, messageId, change }, lane: leadId }
  })
}

/** Locked in order of id, so that two batches about the same messages wait for each other. */
async function lockTargets(sql: Sql, organizationId: string, changes: MessageChange[]) {
  const found = await sql.query<{ id: string }>(
    `select m.id from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     cross join lateral (select id from message where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id limit 1) m`,
    [organizationId, changes.map(({ accountId }) => accountId), changes.map(({ externalId }) => externalId)],
  )
  const rows = await sql.query<Target>(
    `select id, channel_account_id as account_id, external_id, lead_id, edited_at as "editedAt",
       revoked_at as "revokedAt", erased_at as "erasedAt", null as body
     from message where organization_id = $1 and id = any($2::uuid[]) order by id for update`,
    [organizationId, [...new Set(found.map(({ id }) => id))]],
  )
  return new Map(rows.map((row) => [`${row.account_id}/${row.external_id}`, row]))
}

async function writeStates(sql: Sql, organizationId: string, states: Map<string, ChangedState>) {
  if (states.size === 0) return
  await sql.query(
    `update message m set edited_at = c."editedAt", revoked_at = c."revokedAt", erased_at = c."erasedAt",
       body = coalesce(c.body, m.body),
       data = case when c.body is null or m.data ? 'originalBody' then m.data
         else m.data || jsonb_build_object('originalBody', m.body) end
     from jsonb_to_recordset($2::jsonb) as c(id uuid, "editedAt" timestamptz, "revokedAt" timestamptz,
       "erasedAt" timestamptz, body text)
     where m.organization_id = $1 and m.id = any($3) and m.id = c.id`,
    [
      organizationId,
      JSON.stringify([...states].map(([id, state]) => ({ ...state, id }))),
      [...states.keys()],
    ],
  )
}

async function keepEarly(sql: Sql, organizationId: string, changes: MessageChange[]) {
  if (changes.length === 0) return
  const newest = new Map<string, MessageChange>()
  for (const change of changes) {
    const key = `${change.accountId}/${change.externalId}/${change.change}`
    const other = newest.get(key)
    if (!other || other.at <= change.at) newest.set(key, change)
  }
  await sql.query(
    `insert into early_change (organization_id, channel_account_id, external_id, change, body, at)
     select $1, c."accountId", c."externalId", c.change, c.body, c.at
     from jsonb_to_recordset($2::jsonb) as c("accountId" uuid, "externalId" text, change text, body text, at timestamptz)
     order by 2, 3, 4
     on conflict (organization_id, channel_account_id, external_id, change) do update
       set body = excluded.body, at = excluded.at where excluded.at > early_change.at`,
    [organizationId, JSON.stringify([...newest.values()])],
  )
}

/**
 * Applies the changes that came before their message.
 *
 * @param externalIds of messages that may be stored by now
 */
export async function applyEarlyChanges(
  sql: Sql,
  organizationId: string,
  externalIds: string[],
): Promise<NewEvent[]> {
  // Before any row is locked: an erased form may change what its person is known by.
  await holdContacts(sql, organizationId)
  const rows = await sql.query<Omit<MessageChange, 'at'> & { [column: string]: unknown; at: Date }>(
    `delete from early_change e where e.organization_id = $1 and e.external_id = any($2)
       and exists (select 1 from message m where m.organization_id = $1
         and m.channel_account_id = e.channel_account_id and m.external_id = e.external_id)
     returning channel_account_id as "accountId", external_id as "externalId", change, body, at`,
    [organizationId, externalIds],
  )
  return rows.length === 0 ? [] : applyChanges(sql, organizationId, rows)
}
