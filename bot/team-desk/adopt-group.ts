import type { Api } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'
import { checkGroup } from './check-group.ts'

/**
 * Makes the group that the operator named the desk of an organization that has none. What is missing is told to the
 * operator; once it is there, the next start or an owner's /desk takes the group.
 *
 * @throws what Telegram answers when it is in trouble
 */
export async function adoptGroup(
  { desk, log }: Pick<BotTools, 'desk' | 'log'>,
  api: Api,
  botId: number,
  organizationId: string,
  chatId: number,
): Promise<void> {
  const actor = botActor(organizationId)
  if (await desk.ask(actor, 'readTeamDesk', {})) return
  const checked = await checkGroup(api, chatId, botId)
  if ('lack' in checked) {
    log.warn(
      { lack: checked.lack },
      'DESK_CHAT_ID: the group lacks something that a desk needs; /desk says more',
    )
    return
  }
  try {
    await desk.perform(actor, 'connectTeamDesk', { chatId: String(chatId), title: checked.title })
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    log.warn({ reason: error.code }, 'DESK_CHAT_ID: the group cannot be the desk')
  }
}
