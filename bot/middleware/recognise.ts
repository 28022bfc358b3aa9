import type { NextFunction } from 'grammy'
import type { Person } from '#core/actor.ts'
import type { BotTools, StaffContext } from '../context.ts'
import { createVoice } from '../voice.ts'

/**
 * Finds out who it is. Only private chats pass, and what is asked while typing, which is of no chat: in groups and
 * channels the bot has nothing to say yet. Who is staff
 * in several organizations works for the one that he joined last, since one private chat can show only one desk.
 */
export const recognise =
  (tools: BotTools) =>
  async (ctx: StaffContext, next: NextFunction): Promise<void> => {
    const { from, chat } = ctx
    if (!from || from.is_bot || (chat?.type !== 'private' && !ctx.inlineQuery)) return
    const person: Person = {
      telegramUserId: from.id,
      name: [from.first_name, from.last_name].filter(Boolean).join(' ').slice(0, 200) || String(from.id),
      ...(from.username ? { username: from.username } : {}),
      ...(from.language_code ? { language: from.language_code } : {}),
    }
    const [member] = await tools.desk.ask(
      { kind: 'person', organizationId: '', person },
      'findMemberships',
      {},
    )
    const voice = createVoice(tools.words, member?.language ?? person.language)
    Object.assign(ctx, { tools, person, member, voice })
    await next()
  }
