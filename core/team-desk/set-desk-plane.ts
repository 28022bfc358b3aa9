import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageTeam } from '../policy.ts'
import { planes } from './team-desk.ts'

/**
 * Chooses where leads are worked on from now on; what was shown stays where it is.
 *
 * @throws DeskError desk-none when the organization has no group
 */
export const setDeskPlane = defineCommand({
  input: z.object({ plane: z.enum(planes) }),
  allowed: canManageTeam,
  async run({ actor, sql, organizationId, audit, record }, { plane }) {
    if (actor.kind !== 'member') throw new Error('Only members choose where leads are worked on.')
    const [desk] = await sql.query<{ chatId: string; plane: string }>(
      `select chat_id as "chatId", plane from team_desk where organization_id = $1 for update`,
      [organizationId],
    )
    if (!desk) throw new DeskError('not-found', 'desk-none')
    if (desk.plane === plane) return
    await sql.query(`update team_desk set plane = $2 where organization_id = $1`, [organizationId, plane])
    audit('setDeskPlane', { plane })
    const data = { chatId: desk.chatId, plane, byId: actor.memberId }
    record({ type: 'desk.plane-changed', data, lane: organizationId })
  },
})
