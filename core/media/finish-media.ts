import { stopChannel } from '../channels/stop-channel.ts'
import { failSends, releaseSends } from '../conversations/release-sends.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import type { Media } from './claim-media.ts'
import type { AfterMedia, KeptFile } from './decide-after-media.ts'

export interface FinishMediaOptions {
  database: Database
  subscriptions: Subscriptions
  onRecorded: () => void
  /** Something that waited for its files can be sent now. */
  onReleased: () => void
}

/** Writes how it ended, with the events that tell of it. Whoever lost the lease changes nothing. */
export async function finishMedia(
  options: FinishMediaOptions,
  media: Media,
  after: AfterMedia,
): Promise<void> {
  const { organization_id: organizationId } = media
  const recorded = await options.database.transaction({ organizationId }, async (sql) => {
    const events = await writeEnd(sql, media, after)
    await recordEvents(sql, organizationId, options.subscriptions, events)
    return events.length > 0
  })
  if (!recorded) return
  options.onRecorded()
  if (media.origin !== null) options.onReleased()
}

async function writeEnd(sql: Sql, media: Media, after: AfterMedia): Promise<NewEvent[]> {
  switch (after.next) {
    case 'again':
      return waitAgain(sql, media, after)
    case 'lost': {
      const message = await end(sql, media, `state = 'lost', store_key = null, due_at = now(), last_error = $4`, [
        JSON.stringify(after.failure),
      ])
      if (!message) return []
      const { failure } = after
      const lost = { type: 'attachment.lost', data: { ...message, failure }, lane: message.leadId } as const
      if (media.origin === null) return [lost]
      return [lost, ...(await failSends(sql, media.organization_id, message.messageId, failure))]
    }
    case 'stored': {
      const message = await end(sql, media, storedColumns, valuesOf(after.file))
      if (!message) {
        await leaveToTheSweeper(sql, media)
        return []
      }
      const stored = { type: 'attachment.stored', data: message, lane: message.leadId } as const
      if (media.origin === null || (await waitsForMore(sql, media, message.messageId))) return [stored]
      return [stored, ...(await releaseSends(sql, media.organization_id, [message.messageId]))]
    }
  }
}

const storedColumns = `state = 'stored', stored_at = now(), last_error = null, stored_mime = $4, size = $5, sha256 = $6,
  width = $7, height = $8, mime = coalesce(a.mime, $9), file_name = coalesce(a.file_name, $10)`

const valuesOf = ({ facts, size, sha256, mime, fileName }: KeptFile) => [
  facts.mime,
  size,
  sha256,
  facts.imageSize?.width ?? null,
  facts.imageSize?.height ?? null,
  mime ?? null,
  fileName ?? null,
]

/** Ends the wait of a file, under its lease. Undefined: it was not ours to end any more. */
async function end(sql: Sql, { organization_id, id, lease_token }: Media, columns: string, values: unknown[]) {
  // Of two files of one message that end at once, the second must see that the first has: so the message is locked first.
  const [row] = await sql.query<{ messageId: string; leadId: string }>(
    `with locked as (
       select m.id, m.lead_id from message m where m.organization_id = $1 and m.id =
         (select message_id from attachment where organization_id = $1 and id = $2) for update
     )
     update attachment a set ${columns}, lease_token = null, lease_until = null, trying_since = null
     from locked where a.organization_id = $1 and a.id = $2 and a.message_id = locked.id and a.state = 'waiting'
       and a.lease_token = $3
     returning locked.id as "messageId", locked.lead_id as "leadId"`,
    [organization_id, id, lease_token, ...values],
  )
  return row && { ...row, attachmentId: id }
}

async function waitsForMore(sql: Sql, { organization_id }: Media, messageId: string): Promise<boolean> {
  const open = await sql.query(
    `select 1 from attachment where organization_id = $1 and message_id = $2 and state <> 'stored' limit 1`,
    [organization_id, messageId],
  )
  return open.length > 0
}

async function waitAgain(
  sql: Sql,
  media: Media,
  { afterMs, failure, stopChannel: stops }: Extract<AfterMedia, { next: 'again' }>,
): Promise<NewEvent[]> {
  const mine = await sql.query(
    `update attachment set lease_token = null, lease_until = null, due_at = now() + make_interval(secs => $4),
       last_error = coalesce($5, last_error), trying_since = case when $6 then null else trying_since end
     where organization_id = $1 and id = $2 and lease_token = $3 and state = 'waiting' returning id`,
    [
      media.organization_id,
      media.id,
      media.lease_token,
      afterMs / 1_000,
      failure ? JSON.stringify(failure) : null,
      stops === true,
    ],
  )
  if (mine.length === 0 || !stops || !failure) return []
  return stopChannel(sql, media.organization_id, media.channel_account_id, failure)
}

/** Bytes were written under the key of a file that was erased meanwhile: they have to go (again). */
async function leaveToTheSweeper(sql: Sql, { organization_id, id }: Media): Promise<void> {
  await sql.query(
    `update attachment set store_key = organization_id || '/' || id, lease_until = null
     where organization_id = $1 and id = $2 and state = 'erased'`,
    [organization_id, id],
  )
}
