import { type Api, GrammyError, InputFile } from 'grammy'
import type { Files } from '#core/media/create-files.ts'
import type { Post } from '#core/posts/post.ts'
import type { FileContent, FileManner } from './post-content.ts'
import { safeFileName } from './safe-file-name.ts'

/** Opens a stored file. Throws DeskError attachment-not-stored. */
export type OpenFile = Files['open']

type Signal = NonNullable<Parameters<Api['raw']['getMe']>[0]>

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
  content: FileContent,
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
  { attachmentId, fileName }: FileContent,
  manner: FileManner,
  signal: Signal,
): Promise<number> {
  const stream = await open(post.organizationId, attachmentId)
  const file = new InputFile(stream, safeFileName(fileName, 'file'))
  const shared = {
    chat_id: post.chatId,
    ...(post.replyTo === null
      ? {}
      : { reply_parameters: { message_id: post.replyTo, allow_sending_without_reply: true } }),
  }
  try {
    const { message_id: messageId } = await call(api, manner, shared, file, signal)
    return messageId
  } finally {
    stream.destroy()
  }
}

function call(api: Api, manner: FileManner, shared: { chat_id: string }, file: InputFile, signal: Signal) {
  switch (manner) {
    case 'photo':
      return api.raw.sendPhoto({ ...shared, photo: file }, signal)
    case 'video':
      return api.raw.sendVideo({ ...shared, video: file, supports_streaming: true }, signal)
    case 'animation':
      return api.raw.sendAnimation({ ...shared, animation: file }, signal)
    case 'video_note':
      return api.raw.sendVideoNote({ ...shared, video_note: file }, signal)
    case 'voice':
      return api.raw.sendVoice({ ...shared, voice: file }, signal)
    case 'audio':
      return api.raw.sendAudio({ ...shared, audio: file }, signal)
    case 'sticker':
      return api.raw.sendSticker({ ...shared, sticker: file }, signal)
    case 'document':
      return api.raw.sendDocument({ ...shared, document: file }, signal)
  }
}

const unfit =
  /IMAGE_PROCESS_FAILED|PHOTO_|VOICE_MESSAGES_FORBIDDEN|STICKER|wrong file type|too big for a photo|VIDEO_|wrong type|can't use file/i

const isUnfit = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && unfit.test(error.description)
