import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

export const taskKinds = [
  'lead',
  'profile',
  'check',
  'backfill',
  'templates',
  'submit-template',
  'seen',
] as const
export type TaskKind = (typeof taskKinds)[number]

export interface NewTask {
  channelAccountId: string
  kind: TaskKind
  /** What it is about; '' for the account itself. One task of a kind and key exists at a time. */
  key?: string
  data?: Record<string, string>
}

/**
 * Asks for tasks, in the caller's transaction. A task that is there already becomes due now, with the new data, also one
 * that is under way: what that finds out is of before and is not written. One that
 * was done is done again only when `again` says so: a lead that was fetched is not fetched twice.
 */
export async function putTasks(
  sql: Sql,
  organizationId: string,
  tasks: NewTask[],
  { again = true } = {},
): Promise<void> {
  if (tasks.length === 0) return
  const rows = tasks.map(({ channelAccountId, kind, key = '', data = {} }) => ({
    id: newId(),
    channelAccountId,
    kind,
    key,
    data,
  }))
  await sql.query(
    `insert into network_task (organization_id, id, channel_account_id, kind, key, data)
     select $1, t.id, t."channelAccountId", t.kind, t.key, t.data
     from jsonb_to_recordset($2::jsonb) as t(id uuid, "channelAccountId" uuid, kind text, key text, data jsonb)
     on conflict (organization_id, channel_account_id, kind, key) do update
       set due_at = now(), state = 'pending', attempts = 0, data = network_task.data || excluded.data, done_at = null,
           lease_token = null, lease_until = null
       where ($3 or network_task.state = 'dead')`,
    [organizationId, JSON.stringify(rows), again],
  )
}
