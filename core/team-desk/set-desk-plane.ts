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
  async run({ sql, organizationId, audit }, { plane }) {
    const [desk] = await sql.query<{ plane: string }>(
      `select plane from team_desk where organization_id = $1 for update`,
      [organizationId],
    )
    if (!desk) throw new DeskError('not-found', 'desk-none')
    if (desk.plane === plane) return
    await sql.query(`update team_desk set plane = $2 where organization_id = $1`, [organizationId, plane])
    audit('setDeskPlane', { plane })
  },
})
