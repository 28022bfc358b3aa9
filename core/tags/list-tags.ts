import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'

/** The tags that stand on leads, the most used first. Their names are people's own words: escape them. */
export const listTags = defineQuery({
  input: z.object({ limit: z.number().int().min(1).max(1_000).default(50) }),
  allowed: canReadLeads,
  async run({ sql, organizationId }, { limit }) {
    return sql.query<{ id: string; name: string; key: string; uses: number }>(
      `select t.id, t.name, t.key, u.uses from tag t
       join (select tag_id, count(*)::int as uses from lead_tag where organization_id = $1 group by tag_id) u
         on u.tag_id = t.id
       where t.organization_id = $1 order by u.uses desc, t.key limit $2`,
      [organizationId, limit],
    )
  },
})
