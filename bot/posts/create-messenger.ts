import { isDeepStrictEqual } from 'node:util'
import { type Api, GrammyError } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { Messenger, Post } from '#core/posts/post.ts'
import { cutText } from '../text/cut-text.ts'
import { longestText } from '../text/fit-html.ts'
import { plainOfHtml } from '../text/plain-of-html.ts'
import { type Button, type Face, type PostContent, postContent } from './post-content.ts'
import { type OpenFile, sendFile } from './send-file.ts'
import { sortTelegramFailure } from './sort-telegram-failure.ts'

/** Core wants every post settled within 15 s, a second try as plain text included. */
const deadlineMs = 14_000
/** Files take as long as the line makes them; still within the minute for which a post is this process's own. */
const fileDeadlineMs = 45_000

/** grammY's own type of Node's signal. */
type Signal = NonNullable<Parameters<Api['raw']['getMe']>[0]>
type Written = Extract<PostContent, { html: string }>

export interface MessengerOptions {
  /** Names the account that shows: all its chats share one allowance. */
  name: string
  api: Api
  /** The same bot, with more patience. */
  uploads: Api
  open: OpenFile
}

/**
 * The hands that show posts in Telegram. A message whose HTML Telegram does not take is sent once more as plain text,
 * so that a customer's words are never lost to a mistake in ours.
 */
export function createMessenger({ name, api, uploads, open }: MessengerOptions): Messenger {
  async function write(post: Post, content: Written, signal: Signal, plain: boolean) {
    const text = plain ? cutText(plainOfHtml(content.html), longestText) : content.html
    const shared = {
      chat_id: post.chatId,
      text,
      link_preview_options: { is_disabled: true },
      ...(plain ? {} : { parse_mode: 'HTML' as const }),
    }
    if (content.method === 'edit') {
      if (post.target === null) return undefined
      const reply_markup = { inline_keyboard: keyboard(content.buttons ?? []) }
      await api.raw.editMessageText({ ...shared, message_id: post.target, reply_markup }, signal)
      return undefined
    }
    const answered = content.replyTo ?? post.replyTo
    const sent = await api.raw.sendMessage(
      {
        ...shared,
        ...(answered === null
          ? {}
          : { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }),
        ...markup(content),
      },
      signal,
    )
    return sent.message_id
  }

  async function show(post: Post, content: PostContent): Promise<number | undefined> {
    if (content.method === 'react') {
      const reaction = [{ type: 'emoji' as const, emoji: content.emoji }]
      await api.raw.setMessageReaction({ chat_id: post.chatId, message_id: content.message, reaction })
      return undefined
    }
    if (content.method === 'file') {
      return sendFile(uploads, open, post, content, AbortSignal.timeout(fileDeadlineMs) as unknown as Signal)
    }
    if (content.method === 'delete') {
      if (post.target === null) return undefined
      await api.raw.deleteMessage({ chat_id: post.chatId, message_id: post.target })
      return undefined
    }
    const signal = AbortSignal.timeout(deadlineMs) as unknown as Signal
    try {
      return await write(post, content, signal, false)
    } catch (error) {
      if (!isUnreadableHtml(error)) throw error
      return write(post, content, signal, true)
    }
  }

  return {
    name,
    async show(post) {
      const content = postContent.safeParse(post.content)
      if (!content.success) return { outcome: 'dropped', reason: 'the content is of another version' }
      if (content.data.method === 'edit' && looksLike(post.shown, content.data)) {
        return { outcome: 'dropped', reason: 'it looks like that already' }
      }
      try {
        const externalId = await show(post, content.data)
        return externalId === undefined ? { outcome: 'shown' } : { outcome: 'shown', externalId }
      } catch (error) {
        if (error instanceof DeskError) return { outcome: 'dropped', reason: error.code }
        return sortTelegramFailure(error)
      }
    },
  }
}

/** Two changes of one lead at once often end in one face: telling Telegram the same again would be refused. */
function looksLike(shown: Post['shown'], { html, buttons = [] }: Face): boolean {
  const face = postContent.safeParse(shown)
  if (!face.success || !('html' in face.data)) return false
  return isDeepStrictEqual([face.data.html, face.data.buttons ?? []], [html, buttons])
}

const isUnreadableHtml = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  error.description.includes("can't parse entities")

function markup({ ask, buttons }: Extract<PostContent, { method: 'send' }>) {
  if (ask !== undefined) {
    return { reply_markup: { force_reply: true as const, ...(ask ? { input_field_placeholder: ask } : {}) } }
  }
  return buttons && buttons.length > 0 ? { reply_markup: { inline_keyboard: keyboard(buttons) } } : {}
}

const keyboard = (rows: Button[][]) =>
  rows.map((row) =>
    row.map((button) =>
      'url' in button
        ? { text: button.text, url: button.url }
        : { text: button.text, callback_data: button.data },
    ),
  )
