import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageTeam, isSystem } from '../policy.ts'
import { releaseGroup } from './release-group.ts'

/**
 * Makes a group the organization's, in the place of the one that it had. Said again of the same group, it is mended where
 * it was broken, and keeps how the team works with it. Where nobody in particular does it, it is the
 * owner's doing. The caller has looked that the group is a forum in which the desk
 * may do what it has to.
 *
 * @throws DeskError desk-of-another: a group belongs to one organization
 */
export const connectTeamDesk = defineCommand({
  input: z.object({ chatId: z.string().regex(/^-\d{1,20}$/), title: z.string().trim().min(1).max(255) }),
  allowed: (actor) => isSystem(actor) || canManageTeam(actor),
  async run({ actor, sql, organizationId, audit, record, wakes }, { chatId, title }) {
    const [known] = await sql.query<{ chatId: string; state: string; version: number }>(
      `select chat_id as "chatId", state, version from team_desk where organization_id = $1 for update`,
      [organizationId],
    )
    const [kept] = await sql
      .query<{ version: number }>(
        `insert into team_desk as d (organization_id, chat_id, title, connected_by)
       select $1, $2, $3, coalesce($4, (select id from member where organization_id = $1 and role = 'owner'
         order by created_at limit 1))
       on conflict (organization_id) do update set chat_id = excluded.chat_id, title = excluded.title, state = 'active',
         reason = null, version = d.version + case when d.state = 'broken' or d.chat_id <> excluded.chat_id then 1 else 0 end
       returning version`,
        [organizationId, chatId, title, memberIdOf(actor)],
      )
      .catch((error: unknown) => {
        // Another organization's row is not to be seen here; its unique number is.
        if ((error as { code?: string }).code === '23505') throw new DeskError('conflict', 'desk-of-another')
        throw error
      })
    if (!kept) throw new Error('The group was not kept.')
    await sql.query(
      `insert into staff_chat (organization_id, id, kind) values ($1, $2, 'group')
       on conflict (organization_id, id) do update set blocked_until = '-infinity'`,
      [organizationId, chatId],
    )
    wakes('post')
    if (known?.chatId === chatId && known.state === 'active') return
    audit('connectTeamDesk', { chatId })
    if (known && known.chatId !== chatId) await releaseGroup(sql, organizationId, known.chatId)
    record({
      type: known?.chatId === chatId ? 'desk.mended' : 'desk.connected',
      data: {
        chatId,
        previousChatId: known && known.chatId !== chatId ? known.chatId : null,
        version: kept.version,
        byId: memberIdOf(actor),
      },
      lane: organizationId,
    })
  },
})
