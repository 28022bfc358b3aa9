import type { Readable } from 'node:stream'
import { type Api, InputFile } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { Post } from '#core/posts/post.ts'
import { mustBeInTopic } from './must-be-in-topic.ts'
import type { AlbumContent, ShownPart } from './post-content.ts'
import { safeFileName } from './safe-file-name.ts'
import { captionOf, isUnfit, type OpenFile, placeOf, type Signal, sendFile } from './send-file.ts'

type Media = Parameters<Api['raw']['sendMediaGroup']>[0]['media']
type Numbers = (number | null)[]

/**
 * Uploads stored files as one media group. Where Telegram does not take one of them as what it is, all go as documents,
 * once, so that they stay together. Files that are gone by now are left out.
 *
 * @returns their numbers in the chat, in the order of the content; null for what is gone
 * @throws DeskError attachment-not-stored when all of them are gone
 */
export async function sendAlbum(
  api: Api,
  open: OpenFile,
  post: Post,
  { items }: AlbumContent,
  signal: Signal,
): Promise<Numbers> {
  try {
    return await upload(api, open, post, items, signal)
  } catch (error) {
    if (!isUnfit(error) || items.every(({ manner }) => manner === 'document')) throw error
    const documents = items.map((item) => ({ ...item, manner: 'document' as const }))
    return upload(api, open, post, documents, signal)
  }
}

async function upload(
  api: Api,
  open: OpenFile,
  post: Post,
  items: ShownPart[],
  signal: Signal,
): Promise<Numbers> {
  const files: { item: ShownPart; stream: Readable }[] = []
  try {
    for (const item of items) {
      const stream = await openStored(open, post, item)
      if (stream) files.push({ item, stream })
    }
    const [only, second] = files
    if (!only) throw new DeskError('not-found', 'attachment-not-stored')
    if (!second) {
      only.stream.destroy()
      const number = await sendFile(api, open, post, only.item, signal)
      return items.map((item) => (item === only.item ? number : null))
    }
    // The compiler does not know that they are all of one kind.
    const media = files.map(({ item, stream }) => partOf(item, stream)) as Media
    const sent = await api.raw.sendMediaGroup(
      { chat_id: post.chatId, disable_notification: true, media, ...placeOf(post) },
      signal,
    )
    await mustBeInTopic(api, post, sent, signal)
    const numbers = new Map(files.map(({ item }, index) => [item, sent[index]?.message_id ?? null]))
    return items.map((item) => numbers.get(item) ?? null)
  } finally {
    for (const { stream } of files) stream.destroy()
  }
}

/** Undefined: it is gone. */
async function openStored(open: OpenFile, post: Post, item: ShownPart): Promise<Readable | undefined> {
  try {
    const stream = await open(post.organizationId, item.attachmentId)
    // It waits for those before it: an error meanwhile is met by whoever reads it, and by nobody else.
    stream.on('error', () => undefined)
    return stream
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'not-found') return undefined
    throw error
  }
}

function partOf(item: ShownPart, stream: Readable) {
  const shared = { media: new InputFile(stream, safeFileName(item.fileName, 'file')), ...captionOf(item) }
  switch (item.manner) {
    case 'photo':
      return { type: 'photo' as const, ...shared }
    case 'video':
      return { type: 'video' as const, ...shared, supports_streaming: true }
    case 'audio':
      return { type: 'audio' as const, ...shared }
    default:
      return { type: 'document' as const, ...shared }
  }
}
