import { z } from 'zod'
import type { NetworkFailure } from '../channels/inbound-item.ts'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { canReadLeads } from '../policy.ts'
import { mustSeeLead } from './must-see-lead.ts'
import type { HistoryLine } from './read-history.ts'

/** One line of all that was said, noted and done on a lead. */
export interface TimelineLine extends HistoryLine {
  id: string
  /** Why the network did not take it. */
  failure: NetworkFailure | null
  editedAt: Date | null
  revokedAt: Date | null
  erasedAt: Date | null
  /** Where a message was written: here, in the network's own app, or in old chats that were imported. */
  source: 'desk' | 'phone' | 'history' | null
  /** The message that it answers, where it is known here. */
  answered: { kind: string; body: string | null; direction: 'inbound' | 'outbound' } | null
  files: TimelineFile[]
}

export interface TimelineFile {
  id: string
  kind: string
  mime: string | null
  fileName: string | null
  /** In bytes. */
  size: number | null
  width: number | null
  height: number | null
  state: 'waiting' | 'stored' | 'lost' | 'erased'
}

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
/** Before which line a page ends: when it was, to the microsecond, and its id. */
export type TimelinePlace = z.output<typeof place>

type Row = TimelineLine & { place: string; [column: string]: unknown }

/**
 * A page of what was said, noted and done on a lead and on those folded into it, in order of time: its newest `limit`
 * lines, or the newest before a place.
 *
 * @returns `earlier`: before which line the page before this one ends, null where nothing is before it
 * @throws DeskError lead-not-found
 */
export const listTimeline = defineQuery({
  input: z.object({
    leadId: z.uuid(),
    limit: z.number().int().min(1).max(100).default(50),
    before: place.exactOptional(),
  }),
  allowed: canReadLeads,
  async run(work, { leadId, limit, before }) {
    const { sql, organizationId } = work
    const { contactId } = await mustSeeLead(work, leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    const values: unknown[] = [organizationId, leadId, limit + 1]
    if (before) values.push(before.at, before.id)
    // Each part gives no more than a page: a conversation of years is not sorted for its last words.
    const newest = (at: string) =>
      `${before ? `and (${at}, id) < ($4::timestamptz, $5::uuid)` : ''} order by ${at} desc, id desc limit $3`
    const rows = await sql.query<Row>(
      `select h.type, h.id, h.at, h.kind, h.body, h.data, h.direction, h.status, h.failure, h.source, m.name as by,
         h.edited_at as "editedAt", h.revoked_at as "revokedAt", h.erased_at as "erasedAt",
         to_char(h.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
         coalesce(f.files, '[]') as files, q.answered
       from (
         (select 'message' as type, id, sent_at as at, kind, body, data, direction, status, failure, source, author_id,
            edited_at, revoked_at, erased_at, channel_account_id, reply_to_external_id
          from message where organization_id = $1 and lead_id = $2 and twin_of is null ${newest('sent_at')})
         union all
         (select 'note', id, created_at, 'note', body, '{}', null, null, null, null, author_id, null, null, null, null, null
          from note where organization_id = $1 and lead_id = $2 ${newest('created_at')})
         union all
         (select 'activity', id, created_at, kind, null, data, null, null, null, null, actor_id, null, null, null, null, null
          from activity where organization_id = $1 and kind <> 'note.added' and lead_id in (select id from lead
            where organization_id = $1 and (id = $2 or merged_into = $2)) ${newest('created_at')})
         order by at desc, id desc limit $3) h
       left join member m on m.organization_id = $1 and m.id = h.author_id
       left join lateral (select json_agg(json_build_object('id', a.id, 'kind', a.kind,
           'mime', coalesce(a.stored_mime, a.mime), 'fileName', a.file_name, 'size', a.size, 'width', a.width,
           'height', a.height, 'state', a.state) order by a.id) as files
         from attachment a where a.organization_id = $1 and a.message_id = h.id) f on h.type = 'message'
       left join lateral (select json_build_object('kind', r.kind, 'body', r.body, 'direction', r.direction) as answered
         from message r where r.organization_id = $1 and r.channel_account_id = h.channel_account_id
           and r.external_id = h.reply_to_external_id limit 1) q on h.reply_to_external_id is not null
       order by h.at desc, h.id desc`,
      values,
    )
    const shown = rows.slice(0, limit)
    const first = rows.length > limit ? shown.at(-1) : undefined
    const lines = shown.toReversed().map(
      ({ place: _place, ...line }): TimelineLine => ({
        ...line,
        body: mask(line.body),
        data: mask(line.data),
        answered: mask(line.answered),
        files: mask(line.files),
      }),
    )
    const earlier: TimelinePlace | null = first ? { at: first.place, id: first.id } : null
    return { lines, earlier }
  },
})
