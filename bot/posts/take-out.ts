import { type Api, GrammyError, InputFile } from 'grammy'
import type { Post } from '#core/posts/post.ts'
import type { FileManner, PostContent } from './post-content.ts'
import type { Signal } from './send-file.ts'

type Deletion = Extract<PostContent, { method: 'delete' }>

/** A small grey picture, which stands where another one stood. */
const blank = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAACgCAAAAACupDjxAAAAf0lEQVR42u3OMQEAAAwCIPt3tIsddu2ABKTPRVBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQ8GoyT1kL60eA9wAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * Takes a message of ours out of a chat. Telegram deletes what is younger than two days; what is older is emptied: its
 * file gives way to a grey picture where Telegram lets it, and its words to what the content says instead.
 */
export async function takeOut(
  api: Api,
  post: Post,
  { part, manner, instead }: Deletion,
  signal: Signal,
): Promise<void> {
  const number = part === undefined ? post.target : (post.targetParts?.[part] ?? null)
  if (number === null) return
  const place = { chat_id: post.chatId, message_id: number }
  try {
    await api.raw.deleteMessage(place, signal)
  } catch (error) {
    if (instead === undefined || !isTooOld(error)) throw error
    const words = { caption: instead, parse_mode: 'HTML' as const }
    if (manner === undefined) {
      await api.raw.editMessageText({ ...place, text: instead, parse_mode: 'HTML' }, signal)
    } else if (!(await replaceFile(api, place, manner, words, signal))) {
      await api.raw.editMessageCaption({ ...place, ...words }, signal)
    }
  }
}

interface Words {
  caption: string
  parse_mode: 'HTML'
}

/** False: Telegram keeps this file where it is. Music in an album can only become other music. */
async function replaceFile(
  api: Api,
  place: { chat_id: string; message_id: number },
  manner: FileManner,
  words: Words,
  signal: Signal,
): Promise<boolean> {
  const type = manner === 'document' ? ('document' as const) : ('photo' as const)
  const media = { type, media: new InputFile(blank, 'erased.png'), ...words }
  try {
    await api.raw.editMessageMedia({ ...place, media }, signal)
    return true
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false
    throw error
  }
}

const isTooOld = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /message can't be deleted/.test(error.description)
