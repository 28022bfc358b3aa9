import { isDeepStrictEqual } from 'node:util'
import { type Api, GrammyError } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { Words } from '#core/i18n.ts'
import type { Messenger, Post, PostOutcome } from '#core/posts/post.ts'
import type { FindAppLink } from '../mini-app/create-app-links.ts'
import { cutText } from '../text/cut-text.ts'
import { longestText } from '../text/fit-html.ts'
import { plainOfHtml } from '../text/plain-of-html.ts'
import { foldFaces } from './fold-faces.ts'
import { groupKeyboard } from './group-keyboard.ts'
import { inlineKeyboard, isRefusedForApp, withoutApp } from './inline-keyboard.ts'
import { mustBeInTopic, StrayedPost } from './must-be-in-topic.ts'
import { type Face, type PostContent, postContent } from './post-content.ts'
import { isGroupChat } from './post-in.ts'
import { sendAlbum } from './send-album.ts'
import { type OpenFile, placeOf, type Signal, sendFile } from './send-file.ts'
import { showTopic } from './show-topic.ts'
import { needsForum, sortTelegramFailure } from './sort-telegram-failure.ts'
import { takeOut } from './take-out.ts'

/** Core wants every post settled within 15 s, a second try as plain text included. */
const deadlineMs = 14_000
/** Files take as long as the line makes them, and core waits 45 s for them, a second try as a document included. */
const fileDeadlineMs = 44_000

type Written = Extract<PostContent, { html: string }>

export interface MessengerOptions {
  /** Names the account that shows: all its chats share one allowance. */
  name: string
  api: Api
  /** The same bot, with more patience. */
  uploads: Api
  open: OpenFile
  /** For the line that says how much one message shows. */
  words: Words
  /** How the Mini App is opened. */
  appLink: FindAppLink
}

/**
 * The hands that show posts in Telegram. A message whose HTML Telegram does not take is sent once more as plain text,
 * so that a customer's words are never lost to a mistake in ours; one whose button Telegram does not take, without it.
 */
export function createMessenger(options: MessengerOptions): Messenger {
  const { name, api, uploads, open, words, appLink } = options

  async function write(post: Post, content: Written, signal: Signal, plain: boolean) {
    const text = plain ? cutText(plainOfHtml(content.html), longestText) : content.html
    const isGroup = isGroupChat(post.chatId)
    const shared = {
      chat_id: post.chatId,
      text,
      link_preview_options: { is_disabled: true },
      ...(plain ? {} : { parse_mode: 'HTML' as const }),
    }
    if (content.method === 'edit') {
      if (post.target === null) return undefined
      const reply_markup = inlineKeyboard(content.buttons ?? [], appLink, isGroup)
      await api.raw.editMessageText({ ...shared, message_id: post.target, reply_markup }, signal)
      return undefined
    }
    const replyTo = content.replyTo ?? post.replyTo
    const say = (topic: number | null) =>
      api.raw.sendMessage(
        {
          ...shared,
          ...placeOf({ ...post, replyTo, topic }),
          ...(content.silent ? { disable_notification: true } : {}),
          ...markup(content, appLink, isGroup),
        },
        signal,
      )
    const { thread } = content
    // A topic that is none of ours may be gone by now: then its chat is the place.
    const sent =
      post.topic === null && thread !== undefined
        ? await say(thread).catch((error: unknown) => {
            if (sortTelegramFailure(error).outcome !== 'astray') throw error
            return say(null)
          })
        : await say(post.topic)
    await mustBeInTopic(api, post, sent, signal)
    return sent.message_id
  }

  async function show(
    post: Post,
    content: PostContent,
    hurry: AbortSignal | undefined,
  ): Promise<{ externalId?: number; parts?: (number | null)[] }> {
    const within = (ms: number) => {
      const late = AbortSignal.timeout(ms)
      return (hurry ? AbortSignal.any([late, hurry]) : late) as unknown as Signal
    }
    switch (content.method) {
      case 'react': {
        const reaction = [{ type: 'emoji' as const, emoji: content.emoji }]
        const sign = { chat_id: post.chatId, message_id: content.message, reaction }
        await api.raw.setMessageReaction(sign, within(deadlineMs))
        return {}
      }
      case 'menu': {
        const scope = { type: 'chat' as const, chat_id: post.chatId }
        const { commands } = content
        // Without one of his own a chat has the menu of strangers.
        if (commands.length > 0) await api.raw.setMyCommands({ commands, scope }, within(deadlineMs))
        else await api.raw.deleteMyCommands({ scope }, within(deadlineMs))
        return {}
      }
      case 'file':
        return { externalId: await sendFile(uploads, open, post, content, within(fileDeadlineMs)) }
      case 'album': {
        const parts = await sendAlbum(uploads, open, post, content, within(fileDeadlineMs))
        const externalId = parts.find((part) => part !== null)
        return externalId == null ? {} : { externalId, parts }
      }
      case 'topic': {
        const topic = await showTopic(api, post, content, within(deadlineMs))
        return topic === undefined ? {} : { externalId: topic }
      }
      case 'pin': {
        if (post.target === null) return {}
        const pinned = { chat_id: post.chatId, message_id: post.target, disable_notification: true }
        await api.raw.pinChatMessage(pinned, within(deadlineMs))
        return {}
      }
      case 'delete':
        await takeOut(api, post, content, within(deadlineMs))
        return {}
      default: {
        const signal = within(deadlineMs)
        const face = { ...content, ...foldFaces(words, post.together) }
        const externalId = await write(post, face, signal, false).catch((error: unknown) => {
          if (isUnreadableHtml(error)) return write(post, face, signal, true)
          if (isRefusedForApp(error, face)) return write(post, withoutApp(face), signal, false)
          throw error
        })
        return externalId === undefined ? {} : { externalId }
      }
    }
  }

  return {
    name,
    async show(post, hurry) {
      const content = postContent.safeParse(post.content)
      if (!content.success) return { outcome: 'dropped', reason: 'the content is of another version' }
      if (content.data.method === 'edit' && !content.data.again && looksLike(post.shown, content.data)) {
        return { outcome: 'dropped', reason: 'it looks like that already' }
      }
      if (content.data.method === 'edit' && content.data.yields && isOpenPage(post.shown, content.data)) {
        return { outcome: 'dropped', reason: 'a page is open that says the same' }
      }
      try {
        return { outcome: 'shown', ...(await show(post, content.data, hurry)) }
      } catch (error) {
        if (error instanceof DeskError) return { outcome: 'dropped', reason: error.code }
        if (error instanceof StrayedPost) {
          return { outcome: error.isForumless ? 'unreachable' : 'astray', reason: error.message }
        }
        return endOf(content.data, post, sortTelegramFailure(error))
      }
    },
  }
}

/** What a failure means for topics: one that is gone is not made again to be renamed, and no group is a desk without them. */
function endOf(content: PostContent, { target, chatId, topic }: Post, end: PostOutcome): PostOutcome {
  if (!('reason' in end)) return end
  const { method } = content
  const { reason } = end
  const isPrivate = !isGroupChat(chatId)
  if (method === 'edit' && content.onlyIfThere && end.outcome === 'gone')
    return { outcome: 'dropped', reason }
  if (isPrivate && (method === 'topic' || topic !== null) && needsForum(reason))
    return target === null ? { outcome: 'topicless', reason } : { outcome: 'dropped', reason }
  // A pin is an ornament of a private chat, and says nothing of it.
  if (isPrivate && method === 'pin' && end.outcome === 'unreachable') return { outcome: 'dropped', reason }
  if (method !== 'topic') return end
  if (end.outcome === 'astray') return { outcome: 'gone', reason }
  if (end.outcome !== 'refused' || target !== null) return end
  return { outcome: isPrivate ? 'topicless' : 'unreachable', reason }
}

/** Two changes of one lead at once often end in one face: telling Telegram the same again would be refused. */
function looksLike(shown: Post['shown'], { html, buttons = [] }: Face): boolean {
  const face = postContent.safeParse(shown)
  if (!face.success || !('html' in face.data)) return false
  return isDeepStrictEqual([face.data.html, face.data.buttons ?? []], [html, buttons])
}

/**
 * A page has the card's text, but for what is fleeting in it, with or without what its buttons are for below it; `putPosts`
 * says the same of posts that wait.
 */
function isOpenPage(shown: Post['shown'], change: Face): boolean {
  const face = postContent.safeParse(shown)
  if (!face.success || !('page' in face.data) || !face.data.page) return false
  const [open, wanted] = [lasting(face.data), lasting(change)]
  return open === wanted || open.startsWith(`${wanted}\n\n`)
}

const lasting = ({ html, fleeting = [] }: Pick<Face, 'html' | 'fleeting'>): string =>
  fleeting.reduce((rest, line) => rest.replace(line, () => ''), html)

const isUnreadableHtml = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  error.description.includes("can't parse entities")

function markup(
  { ask, buttons = [], chooseGroup }: Extract<PostContent, { method: 'send' }>,
  appLink: FindAppLink,
  isGroup: boolean,
) {
  if (chooseGroup !== undefined) return { reply_markup: groupKeyboard(chooseGroup) }
  if (ask !== undefined) {
    const placeholder = ask ? { input_field_placeholder: ask } : {}
    // In a group only whoever is named in the question or is answered by it has his answer field opened.
    const whose = isGroup ? { selective: true } : {}
    return { reply_markup: { force_reply: true as const, ...placeholder, ...whose } }
  }
  const reply_markup = inlineKeyboard(buttons, appLink, isGroup)
  return reply_markup.inline_keyboard.length > 0 ? { reply_markup } : {}
}
