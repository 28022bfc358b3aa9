import { type Api, GrammyError } from 'grammy'
import type { ChatMember } from 'grammy/types'
import type { breakReasons } from '#core/team-desk/team-desk.ts'
import { deskRights } from '../posts/group-keyboard.ts'

/** What keeps a group from being a desk. */
export type GroupLack = (typeof breakReasons)[number] | 'not-admin'

/** What the bot lacks in a group, by what it is there. */
export function lackOf(bot: ChatMember): GroupLack | undefined {
  if (bot.status === 'left' || bot.status === 'kicked') return 'removed'
  if (bot.status !== 'administrator') return 'no-rights'
  const rights = Object.keys(deskRights) as (keyof typeof deskRights)[]
  return rights.every((right) => bot[right] === true) ? undefined : 'no-rights'
}

/**
 * Asks Telegram whether a group is a forum in which the bot may do what it has to, and whether the person leads it: nobody
 * else's group becomes a desk. Without a person the operator of the desk has named it.
 *
 * @returns the group's name, or what is missing
 * @throws what Telegram answers when it is in trouble
 */
export async function checkGroup(
  api: Api,
  chatId: number,
  botId: number,
  personId?: number,
): Promise<{ title: string } | { lack: GroupLack }> {
  try {
    const chat = await api.getChat(chatId)
    if (chat.type !== 'supergroup' || !chat.is_forum) return { lack: 'no-forum' }
    const lack = lackOf(await api.getChatMember(chatId, botId))
    if (lack) return { lack }
    if (personId === undefined) return { title: chat.title }
    const { status } = await api.getChatMember(chatId, personId)
    return status === 'creator' || status === 'administrator' ? { title: chat.title } : { lack: 'not-admin' }
  } catch (error) {
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 403)) throw error
    return { lack: 'removed' }
  }
}
