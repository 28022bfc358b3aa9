import type { FileKind, MessageKind } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, recordAt, restOf, textAt } from '../loose-json.ts'
import { fileFrom, isWebPage } from './file-from.ts'
import type { Content } from './read-content.ts'
import { readTemplatePart } from './read-template-part.ts'

/** What one attachment is. */
export interface Part extends Content {
  /** It shows where a link in the text leads, and is nothing of its own. */
  isLink?: boolean
}

type PartReader = (payload: JsonRecord, attachment: JsonRecord) => Part

const readFile =
  (kind: FileKind & MessageKind): PartReader =>
  (payload) => {
    const stickerId = idAt(payload, 'sticker_id')
    const real = stickerId !== undefined && kind === 'image' ? 'sticker' : kind
    const details = restOf(payload, ['url', 'sticker_id'])
    return { kind: real, attachments: [fileFrom(payload, real)], data: dropUndefined({ stickerId, details }) }
  }

/** Posts, reels and stories: with the file where Meta gives one, else with the address of the page. */
const readShare =
  (type: string, kind: FileKind): PartReader =>
  (payload) => {
    const title = textAt(payload, 'title')
    const url = textAt(payload, 'url')
    const share = dropUndefined({
      type,
      id: idAt(payload, 'id') ?? idAt(payload, 'ig_post_media_id') ?? idAt(payload, 'reel_video_id'),
      title,
      url,
      details: restOf(payload, ['id', 'ig_post_media_id', 'reel_video_id', 'title', 'url']),
    })
    const attachments = url === undefined || isWebPage(url) ? [] : [fileFrom(payload, kind)]
    return dropUndefined({ kind: 'share' as const, body: title, attachments, data: { share } })
  }

const readStoryMention: PartReader = (payload) => ({
  kind: 'story_mention',
  attachments: [fileFrom(payload, 'image')],
  data: dropUndefined({ details: restOf(payload, ['url']) }),
})

/** Messenger's preview of a link. It may come without anything in it: then nobody can say what was sent. */
const readFallback: PartReader = (payload, attachment) => {
  const title = textAt(payload, 'title') ?? textAt(attachment, 'title')
  const url = textAt(payload, 'url') ?? textAt(attachment, 'url')
  if (title === undefined && url === undefined) {
    return { kind: 'unsupported', attachments: [], data: { kind: 'fallback' } }
  }
  const share = dropUndefined({ type: 'link', title, url })
  return dropUndefined({
    kind: 'share' as const,
    body: title,
    attachments: [],
    data: { share },
    isLink: true,
  })
}

const readLocation: PartReader = (payload, attachment) => {
  const { lat, long } = recordAt(payload, 'coordinates') ?? {}
  if (typeof lat !== 'number' || typeof long !== 'number') return unknownPart(attachment)
  const place = {
    latitude: lat,
    longitude: long,
    name: textAt(attachment, 'title'),
    url: textAt(attachment, 'url'),
  }
  return { kind: 'location', attachments: [], data: dropUndefined(place) }
}

const readAppointment: PartReader = (payload) =>
  dropUndefined({
    kind: 'system' as const,
    body: textAt(payload, 'title'),
    attachments: [],
    data: { event: 'appointment_booking', details: payload },
  })

/** Pictures that vanish once they are seen are not handed to businesses. */
const readEphemeral: PartReader = () => ({
  kind: 'unsupported',
  attachments: [],
  data: { kind: 'ephemeral' },
})

const readers = new Map<string, PartReader>([
  ['image', readFile('image')],
  ['video', readFile('video')],
  ['audio', readFile('audio')],
  ['file', readFile('document')],
  ['sticker', readFile('sticker')],
  ['animated_image', readFile('animation')],
  // Instagram does not say whether it is a picture or a film.
  ['media', readFile('document')],
  ['share', readShare('share', 'image')],
  ['post', readShare('post', 'image')],
  ['ig_post', readShare('ig_post', 'image')],
  ['reel', readShare('reel', 'video')],
  ['ig_reel', readShare('ig_reel', 'video')],
  ['story', readShare('story', 'image')],
  ['ig_story', readShare('ig_story', 'image')],
  ['story_mention', readStoryMention],
  ['fallback', readFallback],
  ['location', readLocation],
  ['template', readTemplatePart],
  ['appointment_booking', readAppointment],
  ['ephemeral', readEphemeral],
])

/** One of the attachments of a message. A type that is not in the list is `unknown`, as it came. */
export function readPart(attachment: unknown): Part {
  if (!isRecord(attachment)) return unknownPart(attachment)
  const read = readers.get(textAt(attachment, 'type') ?? '')
  return read ? read(recordAt(attachment, 'payload') ?? {}, attachment) : unknownPart(attachment)
}

function unknownPart(attachment: unknown): Part {
  const kind = isRecord(attachment) ? textAt(attachment, 'type') : undefined
  return { kind: 'unknown', attachments: [], data: { kind: kind ?? 'unnamed', raw: attachment } }
}
