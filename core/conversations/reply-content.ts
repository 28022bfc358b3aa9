import { z } from 'zod'
import type { FileKind } from '../channels/inbound-item.ts'
import { cleanText } from '../clean-text.ts'

const fileKinds = [
  'image',
  'video',
  'animation',
  'video_note',
  'audio',
  'voice',
  'document',
  'sticker',
] as const satisfies readonly FileKind[]

const text = (most: number) => z.string().max(most).transform(cleanText)

const file = z.object({
  kind: z.enum(fileKinds),
  mime: z.string().max(200),
  fileName: text(255),
  /** In bytes, as the staff's network says. */
  size: z.number().int().nonnegative(),
  /** Where its bytes are fetched from. */
  source: z.object({ network: z.literal('telegram_staff'), mediaId: z.string().min(1).max(500) }),
})
export type ReplyFile = z.output<typeof file>

const frame = { body: text(100_000), header: text(300).exactOptional(), footer: text(300).exactOptional() }

/**
 * What a member can answer with. `choices` become what the network has for them: buttons, a list or lines. `target` is our id of the message that is reacted to, changed or taken back; left out of
 * `edit` and `revoke`, it is what the same origin was answered with: the member changed his own message.
 */
export const replyContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: text(100_000) }),
  z.object({
    kind: z.literal('files'),
    files: z.array(file).min(1).max(10),
    caption: text(100_000).exactOptional(),
  }),
  z.object({ kind: z.literal('reaction'), target: z.uuid(), emoji: text(64).nullable() }),
  z.object({ kind: z.literal('edit'), target: z.uuid().exactOptional(), body: text(100_000) }),
  z.object({ kind: z.literal('revoke'), target: z.uuid().exactOptional() }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: text(1000).exactOptional(),
    address: text(1000).exactOptional(),
  }),
  z.object({
    kind: z.literal('choices'),
    body: text(100_000),
    options: z.array(text(300)).min(1).max(30),
    /** In the customer's language: on the button that opens the choices where they are a list. */
    button: text(20),
  }),
  z.object({
    kind: z.literal('buttons'),
    ...frame,
    buttons: z
      .array(z.object({ id: text(256), title: text(100) }))
      .min(1)
      .max(13),
  }),
  z.object({
    kind: z.literal('list'),
    ...frame,
    button: text(100),
    sections: z
      .array(
        z.object({
          title: text(100).exactOptional(),
          rows: z
            .array(z.object({ id: text(256), title: text(100), description: text(300).exactOptional() }))
            .min(1),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.object({ kind: z.literal('contact-request'), body: text(100_000) }),
  z.object({
    kind: z.literal('template'),
    templateId: z.uuid(),
    variables: z.record(z.string().max(100), text(2_000)).default({}),
    file: file.exactOptional(),
  }),
])
export type ReplyContent = z.output<typeof replyContent>
