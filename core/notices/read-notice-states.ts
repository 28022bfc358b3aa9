import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { isSystem } from '../policy.ts'
import { heldUntil, type QuietHours } from '../reminders/quiet-hours.ts'
import { hoursColumns } from '../reminders/read-hours.ts'
import { burstSeconds, type NoticeState } from './decide-notice.ts'
import { choiceColumns, type NoticeChoiceRow, readChoice } from './notice-choice.ts'

type Row = QuietHours & NoticeChoiceRow & { memberId: string; isOff: boolean; now: Date }

/** How the active team stands to news of a lead at a moment. */
export interface NoticeStates {
  members: (Omit<NoticeState, 'hasJustRung'> & { memberId: string })[]
  /** The chats in which something of the lead rang less than `burstSeconds` ago. */
  rung: string[]
}

/** So many of a lead's newest posts are looked at for one that rang. */
const newestPosts = 200

/** How the active team stands to news of a lead now, or to such that is of none. A post that rings is one whose content has `silent: false`. */
export const readNoticeStates = defineQuery({
  input: z.object({ leadId: z.uuid().optional() }),
  allowed: isSystem,
  async run({ sql, organizationId }, { leadId }): Promise<NoticeStates> {
    const rows = await sql.query<Row>(
      kept(`select m.id as "memberId", now() as now, ${hoursColumns}, ${choiceColumns},
         coalesce(p.shift in ('break', 'off'), false) as "isOff"
       from member m join organization o on o.id = m.organization_id
       left join notice_choice n on n.organization_id = m.organization_id and n.member_id = m.id
       left join presence p on p.organization_id = m.organization_id and p.member_id = m.id
       where m.organization_id = $1 and m.state = 'active'`),
      [organizationId],
    )
    const rung = leadId
      ? await sql.query<{ chat: string }>(
          kept(`select distinct chat_id as chat from (select chat_id, content, created_at from staff_post
         where organization_id = $1 and lead_id = $2 order by id desc limit ${newestPosts}) p
       where content->'silent' = 'false'::jsonb and created_at > now() - interval '${burstSeconds} seconds'`),
          [organizationId, leadId],
        )
      : []
    return {
      members: rows.map(({ memberId, isOff, now, from, until, timeZone, ...row }) => ({
        memberId,
        choice: readChoice(row),
        isQuiet: isOff || heldUntil(now, { from, until, timeZone }) > now,
      })),
      rung: rung.map(({ chat }) => chat),
    }
  },
})
