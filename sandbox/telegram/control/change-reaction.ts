import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import type { Ground } from '../ground.ts'
import { isAnonymous, isGroup } from '../group.ts'
import { presentChat } from '../present-message.ts'
import { presentUser } from '../present-user.ts'
import { allowedReactions } from '../reactions.ts'
import type { Person, StoredChat } from '../world.ts'
import { needMessage } from './find-people.ts'
import type { RouteAnswer } from './route.ts'

/**
 * The person reacts to a message (`messageId`, `emoji`, '' takes it back); bots of a private chat and administrators
 * get message_reaction, a bot connected to somebody's business does not.
 */
export function changeReaction(
  ground: Ground,
  chat: StoredChat,
  person: Person,
  body: Record<string, unknown>,
): RouteAnswer {
  const { world, updates } = ground
  const message = needMessage(chat, body.messageId)
  const emoji = String(body.emoji ?? '').replaceAll('\ufe0f', '')
  if (emoji !== '' && !allowedReactions.has(emoji)) throw new BadRequest(`Telegram has no reaction ${emoji}.`)
  const before = message.reactions.filter((reaction) => reaction.from === person.id)
  const after = emoji === '' ? [] : [{ from: person.id, emoji }]
  message.reactions = [...message.reactions.filter((reaction) => reaction.from !== person.id), ...after]
  announce(ground, chat, [message])
  const present = (reactions: { emoji: string }[]) =>
    reactions.map((one) => ({ type: 'emoji', emoji: one.emoji }))
  for (const [botId, standing] of Object.entries(chat.bots)) {
    const bot = world.bots.get(Number(botId))
    if (!bot || (isGroup(chat) && standing.status !== 'administrator')) continue
    updates.push(bot, {
      kind: 'message_reaction',
      peer: String(chat.id),
      lane: `reaction:${chat.key}`,
      value: {
        chat: presentChat(world, chat),
        message_id: message.id,
        ...(isAnonymous(chat, person.id)
          ? { actor_chat: presentChat(world, chat) }
          : { user: presentUser(person) }),
        date: Math.floor(Date.now() / 1000),
        old_reaction: present(before),
        new_reaction: present(after),
      },
    })
  }
  return { status: 200, body: { reactions: message.reactions } }
}
