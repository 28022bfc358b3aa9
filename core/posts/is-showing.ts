import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isMember } from '../policy.ts'

/**
 * Whether something is being shown in a chat at this moment. The network shows it to people before it tells us its number,
 * so that whoever is quick may answer below what is not known here yet.
 */
export const isShowing = defineQuery({
  input: z.object({ chatId: z.string().max(64) }),
  allowed: isMember,
  async run({ sql, organizationId }, { chatId }): Promise<boolean> {
    const [row] = await sql.query<{ showing: boolean }>(
      `select exists (select from staff_post where organization_id = $1 and chat_id = $2 and state = 'pending'
         and lease_until > now()) as showing`,
      [organizationId, chatId],
    )
    return row?.showing ?? false
  },
})
