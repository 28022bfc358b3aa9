import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { pushMembership } from '../membership-update.ts'
import { presentChat, presentMessage } from '../present-message.ts'
import { presentUser } from '../present-user.ts'
import { allowedReactions } from '../reactions.ts'
import { showChat } from '../show-staff.ts'
import { needChatOf, needMessage, needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

/**
 * POST …/callback: the person presses a button that is really there; answers when the bot has, or after
 * some seconds without.
 */
const postCallback: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/callback$/,
  async run({ ground, parts: [userId, chatId = ''], body }) {
    const { world, files, presses, settings, updates } = ground
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const message = needMessage(chat, body.messageId)
    const data = needText(body, 'data')
    const bot = world.bots.get(message.fromId)
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
  },
}

/**
 * POST …/reactions: sets a person's one reaction; an empty emoji takes it back. Groups tell only bots that
 * are administrators.
 */
const postReaction: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/reactions$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const { world, updates } = ground
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const message = needMessage(chat, body.messageId)
    const emoji = String(body.emoji ?? '').replaceAll('\ufe0f', '')
    if (emoji !== '' && !allowedReactions.has(emoji))
      throw new BadRequest(`Telegram has no reaction ${emoji}.`)
    const before = message.reactions.filter((reaction) => reaction.from === person.id)
    const after = emoji === '' ? [] : [{ from: person.id, emoji }]
    message.reactions = [...message.reactions.filter((reaction) => reaction.from !== person.id), ...after]
    announce(ground, chat, [message])
    const present = (reactions: { emoji: string }[]) =>
      reactions.map((one) => ({ type: 'emoji', emoji: one.emoji }))
    for (const [botId, standing] of Object.entries(chat.bots)) {
      const bot = world.bots.get(Number(botId))
      if (!bot || (chat.type === 'supergroup' && standing.status !== 'administrator')) continue
      updates.push(bot, {
        kind: 'message_reaction',
        peer: String(chat.id),
        lane: `reaction:${chat.key}`,
        value: {
          chat: presentChat(world, chat),
          message_id: message.id,
          user: presentUser(person),
          date: Math.floor(Date.now() / 1000),
          old_reaction: present(before),
          new_reaction: present(after),
        },
      })
    }
    return { status: 200, body: { reactions: message.reactions } }
  },
}

/** PATCH …/chats/:chat: blocks or unblocks the bot of a private chat; the bot gets my_chat_member. */
const patchChat: Route = {
  method: 'PATCH',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    if (typeof body.blocked !== 'boolean') throw new BadRequest('"blocked" must be true or false.')
    if (chat.type !== 'private') throw new BadRequest('Only the bot of a private chat can be blocked.')
    const bot = ground.world.bots.get(Number(Object.keys(chat.bots)[0]))
    if (bot && chat.blocked !== body.blocked) {
      chat.blocked = body.blocked
      const member = { status: 'member' as const, rights: {} }
      const kicked = { status: 'kicked' as const, rights: {} }
      const [before, after] = chat.blocked ? [member, kicked] : [kicked, member]
      pushMembership(ground, bot, chat, person.id, before, after)
      announce(ground, chat)
    }
    return { status: 200, body: showChat(ground, chat, person) }
  },
}

export const interactionRoutes: Route[] = [postCallback, postReaction, patchChat]
