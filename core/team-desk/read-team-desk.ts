import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { canReadLeads } from '../policy.ts'
import { deskColumns, type TeamDesk } from './team-desk.ts'

/** The organization's group; null: it has none, and the team works in private chats. */
export const readTeamDesk = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId }) {
    const [desk] = await sql.query<TeamDesk>(
      kept(`select ${deskColumns} from team_desk d join organization o on o.id = d.organization_id
       where d.organization_id = $1`),
      [organizationId],
    )
    return desk ?? null
  },
})
