import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { usualTimes } from '../digests/digest.ts'
import { isSystem } from '../policy.ts'
import type { QuietHours } from '../reminders/quiet-hours.ts'
import { hoursColumns } from '../reminders/read-hours.ts'
import { decideGathering } from './decide-gathering.ts'
import { type Gathering, noticeKinds, usualChoice } from './notice-choice.ts'

/** Rows of what was told, or left out, go after so many days. */
export const keptDays = 7

type Row = QuietHours & { memberId: string; gather: Gathering | null; at: string | null; now: Date } & Record<
    string,
    unknown
  >

/** Keeps news of a lead for members who are not told of it now: to be put together, or only to be counted. */
export const keepNotices = defineCommand({
  input: z.object({
    eventId: z.string().max(200),
    leadId: z.uuid(),
    members: z
      .array(z.object({ memberId: z.uuid(), kind: z.enum(noticeKinds), leftOut: z.boolean() }))
      .max(1000),
  }),
  allowed: isSystem,
  async run({ sql, organizationId }, { eventId, leadId, members }) {
    const rows = await sql.query<Row>(
      `select m.id as "memberId", now() as now, n.gather, d.at::text, ${hoursColumns}
       from member m join organization o on o.id = m.organization_id
       left join notice_choice n on n.organization_id = $1 and n.member_id = m.id
       left join digest d on d.organization_id = $1 and d.member_id = m.id and d.kind = 'morning'
       where m.organization_id = $1 and m.state = 'active' and m.id = any($2::uuid[])`,
      [organizationId, members.map(({ memberId }) => memberId)],
    )
    const kept = members.flatMap(({ memberId, kind, leftOut }) => {
      const row = rows.find((one) => one.memberId === memberId)
      if (!row) return []
      const { gather, at, now, ...hours } = row
      const due = leftOut
        ? new Date(now.getTime() + keptDays * 86_400_000)
        : decideGathering(gather ?? usualChoice.gather, at ?? usualTimes.morning, hours, now)
      return [{ memberId, kind, leftOut, due: due.toISOString() }]
    })
    await sql.query(
      `insert into kept_notice (organization_id, event_id, lead_id, member_id, kind, left_out, due_at)
       select $1, $2, $3, k.* from unnest($4::uuid[], $5::text[], $6::boolean[], $7::timestamptz[]) as k
       on conflict do nothing`,
      [
        organizationId,
        eventId,
        leadId,
        kept.map(({ memberId }) => memberId),
        kept.map(({ kind }) => kind),
        kept.map(({ leftOut }) => leftOut),
        kept.map(({ due }) => due),
      ],
    )
  },
})
