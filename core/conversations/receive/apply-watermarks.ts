import type { Watermark } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { findPersonsConversations } from './find-persons-conversations.ts'
import { noteEarlyWatermarks } from './join-watermarks.ts'
import { type Covered, moveCovered } from './move-covered.ts'
import type { Addressed } from './receive-messages.ts'
import { coveredBy } from './watermark.ts'

interface Mark {
  conversationId: string
  deliveredUntil: Date | null
  readUntil: Date | null
}

/**
 * Moves all that was sent to a person up to a moment up to delivered or read. The moment is kept with the conversation:
 * a message whose sending has its answer only later is looked up against it, and one whose answer is being written at
 * this moment is joined by housekeeping. Of a person nobody knows, nothing was sent here.
 */
export async function applyWatermarks(
  sql: Sql,
  organizationId: string,
  watermarks: Addressed<Watermark>[],
): Promise<NewEvent[]> {
  const found = await findPersonsConversations(
    sql,
    organizationId,
    watermarks.map(({ accountId, item }) => ({ accountId, person: item.person })),
  )
  const marks = joinMarks(watermarks.map(({ item }, index) => ({ item, conversationId: found[index] })))
  if (marks.length === 0) return []
  await noteEarlyWatermarks(
    sql,
    organizationId,
    marks.map(({ conversationId }) => conversationId),
  )
  const columns = [
    organizationId,
    marks.map(({ conversationId }) => conversationId),
    marks.map(({ deliveredUntil }) => deliveredUntil),
    marks.map(({ readUntil }) => readUntil),
  ]
  const covered = await sql.query<Covered>(
    `select m.id, m.channel_account_id as account_id, m.external_id, u.state, u.until
     from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as w(id, delivered_until, read_until)
     join conversation c on c.organization_id = $1 and c.id = w.id
     cross join lateral (values ('delivered', w.delivered_until, c.delivered_until),
       ('read', w.read_until, c.read_until)) as u(state, until, before)
     -- A day before the last mark is far enough back for whatever got its id late.
     cross join lateral (select * from message where organization_id = $1 and conversation_id = w.id
       and direction = 'outbound' and sent_at > coalesce(u.before, '-infinity') - interval '1 day'
       and status = any(case u.state when 'read' then array['sent', 'delivered'] else array['sent'] end)) m
     where ${coveredBy('m', 'u.until')} and m.external_id is not null`,
    columns,
  )
  await sql.query(
    `update conversation c set delivered_until = greatest(c.delivered_until, w.delivered_until),
       read_until = greatest(c.read_until, w.read_until)
     from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as w(id, delivered_until, read_until)
     where c.organization_id = $1 and c.id = any($2) and c.id = w.id`,
    columns,
  )
  return moveCovered(sql, organizationId, covered)
}

/** The furthest marks of each conversation, in one order for everybody. */
function joinMarks(watermarks: { item: Watermark; conversationId: string | undefined }[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const { item, conversationId } of watermarks) {
    if (conversationId === undefined) continue
    const mark = marks.get(conversationId) ?? { conversationId, deliveredUntil: null, readUntil: null }
    marks.set(conversationId, mark)
    const part = item.state === 'read' ? 'readUntil' : 'deliveredUntil'
    if (!mark[part] || mark[part] < item.upTo) mark[part] = item.upTo
  }
  return [...marks.values()].toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
}
