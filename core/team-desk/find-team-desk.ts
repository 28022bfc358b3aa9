import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isPerson } from '../policy.ts'
import type { Plane } from './team-desk.ts'

/** Whose group somebody writes in, and as what the organization knows him. */
interface FoundDesk {
  [column: string]: unknown
  organizationId: string
  /** Null: he was never on its team. */
  standing: 'active' | 'removed' | null
  plane: Plane
}

/**
 * Which organization's a group is, asked by a person whose organization is not known yet. Null: nobody's.
 */
export const findTeamDesk = defineQuery({
  input: z.object({ chatId: z.string().max(64) }),
  allowed: isPerson,
  async run({ actor, sql }, { chatId }) {
    if (actor.kind !== 'person') throw new Error('Only persons write in groups.')
    const [desk] = await sql.query<FoundDesk>(
      `select d.organization_id as "organizationId", m.state as standing, d.plane from team_desk d
       left join member m on m.organization_id = d.organization_id and m.telegram_user_id = $2
       where d.chat_id = $1`,
      [chatId, actor.person.telegramUserId],
    )
    return desk ?? null
  },
})
