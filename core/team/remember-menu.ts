import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'

/** Remembers which menu of commands a member's chat has been given, so that it is given anew only when it is another. */
export const rememberMenu = defineCommand({
  input: z.object({ memberId: z.uuid(), menu: z.string().max(64) }),
  allowed: isSystem,
  async run({ sql, organizationId }, { memberId, menu }) {
    await sql.query(
      `update member set menu = $3 where organization_id = $1 and id = $2 and menu is distinct from $3`,
      [organizationId, memberId, menu],
    )
  },
})
