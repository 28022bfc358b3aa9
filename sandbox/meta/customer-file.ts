import { mayText, wantText } from './control-input.ts'
import type { CustomerContent, CustomerGround } from './customer-content.ts'
import { type Fields, present } from './fields.ts'
import { sha256 } from './media-store.ts'
import { placeholderFile } from './placeholder-files.ts'

/** A picture, clip, sound, document or sticker from the customer's phone: a small real file unless `base64` brings one. */
export function customerFile(input: Fields, ground: CustomerGround): CustomerContent {
  const { phone, media, phoneNumberId, origin } = ground
  const kind = wantText(input, 'kind')
  const placeholder = placeholderFile(kind, phone.colour)
  const base64 = mayText(input, 'base64')
  const bytes = base64 === undefined ? placeholder.bytes : Buffer.from(base64, 'base64')
  const mime = mayText(input, 'mime') ?? placeholder.mime
  const caption = mayText(input, 'caption')
  const filename = mayText(input, 'filename') ?? (kind === 'document' ? 'document.pdf' : undefined)
  const stored = media.add({ phoneNumberId, mime, bytes, ...present({ filename }) })
  const type = kind === 'voice' ? 'audio' : kind
  const object = {
    ...present({ caption, filename: kind === 'document' ? filename : undefined }),
    mime_type: mime,
    sha256: sha256(bytes, 'base64'),
    id: stored.id,
    ...present({ url: origin === undefined ? undefined : media.url(stored, origin) }),
    ...(type === 'audio' ? { voice: kind === 'voice' } : {}),
    ...(type === 'sticker' ? { animated: false } : {}),
  }
  const url = `/playground/api/meta/media/${stored.id}`
  const bubble = { kind, ...present({ text: caption }), media: { mime, url, ...present({ filename }) } }
  return { bubble, message: { type, [type]: object } }
}
