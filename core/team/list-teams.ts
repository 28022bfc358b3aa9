import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'

/** The teams of the organization by name, with how many are in each. Names are people's own words: escape them. */
export const listTeams = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId }) {
    return sql.query<{ id: string; name: string; members: number }>(
      `select t.id, t.name, (select count(*)::int from member m where m.organization_id = $1 and m.team_id = t.id
         and m.state = 'active') as members
       from team t where t.organization_id = $1 order by lower(t.name), t.id`,
      [organizationId],
    )
  },
})
