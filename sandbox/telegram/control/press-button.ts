import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import { presentMessage } from '../present-message.ts'
import { presentUser } from '../present-user.ts'
import type { Person, StoredChat } from '../world.ts'
import { needMessage, needText } from './find-people.ts'
import type { RouteAnswer } from './route.ts'

/**
 * The person presses a button that is really there (`messageId`, `data`); answers when the bot has, or after some
 * seconds without.
 */
export async function pressButton(
  { world, files, presses, settings, updates }: Ground,
  chat: StoredChat,
  person: Person,
  body: Record<string, unknown>,
): Promise<RouteAnswer> {
  const message = needMessage(chat, body.messageId)
  const data = needText(body, 'data')
  const bot = world.bots.get(message.viaBusinessBot ?? message.fromId)
  if (!bot || !message.buttons?.flat().some((button) => button.callback_data === data)) {
    throw new BadRequest(
      'The message has no button with this data; a forged press goes through /telegram/raw-update.',
    )
  }
  const press = presses.open(bot.id, settings.pressWaitMs)
  updates.push(bot, {
    kind: 'callback_query',
    peer: String(chat.id),
    lane: `callback:${person.id}`,
    value: {
      id: press.id,
      from: presentUser(person),
      message: presentMessage({ world, files, bot }, chat, message),
      chat_instance: String(BigInt(bot.id) * BigInt(chat.id)),
      data,
    },
  })
  const answer = await press.answered
  return { status: 200, body: answer ? { answered: true, ...answer } : { answered: false } }
}
