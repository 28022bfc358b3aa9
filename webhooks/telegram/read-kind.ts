import type {
  FileKind,
  IdentityClaim,
  InboundAttachment,
  MessageKind,
  Referral,
} from '#core/channels/inbound-item.ts'
import { recognisablePhone } from '#core/contacts/recognisable-phone.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../meta/loose-json.ts'

/** What the kind of a message adds to what every message has. */
export interface KindFacts {
  kind: MessageKind
  body?: string | undefined
  attachments?: InboundAttachment[]
  referral?: Referral | undefined
  data?: Record<string, unknown>
  identities?: IdentityClaim[]
}

/** In the order in which they are looked for: an animation also comes as a document, a venue also as a location. */
const fileKinds: FileKind[] = [
  ...(['animation', 'video_note', 'video', 'voice', 'audio', 'sticker', 'document'] as const),
]

/** What every message has, or what only decorates it: the rest names a kind that we do not know. */
const ofEveryMessage = new Set([
  ...['message_id', 'from', 'chat', 'date', 'edit_date', 'business_connection_id', 'sender_business_bot'],
  ...[
    'reply_to_message',
    'quote',
    'external_reply',
    'forward_origin',
    'media_group_id',
    'via_bot',
    'link_preview_options',
  ],
  ...[
    'has_protected_content',
    'is_from_offline',
    'author_signature',
    'reply_markup',
    'effect_id',
    'message_thread_id',
  ],
  ...[
    'is_topic_message',
    'sender_chat',
    'forward_from',
    'forward_date',
    'is_automatic_forward',
    'sender_boost_count',
  ],
])

/** Reads the part of a message that its kind names. `from`: the id of who sent it. */
export function readKind(message: JsonRecord, from: string | undefined): KindFacts {
  return (
    readText(message) ??
    readFile(message) ??
    readPhoto(message) ??
    readPlace(message) ??
    readContact(message, from) ??
    readOthers(message) ??
    readUnknown(message)
  )
}

function readText(message: JsonRecord): KindFacts | undefined {
  const { text } = message
  if (typeof text !== 'string') return undefined
  // The button that opens the chat with a bot: a link may carry a word along.
  const start = /^\/start(?:@\w+)?(?:\s+([\w-]{1,64}))?\s*$/.exec(text)
  if (!start) return { kind: 'text', body: text }
  const ref = start[1]
  return {
    kind: 'system',
    data: { event: 'start' },
    ...(ref === undefined ? {} : { referral: { sourceType: 'link', ref } }),
  }
}

function readFile(message: JsonRecord): KindFacts | undefined {
  for (const kind of fileKinds) {
    const file = recordAt(message, kind)
    if (!file) continue
    return {
      kind,
      body: textAt(message, 'caption') ?? (kind === 'sticker' ? textAt(file, 'emoji') : undefined),
      attachments: [attachmentOf(kind, file)],
      data: dropUndefined({
        seconds: file.duration,
        title: textAt(file, 'title'),
        performer: textAt(file, 'performer'),
      }),
    }
  }
  return undefined
}

/** A photo comes in several sizes, the largest last. */
function readPhoto(message: JsonRecord): KindFacts | undefined {
  const sizes = (listAt(message, 'photo') ?? []).filter(isRecord)
  const largest = sizes.at(-1)
  if (!largest) return undefined
  return { kind: 'image', body: textAt(message, 'caption'), attachments: [attachmentOf('image', largest)] }
}

function attachmentOf(kind: FileKind, file: JsonRecord): InboundAttachment {
  return dropUndefined({
    kind,
    mediaId: idAt(file, 'file_id'),
    mime: textAt(file, 'mime_type'),
    fileName: textAt(file, 'file_name'),
    size:
      typeof file.file_size === 'number' && Number.isSafeInteger(file.file_size) ? file.file_size : undefined,
  })
}

function readPlace(message: JsonRecord): KindFacts | undefined {
  const venue = recordAt(message, 'venue')
  const location = recordAt(venue ?? message, 'location')
  if (!location) return undefined
  const { latitude, longitude, live_period: livePeriod } = location
  return {
    kind: 'location',
    data: dropUndefined({
      latitude,
      longitude,
      livePeriod,
      name: venue && textAt(venue, 'title'),
      address: venue && textAt(venue, 'address'),
    }),
  }
}

/** A number is the sender's own only when Telegram says that the card is his: anybody can send anybody's card. */
function readContact(message: JsonRecord, from: string | undefined): KindFacts | undefined {
  const contact = recordAt(message, 'contact')
  if (!contact) return undefined
  const phone = textAt(contact, 'phone_number')
  const name = [textAt(contact, 'first_name'), textAt(contact, 'last_name')].filter(Boolean).join(' ')
  const isOwn = from !== undefined && idAt(contact, 'user_id') === from
  const value = isOwn && phone !== undefined ? recognisablePhone(`+${phone.replace(/\D/g, '')}`) : undefined
  return {
    kind: 'contacts',
    data: {
      contacts: [{ name: { formatted_name: name }, phones: phone === undefined ? [] : [{ phone }] }],
      ...(isOwn ? { own: true } : {}),
    },
    ...(value === undefined ? {} : { identities: [{ kind: 'phone', value }] }),
  }
}

function readOthers(message: JsonRecord): KindFacts | undefined {
  const poll = recordAt(message, 'poll')
  if (poll) {
    const options = (listAt(poll, 'options') ?? []).filter(isRecord).map((option) => textAt(option, 'text'))
    return { kind: 'poll', body: textAt(poll, 'question'), data: { options } }
  }
  const dice = recordAt(message, 'dice')
  if (dice)
    return { kind: 'text', body: `${textAt(dice, 'emoji') ?? '🎲'} ${String(dice.value ?? '')}`.trim() }
  const app = recordAt(message, 'web_app_data')
  if (app) {
    return {
      kind: 'form',
      body: textAt(app, 'button_text'),
      data: { answers: { data: textAt(app, 'data') ?? '' } },
    }
  }
  if (recordAt(message, 'story')) return { kind: 'share', data: { share: { kind: 'story' } } }
  return undefined
}

/** Service messages and kinds to come: named after the part that nobody knows, and kept as they came. */
function readUnknown(message: JsonRecord): KindFacts {
  const kind = Object.keys(message).find((key) => !ofEveryMessage.has(key)) ?? 'empty'
  const text = textAt(message, 'caption')
  return { kind: 'unknown', body: text, data: { kind, raw: message } }
}
