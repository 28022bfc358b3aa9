import { stopChannel } from '../channels/stop-channel.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import type { Send } from './claim-sends.ts'
import { completeChange } from './complete-change.ts'
import type { AfterSend } from './decide-after-send.ts'
import { learnRecipient } from './learn-recipient.ts'
import { lockLane } from './lock-lane.ts'
import { applyEarlyStates } from './receive/apply-delivery-states.ts'
import { takeOverEcho } from './receive/take-over-echo.ts'

export interface FinishOptions {
  database: Database
  subscriptions: Subscriptions
  onRecorded: () => void
}

const uniqueViolation = '23505'

type Again = Extract<AfterSend, { next: 'again' }>

/** A message that was tried, and what becomes of it. */
export interface Ended {
  send: Send
  after: AfterSend
}

/**
 * Writes how a send ended, of an album that of all its parts together, with the events that tell of it. A sender that lost
 * its lease changes the queue no more.
 */
export async function finishSend(options: FinishOptions, ends: readonly Ended[]): Promise<void> {
  const recorded = await finishOnce(options, ends).catch((error: unknown) => {
    // The echo of what was sent was stored at the same moment under the same id: now it can be seen, and taken over.
    if ((error as { code?: unknown }).code !== uniqueViolation) throw error
    return finishOnce(options, ends)
  })
  if (recorded) options.onRecorded()
}

async function finishOnce(
  { database, subscriptions }: FinishOptions,
  ends: readonly Ended[],
): Promise<boolean> {
  const [first] = ends
  if (!first) return false
  const { organization_id: organizationId, conversation_id: conversationId } = first.send
  return database.transaction({ organizationId }, async (sql) => {
    await lockLane(sql, organizationId, conversationId)
    const events: NewEvent[] = []
    for (const { send, after } of ends) {
      events.push(
        ...(after.next === 'again' ? await putBack(sql, send, after) : await writeEnd(sql, send, after)),
      )
    }
    await recordEvents(sql, organizationId, subscriptions, events)
    return events.length > 0
  })
}

async function putBack(
  sql: Sql,
  send: Send,
  { afterMs, failure, holds, apart = false }: Again,
): Promise<NewEvent[]> {
  const key = [send.organization_id, send.message_id]
  const mine = await sql.query(
    `update outbound_send set sending_at = null, lease_token = null, lease_until = null,
       due_at = now() + make_interval(secs => $4),
       trying_since = case when $5 = 'channel' then null else trying_since end,
       album = case when $6 then null else album end
     where organization_id = $1 and message_id = $2 and lease_token = $3 returning message_id`,
    [...key, send.lease_token, afterMs / 1000, holds, apart],
  )
  // Another sender has the message by now: its state is for that one to write.
  if (mine.length === 0) return []
  await sql.query(
    `update message set status = 'queued', failure = $3
     where organization_id = $1 and id = $2 and status = 'sending'`,
    [...key, JSON.stringify(failure)],
  )
  if (holds === 'account') {
    await sql.query(
      `update channel_pace set blocked_until = greatest(blocked_until, now() + make_interval(secs => $3))
       where organization_id = $1 and channel_account_id = $2`,
      [send.organization_id, send.channel_account_id, afterMs / 1000],
    )
  }
  if (holds !== 'channel') return []
  return stopChannel(sql, send.organization_id, send.channel_account_id, failure, send.now)
}

async function writeEnd(sql: Sql, send: Send, after: Exclude<AfterSend, Again>): Promise<NewEvent[]> {
  const key = [send.organization_id, send.message_id]
  await sql.query(
    'delete from outbound_send where organization_id = $1 and message_id = $2 and lease_token = $3',
    [...key, send.lease_token],
  )
  const { externalId, isChange } = await nameOf(sql, send, after)
  const failure = after.next === 'sent' ? null : after.failure
  const echoed =
    externalId && !isChange ? await takeOverEcho(sql, send.organization_id, send.message_id, externalId) : []
  // A delivery state may have moved the message up before this answer was written: it is not moved back.
  const [moved] = await sql.query<{ lead_id: string; from: string }>(
    `update message m set external_id = coalesce(m.external_id, $3), failure = case when $4 = 'sent' then null
         else $5::jsonb end,
       status = case when old.status in ('queued', 'sending', 'unconfirmed') then $4 else old.status end,
       sent_at = case when $4 = 'sent' then now() else m.sent_at end
     from (select status from message where organization_id = $1 and id = $2 for update) old
     where m.organization_id = $1 and m.id = $2
       and (old.status in ('queued', 'sending', 'unconfirmed') or $4 = 'sent')
     returning m.lead_id, old.status as from`,
    [...key, externalId, after.next, failure ? JSON.stringify(failure) : null],
  )
  const early = externalId ? await applyEarlyStates(sql, send.organization_id, [externalId]) : []
  if (after.next === 'sent') {
    await completeChange(sql, send.organization_id, send.message_id)
    await learnRecipient(sql, send.organization_id, send.conversation_id, after.recipient ?? [])
  }
  if (!moved || !['queued', 'sending', 'unconfirmed'].includes(moved.from)) return [...echoed, ...early]
  const own: NewEvent = {
    type: 'message.delivery-changed',
    data: {
      leadId: moved.lead_id,
      messageId: send.message_id,
      status: after.next,
      ...(failure ? { failure } : {}),
    },
    lane: moved.lead_id,
  }
  return [...echoed, own, ...early]
}

/**
 * The network's id of what was sent. A change of an earlier message may have none of its own: networks answer with that
 * of the message that was changed, or with nothing.
 */
async function nameOf(
  sql: Sql,
  send: Send,
  after: AfterSend,
): Promise<{ externalId: string | null; isChange: boolean }> {
  const externalId = (after.next === 'sent' && after.externalId) || null
  const [row] = await sql.query<{ is_change: boolean; taken: boolean }>(
    `select m.kind in ('reaction', 'edit', 'revoke') as is_change, exists (select 1 from message o
       where o.organization_id = $1 and o.channel_account_id = m.channel_account_id and o.external_id = $3
         and o.id <> m.id) as taken
     from message m where m.organization_id = $1 and m.id = $2`,
    [send.organization_id, send.message_id, externalId],
  )
  const isChange = row?.is_change === true
  return { externalId: isChange && row?.taken ? null : externalId, isChange }
}
