import { GrammyError, HttpError } from 'grammy'
import { canManageTeam } from '#core/policy.ts'
import type { MemberContext } from '../context.ts'
import type { Voice } from '../voice.ts'
import type { BotCommand } from './command.ts'

/**
 * Shows an owner or admin the commands that only they have, in the menu of their own chat: everybody's menu does not list
 * them. Done directly and at best, since a menu that is missing something loses nothing: /help names all.
 */
export async function showMenu(
  ctx: MemberContext,
  commands: readonly BotCommand[],
  { say }: Voice = ctx.voice,
): Promise<void> {
  if (!canManageTeam({ kind: 'member', ...ctx.member })) return
  const menu = commands.map(({ name, describedBy }) => ({ command: name, description: say(describedBy) }))
  try {
    await ctx.api.setMyCommands(menu, { scope: { type: 'chat', chat_id: ctx.person.telegramUserId } })
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    ctx.tools.log.info({ update: ctx.update.update_id, reason: error.message }, 'a menu was not shown')
  }
}
