import { mayCount, mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newObjectId } from '../ids.ts'
import type { MediaStore } from '../media-store.ts'
import type { Content } from '../phone.ts'
import { placeholderFile } from '../placeholder-files.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from './direct-ground.ts'
import { share, storyMention, storyReply } from './direct-shares.ts'

/** One message of a customer in both forms: the bubble on the phone, and what stands in `message` beside the mid. */
export interface DirectContent {
  bubble: Content
  message: Fields
}

/** Makes one kind of message of what the control API was sent. */
export type DirectReader = (input: Fields, acting: Acting, media: MediaStore) => DirectContent

const text: DirectReader = (input) => {
  const words = wantText(input, 'text')
  return { bubble: { kind: 'text', text: words }, message: { text: words } }
}

/** The network's word for each kind of file. */
const fileTypes: Record<string, string> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  file: 'file',
}

/** A file, or several with `files` (how many), in one message; `caption` is the text beside them. */
const file: DirectReader = (input, { account, phone, origin }, media) => {
  const kind = wantText(input, 'kind') === 'file' ? 'document' : wantText(input, 'kind')
  const placeholder = placeholderFile(kind, phone.colour)
  const base64 = mayText(input, 'base64')
  const mime = mayText(input, 'mime') ?? placeholder.mime
  const bytes = base64 === undefined ? placeholder.bytes : Buffer.from(base64, 'base64')
  const filename = mayText(input, 'filename') ?? (kind === 'document' ? 'document.pdf' : undefined)
  const keep = () => media.add({ phoneNumberId: account.id, mime, bytes, ...present({ filename }) })
  const files = Array.from({ length: mayCount(input, 'files', 10) }, keep)
  const words = mayText(input, 'caption')
  const attachments = files.map((stored) => ({
    type: fileTypes[kind],
    payload: { url: media.openUrl(stored, origin) },
  }))
  const shown = { mime, url: `/playground/api/meta/media/${files[0]?.id}`, ...present({ filename }) }
  return {
    bubble: { kind, ...present({ text: words }), media: shown },
    message: { ...present({ text: words }), attachments },
  }
}

/** Since September 2026 a sticker comes as `sticker` alone; Instagram has none. */
const sticker: DirectReader = (_, { account, phone, origin }, media) => {
  if (account.network !== 'messenger')
    throw new Refusal(400, 'Instagram passes no stickers on; send an image.')
  const { mime, bytes } = placeholderFile('sticker', phone.colour)
  const url = media.openUrl(media.add({ phoneNumberId: account.id, mime, bytes }), origin)
  const payload = { url, sticker_id: 369_239_263_222_822 }
  return {
    bubble: { kind: 'sticker', media: { mime } },
    message: { attachments: [{ type: 'sticker', payload }] },
  }
}

const quickReply: DirectReader = (input) => {
  const [title, payload] = [wantText(input, 'title'), wantText(input, 'payload')]
  return { bubble: { kind: 'button', text: title }, message: { text: title, quick_reply: { payload } } }
}

const unsupported: DirectReader = (_, { account }) => ({
  bubble: { kind: 'unsupported' },
  message:
    account.network === 'instagram' ? { is_unsupported: true } : { attachments: [{ type: 'fallback' }] },
})

/** A kind of attachment that does not exist yet: what the product does not know, it must keep and not refuse. */
const unknown: DirectReader = (input) => {
  const type = wantText(input, 'type')
  return { bubble: { kind: type }, message: { attachments: [{ type, payload: { id: newObjectId() } }] } }
}

const readers: Record<string, DirectReader> = {
  text,
  image: file,
  video: file,
  audio: file,
  voice: file,
  document: file,
  file,
  sticker,
  share,
  story_reply: storyReply,
  story_mention: storyMention,
  quick_reply: quickReply,
  unsupported,
  unknown,
}

export const messageKinds = Object.keys(readers)

/** Builds a message of a customer; undefined when `kind` is no message. @throws {Refusal} 400 for a missing part */
export function directContent(input: Fields, acting: Acting, media: MediaStore): DirectContent | undefined {
  const kind = wantText(input, 'kind')
  return Object.hasOwn(readers, kind) ? readers[kind]?.(input, acting, media) : undefined
}
