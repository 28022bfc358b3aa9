import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'
import { joinOwnRole, type RoleRow, rightsOf, roleColumns } from './rights.ts'

interface Row extends RoleRow, Record<string, unknown> {
  telegramUserId: number
  language: string | null
  menu: string | null
  isActive: boolean
}

/**
 * What the menu of commands in a member's chat depends on, also of one who has left: his chat, his language (else the
 * organization's), what his role gives, and which menu the chat was given last (`rememberMenu`). Null: nobody of that id.
 */
export const readMenu = defineQuery({
  input: z.object({ memberId: z.uuid() }),
  allowed: isSystem,
  async run({ sql, organizationId }, { memberId }) {
    const [row] = await sql.query<Row>(
      `select m.telegram_user_id::float8 as "telegramUserId", coalesce(m.language, o.language) as language, m.menu,
         m.state = 'active' as "isActive", ${roleColumns}
       from member m join organization o on o.id = m.organization_id ${joinOwnRole}
       where m.organization_id = $1 and m.id = $2`,
      [organizationId, memberId],
    )
    if (!row) return null
    const { telegramUserId, language, menu, isActive, role, ownRole } = row
    return {
      telegramUserId,
      language,
      menu,
      isActive,
      role,
      permissions: rightsOf({ role, ownRole }).permissions,
    }
  },
})
