import type { NextFunction } from 'grammy'
import { type Asker, askerOf } from '#core/actor.ts'
import type { BotTools, MemberContext } from '../context.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import type { Voice } from '../voice.ts'
import type { BotCommand } from './command.ts'
import { menuOf, nameOfMenu } from './menu.ts'

/** Whose menu it is, and which he has; null: none that we know of. */
interface MenuOwner {
  memberId: string
  telegramUserId: number
  menu: string | null
  asker: Asker
}

/**
 * Gives a member's chat the menu of his role in his language, unless it has that one. It is a post like any other: kept,
 * tried until Telegram takes it, and asked for once under the name that `opener` gives it.
 */
export async function giveMenu(
  tools: BotTools,
  commands: readonly BotCommand[],
  organizationId: string,
  { memberId, telegramUserId, menu, asker }: MenuOwner,
  { say }: Voice,
  opener: string,
): Promise<void> {
  const lines = menuOf(commands, say, asker)
  const name = nameOfMenu(lines)
  if (name === menu) return
  const post = privatePost(
    telegramUserId,
    `menu:${opener}`,
    { method: 'menu', commands: lines },
    { urgency: 3, counted: false, mergeKey: 'menu' },
  )
  await showPosts(tools.desk, organizationId, [post])
  await tools.desk.perform(botActor(organizationId), 'rememberMenu', { memberId, menu: name })
}

/** Keeps the menu of whoever writes or presses in step with his role, his language and our version. */
export const keepMenu =
  (commands: readonly BotCommand[]) =>
  async (ctx: MemberContext, next: NextFunction): Promise<void> => {
    await next()
    if (ctx.chat?.type !== 'private') return
    const { tools, member, person, voice, message, update } = ctx
    const owner = {
      memberId: member.memberId,
      telegramUserId: person.telegramUserId,
      asker: askerOf({ ...member, id: member.memberId }),
      // Whoever begins anew may have lost his menu together with the chat.
      menu: /^\/start\b/.test(message?.text ?? '') ? null : member.menu,
    }
    await giveMenu(tools, commands, member.organizationId, owner, voice, String(update.update_id))
  }
