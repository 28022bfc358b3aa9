import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageTeam } from '../policy.ts'

/** What hangs on a member, before he is taken off the team. His name is his own word: escape it. */
export interface Leaving {
  id: string
  name: string
  /** His open leads. */
  leads: number
  reminders: number
  quickReplies: number
}

/**
 * What would have to be handed over if the member left.
 *
 * @throws DeskError member-not-found, also for one who has left
 */
export const readLeaving = defineQuery({
  input: z.object({ memberId: z.uuid() }),
  allowed: canManageTeam,
  async run({ sql, organizationId }, { memberId }): Promise<Leaving> {
    const [leaving] = await sql.query<Leaving & Record<string, unknown>>(
      `select m.id, m.name,
         (select count(*)::int from lead l where l.organization_id = $1 and l.owner_id = m.id and l.closed_at is null) as leads,
         (select count(*)::int from reminder r where r.organization_id = $1 and r.member_id = m.id
            and r.done_at is null and r.cancelled_at is null and r.fired_at is null) as reminders,
         (select count(*)::int from quick_reply q where q.organization_id = $1 and q.owner_id = m.id) as "quickReplies"
       from member m where m.organization_id = $1 and m.id = $2 and m.state = 'active'`,
      [organizationId, memberId],
    )
    if (!leaving) throw new DeskError('not-found', 'member-not-found')
    const { id, name, leads, reminders, quickReplies } = leaving
    return { id, name, leads, reminders, quickReplies }
  },
})
