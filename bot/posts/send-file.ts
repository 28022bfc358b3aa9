import { type Api, GrammyError, InputFile } from 'grammy'
import type { Files } from '#core/media/create-files.ts'
import type { Post } from '#core/posts/post.ts'
import { cutText } from '../text/cut-text.ts'
import { mustBeInTopic } from './must-be-in-topic.ts'
import type { FileManner, ShownPart } from './post-content.ts'
import { safeFileName } from './safe-file-name.ts'

/** Opens a stored file. Throws DeskError attachment-not-stored. */
export type OpenFile = Files['open']

export type Signal = NonNullable<Parameters<Api['raw']['getMe']>[0]>

/** Telegram's limit, in characters. */
const longestCaption = 1_024

/** The words that came with a file, as Telegram takes them: as they are, nothing in them is read as HTML. */
export const captionOf = ({ caption = '' }: ShownPart): { caption?: string } =>
  caption.trim() ? { caption: cutText(caption, longestCaption) } : {}

/** What a post answers, where that is known, and the topic in which it stands. */
export const placeOf = ({ replyTo, topic }: Pick<Post, 'replyTo' | 'topic'>) => ({
  ...(topic === null ? {} : { message_thread_id: topic }),
  ...(replyTo === null
    ? {}
    : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
})

/**
 * Uploads a stored file as what it is. Where Telegram does not take it as that (a film that it cannot read, a person who
 * takes no voice messages), it goes as a document, once: the file is what matters.
 *
 * @returns its number in the chat
 */
export async function sendFile(
  api: Api,
  open: OpenFile,
  post: Post,
  content: ShownPart,
  signal: Signal,
): Promise<number> {
  try {
    return await upload(api, open, post, content, content.manner, signal)
  } catch (error) {
    if (content.manner === 'document' || !isUnfit(error)) throw error
    return upload(api, open, post, content, 'document', signal)
  }
}

async function upload(
  api: Api,
  open: OpenFile,
  post: Post,
  content: ShownPart,
  manner: FileManner,
  signal: Signal,
): Promise<number> {
  const stream = await open(post.organizationId, content.attachmentId)
  const file = new InputFile(stream, safeFileName(content.fileName, 'file'))
  const shared = { chat_id: post.chatId, disable_notification: true, ...placeOf(post) }
  try {
    const sent = await call(api, manner, { ...shared, ...captionOf(content) }, file, signal)
    await mustBeInTopic(api, post, sent, signal)
    return sent.message_id
  } finally {
    stream.destroy()
  }
}

type Shared = { chat_id: string; caption?: string }

function call(api: Api, manner: FileManner, shared: Shared, file: InputFile, signal: Signal) {
  const { caption: _none, ...bare } = shared
  switch (manner) {
    case 'photo':
      return api.raw.sendPhoto({ ...shared, photo: file }, signal)
    case 'video':
      return api.raw.sendVideo({ ...shared, video: file, supports_streaming: true }, signal)
    case 'animation':
      return api.raw.sendAnimation({ ...shared, animation: file }, signal)
    case 'video_note':
      return api.raw.sendVideoNote({ ...bare, video_note: file }, signal)
    case 'voice':
      return api.raw.sendVoice({ ...shared, voice: file }, signal)
    case 'audio':
      return api.raw.sendAudio({ ...shared, audio: file }, signal)
    case 'sticker':
      return api.raw.sendSticker({ ...bare, sticker: file }, signal)
    case 'document':
      return api.raw.sendDocument({ ...shared, document: file }, signal)
  }
}

const unfit =
  /IMAGE_PROCESS_FAILED|PHOTO_|VOICE_MESSAGES_FORBIDDEN|STICKER|wrong file type|too big for a photo|VIDEO_|wrong type|can't use file/i

/** Whether Telegram takes a file, but not as what it was sent as. */
export const isUnfit = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && unfit.test(error.description)
