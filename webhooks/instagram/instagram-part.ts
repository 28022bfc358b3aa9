import type { OutboundContent, OutboundFile } from '#core/channels/outbound-content.ts'
import { quickReplies, textOfButtons } from '../meta/direct/direct-parts.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import { instagramLimits } from './instagram-limits.ts'

/** What goes into `message`, or why nothing can. */
export type DirectPart = { message: JsonRecord } | { refusal: { code: string; title: string } }

const types = {
  image: 'image',
  video: 'video',
  animation: 'video',
  video_note: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: undefined,
} as const

export function instagramPart(content: OutboundContent): DirectPart {
  switch (content.kind) {
    case 'text':
      return textPart(content.body)
    case 'buttons': {
      const replies = quickReplies(content)
      if (replies === undefined) return refused('too-many-buttons', 'Instagram shows 1 to 13 buttons')
      return textPart(textOfButtons(content), { quick_replies: replies })
    }
    case 'file':
      return filePart(content.file)
    default:
      return refused('cannot-carry', `Instagram does not carry a ${content.kind}`)
  }
}

function textPart(text: string, more: JsonRecord = {}): DirectPart {
  const { max } = instagramLimits.text
  if (Buffer.byteLength(text) > max)
    return refused('too-long', `An Instagram message holds ${max} bytes at most`)
  return { message: { text, ...more } }
}

/** Instagram fetches the file itself, from the link, soon after it has taken the message. */
function filePart(file: OutboundFile): DirectPart {
  const type = types[file.kind]
  const limit = instagramLimits.files[file.kind]
  if (type === undefined || limit === undefined) {
    return refused('cannot-carry', `Instagram does not carry a ${file.kind}`)
  }
  if (file.size > limit.maxBytes)
    return refused('too-large', `Instagram takes ${limit.maxBytes} bytes at most`)
  if (limit.mimes && !limit.mimes.includes(file.mime.split(';')[0]?.trim() ?? '')) {
    return refused('wrong-type', `Instagram takes no ${file.mime} as ${type}`)
  }
  return { message: { attachment: { type, payload: { url: file.link() } } } }
}

/** Instagram has a word for the one reaction that it always took; other emojis are passed on as they are. */
export function loveOf(reaction: Extract<OutboundContent, { kind: 'reaction' }>) {
  const isHeart = reaction.emoji?.replace('\u{fe0f}', '') === '\u{2764}'
  return isHeart ? { ...reaction, emoji: 'love' } : reaction
}

function refused(code: string, title: string): DirectPart {
  return { refusal: { code, title } }
}
