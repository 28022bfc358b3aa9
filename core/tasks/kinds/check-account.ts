import type { AccountCheck } from '../../channels/channel-port.ts'
import { decideDangers } from '../../channels/decide-dangers.ts'
import { endangerChannel, relieveChecked } from '../../channels/endanger-channel.ts'
import { isMendedByCheck } from '../../channels/is-mended-by-check.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import type { Task } from '../claim-tasks.ts'
import { putTasks } from '../put-tasks.ts'
import { endOf, minutes, type TaskKindHandler, type TaskResult } from '../task-kind.ts'

const every = minutes(30)
/** A stopped channel is asked more often: the sooner it is found mended, the sooner waiting messages go. */
const everyWhileStopped = minutes(3)

/**
 * Asks how an account stands: its token, whether its events are delivered to us (and has them delivered again where
 * they are not), its quality. A channel that stopped for its token and answers well works again, and what waited is sent in
 * order.
 */
export const checkAccount: TaskKindHandler = {
  patienceMs: Number.POSITIVE_INFINITY,
  longestPauseMs: minutes(10),
  async run({ task, port, account, state }) {
    const afterMs = state === 'stopped' ? everyWhileStopped : every
    if (!port.check) return { end: { end: 'repeat', afterMs: every } }
    const asked = await port.check(account)
    if (asked.outcome === 'found') return found(task, asked.value, state)
    if (asked.outcome === 'channel-stopped' && state === 'stopped') {
      return { end: { end: 'repeat', afterMs } }
    }
    return { end: asked.outcome === 'gone' ? { end: 'again', failure: asked.failure } : endOf(asked) }
  },
}

function found(task: Task, check: AccountCheck, state: 'active' | 'stopped'): TaskResult {
  const { organization_id: organizationId, channel_account_id: channelAccountId, now } = task
  return {
    end: { end: 'repeat', afterMs: every },
    write: async (sql) => [
      ...(await keepCheck(sql, { organizationId, channelAccountId, now }, check)),
      ...(state === 'stopped' ? await resume(sql, organizationId, channelAccountId) : []),
    ],
  }
}

interface CheckedAccount {
  organizationId: string
  channelAccountId: string
  /** By the database's clock. */
  now: Date
}

/**
 * Writes how the network says an account stands.
 *
 * @returns the events that tell of dangers, new and over
 */
export async function keepCheck(
  sql: Sql,
  { organizationId, channelAccountId, now }: CheckedAccount,
  check: AccountCheck,
): Promise<NewEvent[]> {
  await sql.query(
    `update channel_account set checked_at = now(), token_expires_at = $3, subscription = $4,
       facts = facts || $5::jsonb where organization_id = $1 and id = $2`,
    [
      organizationId,
      channelAccountId,
      check.tokenExpiresAt ?? null,
      check.subscription,
      JSON.stringify(check.facts),
    ],
  )
  const dangers = decideDangers(check, await recentSends(sql, organizationId, channelAccountId), now)
  const codes = new Set(dangers.map(({ code }) => code))
  return [
    ...(await endangerChannel(sql, organizationId, channelAccountId, dangers)),
    ...(await relieveChecked(sql, organizationId, channelAccountId, codes)),
  ]
}

async function recentSends(sql: Sql, organizationId: string, channelAccountId: string) {
  const [row] = await sql.query<{ ended: number; failed: number }>(
    `select count(*) filter (where status in ('sent', 'delivered', 'read', 'failed'))::int as ended,
       count(*) filter (where status = 'failed')::int as failed from message
     where organization_id = $1 and channel_account_id = $2 and direction = 'outbound'
       and created_at > now() - interval '1 hour'`,
    [organizationId, channelAccountId],
  )
  return row ?? { ended: 0, failed: 0 }
}

async function resume(sql: Sql, organizationId: string, channelAccountId: string): Promise<NewEvent[]> {
  const [stopped] = await sql.query<{ stopped_reason: { code?: string } | null }>(
    `select stopped_reason from channel_account where organization_id = $1 and id = $2 and state = 'stopped'
     for update`,
    [organizationId, channelAccountId],
  )
  if (!stopped || !isMendedByCheck(stopped.stopped_reason?.code)) return []
  await sql.query(
    `update channel_account set state = 'active', stopped_at = null, stopped_reason = null
     where organization_id = $1 and id = $2`,
    [organizationId, channelAccountId],
  )
  // Whatever happened while nothing could be asked.
  await putTasks(sql, organizationId, [{ channelAccountId, kind: 'backfill' }])
  return [{ type: 'channel.resumed', data: { channelAccountId }, lane: channelAccountId }]
}
