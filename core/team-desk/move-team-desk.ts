import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'

/**
 * The staff's network gave the group another number: all that is known of the group is known of that one. Messages have
 * other numbers there too, so topics and cards are found to be missing when they are next written to, and made again.
 * What came under the new number meanwhile stays.
 */
export const moveTeamDesk = defineCommand({
  input: z.object({ chatId: z.string().max(64), newChatId: z.string().regex(/^-\d{1,20}$/) }),
  allowed: isSystem,
  async run({ sql, organizationId, audit, record, wakes }, { chatId, newChatId }) {
    if (chatId === newChatId) return
    const [moved] = await sql.query(
      `update team_desk set chat_id = $3 where organization_id = $1 and chat_id = $2 returning chat_id`,
      [organizationId, chatId, newChatId],
    )
    if (!moved) return
    await sql.query(
      `insert into staff_chat (organization_id, id, kind, paced_until)
       select organization_id, $3, 'group', paced_until from staff_chat where organization_id = $1 and id = $2
       on conflict do nothing`,
      [organizationId, chatId, newChatId],
    )
    await sql.query(
      `update staff_post p set chat_id = $3 where organization_id = $1 and chat_id = $2
         and not exists (select 1 from staff_post o where o.organization_id = $1 and o.chat_id = $3 and o.key = p.key)`,
      [organizationId, chatId, newChatId],
    )
    wakes('post')
    audit('moveTeamDesk', { chatId, newChatId })
    record({
      type: 'desk.moved',
      data: { chatId: newChatId, previousChatId: chatId },
      lane: organizationId,
    })
  },
})
