import { privateChat } from './find-in-world.ts'
import type { Ground } from './ground.ts'
import { isGroup, isLiveGroup } from './group.ts'
import { nameOf } from './present-user.ts'
import { showGroup, showPrivateTopics } from './show-group.ts'
import { renderHtml } from './text/render-html.ts'
import { visibleCommands } from './visible-commands.ts'
import type { Person, StoredChat, StoredMessage } from './world.ts'

type Json = Record<string, unknown>

const shownMessages = 500

/** A ChatMessage of the control API. */
export function showMessage({ world, files }: Ground, message: StoredMessage): Json {
  const bot = world.bots.get(message.fromId)
  const person = world.people.get(message.fromId)
  const name = message.asGroup ?? bot?.firstName ?? nameOf(person)
  const content = message.text ?? message.caption
  const file = message.media ? files.byKey(message.media.fileKey) : undefined
  return {
    id: message.id,
    from: { id: message.fromId, name, isBot: bot !== undefined },
    ...(message.topicId === undefined ? {} : { topicId: message.topicId }),
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(content === undefined
      ? {}
      : { html: renderHtml(content, message.entities ?? message.captionEntities ?? []) }),
    ...(message.caption === undefined ? {} : { caption: message.caption }),
    ...(message.media
      ? {
          media: {
            kind: message.media.kind,
            ...(file
              ? { fileName: file.name, mime: file.mime, url: `/playground/api/telegram/files/${file.key}` }
              : {}),
          },
        }
      : {}),
    ...(message.mediaGroupId === undefined ? {} : { mediaGroupId: message.mediaGroupId }),
    ...(message.location ? { location: message.location } : {}),
    ...(message.contact ? { contact: message.contact } : {}),
    ...(message.buttons
      ? {
          buttons: message.buttons.map((row) =>
            row.map((button) => ({
              text: button.text,
              ...(button.callback_data === undefined ? {} : { callbackData: button.callback_data }),
              ...(button.url === undefined ? {} : { url: button.url }),
              ...(button.web_app === undefined ? {} : { webApp: button.web_app.url }),
            })),
          ),
        }
      : {}),
    ...(message.other ? { other: message.other } : {}),
    ...(message.forwardOrigin ? { forwarded: true } : {}),
    ...(message.replyMarkup ? { keyboard: message.replyMarkup } : {}),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.quote ? { quote: message.quote.text } : {}),
    ...(message.viaBusinessBot === undefined
      ? {}
      : { viaBot: world.bots.get(message.viaBusinessBot)?.username ?? '' }),
    ...(message.silent ? { silent: true } : {}),
    ...(message.isFromOffline ? { isFromOffline: true } : {}),
    reactions: message.reactions,
    at: message.at,
    ...(message.editedAt === undefined ? {} : { editedAt: message.editedAt }),
    ...(message.deleted ? { deleted: true } : {}),
    ...(message.service ? { service: message.service.field } : {}),
  }
}

/** A Chat of the control API as one person sees it, without its messages. */
export function showChat({ world }: Ground, chat: StoredChat, person: Person): Json {
  const bots = Object.keys(chat.bots)
    .map((id) => world.bots.get(Number(id)))
    .filter((bot) => bot !== undefined)
  const only = bots[0]
  return {
    id: chat.id,
    type: chat.type,
    title: chat.type === 'private' ? (only?.firstName ?? '') : (chat.title ?? ''),
    bot: only?.username ?? '',
    commands: bots.flatMap((bot) => visibleCommands(bot, chat, person)),
    blocked: chat.blocked,
    started: chat.started,
    pinned: chat.pinned,
    ...(isGroup(chat) ? showGroup(world, chat, person) : showPrivateTopics(world, chat)),
  }
}

/**
 * The chats a person has with bots and in groups: one with every bot that is meant for them, written to or not, and
 * one with each other bot they wrote to.
 */
export function chatsOf({ world }: Ground, person: Person): StoredChat[] {
  const own = [...world.bots.values()]
    .map((bot) => ({ bot, chat: privateChat(world, bot, person) }))
    .filter(({ bot, chat }) => chat.started || bot.forCustomers === person.isCustomer)
    .map(({ chat }) => chat)
  const groups = [...world.chats.values()].filter(
    (chat) => isLiveGroup(chat) && chat.members.includes(person.id),
  )
  return [...own, ...groups]
}

/** A Staff of the control API; each chat with its last 500 messages. */
export function showStaff(ground: Ground, person: Person): Json {
  return {
    ...person,
    chats: chatsOf(ground, person).map((chat) => ({
      ...showChat(ground, chat, person),
      messages: chat.messages.slice(-shownMessages).map((message) => showMessage(ground, message)),
    })),
  }
}
