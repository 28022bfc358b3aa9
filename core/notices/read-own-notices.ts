import { z } from 'zod'
import { defineQuery } from '../command.ts'
import type { Sql } from '../database/sql.ts'
import { isMember } from '../policy.ts'
import { choiceColumns, type NoticeChoice, type NoticeChoiceRow, readChoice } from './notice-choice.ts'

/** What the acting member has chosen to be told of, and how. */
export const readOwnNotices = defineQuery({
  input: z.object({}),
  allowed: isMember,
  async run({ actor, sql, organizationId }): Promise<NoticeChoice> {
    if (actor.kind !== 'member') throw new Error('Only members choose what they are told.')
    return findChoice(sql, organizationId, actor.memberId)
  },
})

/** A member's choice, or the usual one. */
async function findChoice(sql: Sql, organizationId: string, memberId: string): Promise<NoticeChoice> {
  const [row] = await sql.query<NoticeChoiceRow>(
    `select ${choiceColumns} from notice_choice n where n.organization_id = $1 and n.member_id = $2`,
    [organizationId, memberId],
  )
  return readChoice(row ?? { manners: null, urgent: null, gather: null, place: null })
}
