import type { Sql } from '../database/sql.ts'

/** What the conversation with a person is like. */
export interface Look {
  [column: string]: unknown
  /** Another word for every other conversation. */
  seen: string
  messages: number
}

/**
 * SQL: what a draft must have been written with in mind, of `m` (message) and `l` (lead). In all leads of the person: what he
 * writes after the end of one belongs to the next. Not what came with old chats, and not our own reactions, which say
 * nothing that an answer could miss.
 */
export const isSaid = `m.twin_of is null and m.source <> 'history'
  and not (m.direction = 'outbound' and m.kind = 'reaction')`

/**
 * Looks at the conversation with a person: the newest message each way, how many there are, and when one was last changed
 * or taken back.
 */
export async function readLook(sql: Sql, organizationId: string, contactId: string): Promise<Look> {
  const [look] = await sql.query<Look>(
    `select count(*)::int as messages, left(md5(concat_ws('/', count(*),
         coalesce(max(m.id::text) filter (where m.direction = 'inbound'), '-'),
         coalesce(max(m.id::text) filter (where m.direction = 'outbound'), '-'),
         extract(epoch from max(greatest(m.edited_at, m.revoked_at, m.erased_at))))), 12) as seen
     from lead l join message m on m.organization_id = $1 and m.lead_id = l.id and ${isSaid}
     where l.organization_id = $1 and l.contact_id = $2`,
    [organizationId, contactId],
  )
  if (!look) throw new Error('Looking at a conversation found no row.')
  return look
}
