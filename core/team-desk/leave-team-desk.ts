import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canManageTeam } from '../policy.ts'
import { releaseGroup } from './release-group.ts'

/** The team works in private chats again; what waits for the group is told there. Its topics stay in the group as they are. */
export const leaveTeamDesk = defineCommand({
  input: z.object({}),
  allowed: canManageTeam,
  async run({ sql, organizationId, audit, record }) {
    const [left] = await sql.query<{ chatId: string; version: number }>(
      `delete from team_desk where organization_id = $1 returning chat_id as "chatId", version`,
      [organizationId],
    )
    if (!left) return
    await releaseGroup(sql, organizationId, left.chatId)
    audit('leaveTeamDesk', { chatId: left.chatId })
    record({ type: 'desk.left', data: { chatId: left.chatId }, lane: organizationId })
  },
})
