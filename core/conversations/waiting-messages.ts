import type { Sql } from '../database/sql.ts'
import type { Target } from './find-targets.ts'

/**
 * What can still be changed before it goes out. The caller holds the lane's lock; the row of the queue is locked too,
 * since a sender that has it marks it as sending in a statement that then waits for us, and reads what we wrote.
 */
const waits = `select s.message_id from outbound_send s
  where s.organization_id = $1 and s.message_id = $2 and s.sending_at is null for update`

/** Gives a queued message another text. False: it is on its way or gone. */
export async function changeQueued(
  sql: Sql,
  organizationId: string,
  messageId: string,
  body: string | null,
): Promise<boolean> {
  const changed = await sql.query(
    `with waiting as (${waits}) update message m set body = $3, edited_at = now() from waiting w
     where m.organization_id = $1 and m.id = w.message_id and m.status = 'queued' returning m.id`,
    [organizationId, messageId, body],
  )
  return changed.length > 0
}

/** Gives a queued reaction or edit its newest wish. */
export async function replaceWaiting(
  sql: Sql,
  organizationId: string,
  messageId: string,
  body: string | null,
): Promise<boolean> {
  const changed = await sql.query(
    `with waiting as (${waits}) update message m set body = $3 from waiting w
     where m.organization_id = $1 and m.id = w.message_id and m.status = 'queued' returning m.id`,
    [organizationId, messageId, body],
  )
  return changed.length > 0
}

/** Takes a queued message out of the queue. False: it is on its way or gone. */
export async function withdraw(sql: Sql, organizationId: string, messageId: string): Promise<boolean> {
  const failure = { code: 'withdrawn', title: 'It was taken back before it was sent.' }
  const withdrawn = await sql.query(
    `with waiting as (${waits}), gone as (
       delete from outbound_send s using waiting w where s.organization_id = $1 and s.message_id = w.message_id
     )
     update message m set status = 'failed', failure = $3, revoked_at = now() from waiting w
     where m.organization_id = $1 and m.id = w.message_id and m.status = 'queued' returning m.id`,
    [organizationId, messageId, JSON.stringify(failure)],
  )
  return withdrawn.length > 0
}

/** The newest reaction, edit or taking back of ours that is about a message and has not failed. */
export async function findWaiting(
  sql: Sql,
  organizationId: string,
  kind: string,
  { id, leadId }: Target,
): Promise<{ id: string; body: string | null; waits: boolean } | undefined> {
  const [row] = await sql.query<{ id: string; body: string | null; waits: boolean }>(
    `select m.id, m.body, m.status = 'queued' as waits from message m
     where m.organization_id = $1 and m.lead_id = $2 and m.direction = 'outbound' and m.kind = $3
       and m.content->>'targetId' = $4 and m.status <> 'failed'
     order by m.created_at desc, m.id desc limit 1`,
    [organizationId, leadId, kind, id],
  )
  return row
}
