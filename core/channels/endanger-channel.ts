import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'

export interface Danger {
  code: string
  title: string
  detail?: string
  /** Found by looking after the account, so that the next look may find it gone; else the network told it. */
  checked?: true
}

/**
 * Remembers what threatens a channel that still works.
 *
 * @returns the events that tell owners: one for each danger that was not known yet
 */
export async function endangerChannel(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  dangers: Danger[],
): Promise<NewEvent[]> {
  if (dangers.length === 0) return []
  const byCode = new Map(dangers.map((danger) => [danger.code, danger]))
  const [account] = await sql.query<{ known: Record<string, unknown> }>(
    'select dangers as known from channel_account where organization_id = $1 and id = $2 for update',
    [organizationId, channelAccountId],
  )
  const fresh = [...byCode.values()].filter(({ code }) => !Object.hasOwn(account?.known ?? {}, code))
  if (!account || fresh.length === 0) return []
  const since = new Date().toISOString()
  const added = Object.fromEntries(fresh.map(({ code, ...facts }) => [code, { ...facts, since }]))
  await sql.query(
    'update channel_account set dangers = dangers || $3::jsonb where organization_id = $1 and id = $2',
    [organizationId, channelAccountId, JSON.stringify(added)],
  )
  return fresh.map(({ checked: _, ...danger }) => ({
    type: 'channel.endangered',
    data: { channelAccountId, ...danger },
    lane: channelAccountId,
  }))
}

/**
 * Forgets dangers that are over.
 *
 * @returns an event for each that was known
 */
export async function relieveChannel(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  codes: string[],
): Promise<NewEvent[]> {
  if (codes.length === 0) return []
  const [account] = await sql.query<{ known: Record<string, unknown> }>(
    'select dangers as known from channel_account where organization_id = $1 and id = $2 for update',
    [organizationId, channelAccountId],
  )
  const over = codes.filter((code) => Object.hasOwn(account?.known ?? {}, code))
  if (over.length === 0) return []
  await sql.query(
    'update channel_account set dangers = dangers - $3::text[] where organization_id = $1 and id = $2',
    [organizationId, channelAccountId, over],
  )
  return over.map((code) => ({
    type: 'channel.relieved',
    data: { channelAccountId, code },
    lane: channelAccountId,
  }))
}

/** Forgets what looking after the account found before and does not find any more. */
export async function relieveChecked(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  found: ReadonlySet<string>,
): Promise<NewEvent[]> {
  const [account] = await sql.query<{ dangers: Record<string, { checked?: boolean }> }>(
    'select dangers from channel_account where organization_id = $1 and id = $2 for update',
    [organizationId, channelAccountId],
  )
  const over = Object.entries(account?.dangers ?? {})
    .filter(([code, { checked }]) => checked && !found.has(code))
    .map(([code]) => code)
  return relieveChannel(sql, organizationId, channelAccountId, over)
}
