import { stopChannel } from '../channels/stop-channel.ts'
import { failSends } from '../conversations/fail-sends.ts'
import { leaveAlbum } from '../conversations/leave-album.ts'
import { lockLanesOf } from '../conversations/lock-lane.ts'
import { releaseSends } from '../conversations/release-sends.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { wakeLater } from '../loops/wake-later.ts'
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
  const { events, waitMs } = await options.database.transaction({ organizationId }, async (sql) => {
    const ended = await writeEnd(sql, media, after)
    await recordEvents(sql, organizationId, options.subscriptions, ended.events)
    return ended
  })
  if (events.length === 0) return
  options.onRecorded()
  if (media.origin === null) return
  if (waitMs > 0) wakeLater(options.onReleased, waitMs)
  else options.onReleased()
}

/** After so many attempts in vain, some seconds apart, the other parts of its album do not wait for a file any more. */
const patientAttempts = 2

interface Ended {
  events: NewEvent[]
  /** In how many milliseconds what was released may be sent. */
  waitMs: number
}

const told = (events: NewEvent[]): Ended => ({ events, waitMs: 0 })

async function writeEnd(sql: Sql, media: Media, after: AfterMedia): Promise<Ended> {
  switch (after.next) {
    case 'again': {
      const isLate = media.origin !== null && media.attempts >= patientAttempts
      if (isLate) await lockLane(sql, media)
      const events = await waitAgain(sql, media, after)
      if (isLate) await leaveAlbum(sql, media.organization_id, media.message_id)
      return told(events)
    }
    case 'lost': {
      await lockLane(sql, media)
      const { failure } = after
      const columns = `state = 'lost', due_at = now(), last_error = $4`
      const ended = await end(sql, media, columns, [JSON.stringify(failure)])
      if (!ended) return told([])
      const lost = { type: 'attachment.lost', data: { ...ended, failure }, lane: ended.leadId } as const
      if (media.origin === null) return told([lost])
      return told([lost, ...(await failSends(sql, media.organization_id, [media.message_id], failure))])
    }
    case 'stored': {
      await lockLane(sql, media)
      const ended = await end(sql, media, storedColumns, valuesOf(after.file))
      if (!ended) {
        await leaveToTheSweeper(sql, media)
        return told([])
      }
      const event: NewEvent = { type: 'attachment.stored', data: ended, lane: ended.leadId }
      if (media.origin === null) return told([event])
      return {
        events: [event],
        waitMs: await releaseSends(sql, media.organization_id, [media.message_id]),
      }
    }
  }
}

/**
 * Taken before anything else, as by everybody who changes the queue of a conversation; and of two files of one message
 * that end at once, the second sees that the first is there.
 */
async function lockLane(sql: Sql, media: Media): Promise<void> {
  if (media.origin !== null) await lockLanesOf(sql, media.organization_id, [media.message_id])
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
async function end(sql: Sql, media: Media, columns: string, values: unknown[]) {
  const { organization_id, id, lease_token, message_id: messageId } = media
  const [row] = await sql.query<{ leadId: string }>(
    `update attachment a set ${columns}, lease_token = null, lease_until = null, trying_since = null
     from message m where a.organization_id = $1 and a.id = $2 and a.lease_token = $3 and a.state = 'waiting'
       and m.organization_id = $1 and m.id = a.message_id
     returning m.lead_id as "leadId"`,
    [organization_id, id, lease_token, ...values],
  )
  return row && { leadId: row.leadId, messageId, attachmentId: id }
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
  return stopChannel(sql, media.organization_id, media.channel_account_id, failure, media.now)
}

/** Bytes were written under the key of a file that was erased meanwhile: they have to go (again). */
async function leaveToTheSweeper(sql: Sql, { organization_id, id }: Media): Promise<void> {
  await sql.query(
    `update attachment set store_key = organization_id || '/' || id, lease_until = null
     where organization_id = $1 and id = $2 and state = 'erased'`,
    [organization_id, id],
  )
}
