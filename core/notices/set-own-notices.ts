import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { isMember } from '../policy.ts'
import { gatherings, manners, mannersOf, noticeKinds, noticePlaces } from './notice-choice.ts'

/**
 * Changes what the acting member is told of, and how; what is not named stays.
 *
 * @throws DeskError notice-manner-refused: a kind that is always shown
 */
export const setOwnNotices = defineCommand({
  input: z.object({
    manners: z.partialRecord(z.enum(noticeKinds), z.enum(manners)).optional(),
    urgent: z.partialRecord(z.enum(noticeKinds), z.boolean()).optional(),
    gather: z.enum(gatherings).optional(),
    place: z.enum(noticePlaces).optional(),
  }),
  allowed: isMember,
  async run({ actor, sql, organizationId }, { manners: chosen = {}, urgent = {}, gather, place }) {
    if (actor.kind !== 'member') throw new Error('Only members choose what they are told.')
    const refused = noticeKinds.some((kind) => chosen[kind] && !mannersOf[kind].includes(chosen[kind]))
    if (refused) throw new DeskError('invalid', 'notice-manner-refused')
    const [on, off] = [true, false].map((is) => noticeKinds.filter((kind) => urgent[kind] === is))
    await sql.query(
      `insert into notice_choice (organization_id, member_id) values ($1, $2) on conflict do nothing`,
      [organizationId, actor.memberId],
    )
    await sql.query(
      `update notice_choice set manners = manners || $3::jsonb, gather = coalesce($6, gather),
         place = coalesce($7, place),
         urgent = array(select unnest(urgent) union select unnest($4::text[]) except select unnest($5::text[]))
       where organization_id = $1 and member_id = $2`,
      [organizationId, actor.memberId, JSON.stringify(chosen), on, off, gather ?? null, place ?? null],
    )
  },
})
