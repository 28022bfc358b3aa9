import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { OutboundContent, OutboundFile } from '#core/channels/outbound-content.ts'
import { plainMime } from './plain-mime.ts'
import { whatsappLimits } from './whatsapp-limits.ts'

/** What of a content exceeds Meta's limits; undefined: nothing. Core fits contents in before; this is the last wall. */
export function findLimitProblem(content: OutboundContent): NetworkFailure | undefined {
  switch (content.kind) {
    case 'text':
      return content.body.length > whatsappLimits.text.max
        ? tooLong(`A WhatsApp message holds ${whatsappLimits.text.max} characters at most`)
        : undefined
    case 'file':
      return findCaptionProblem(content.file, content.caption) ?? findFileProblem(content.file)
    case 'template':
      return content.file && findFileProblem(content.file)
    default:
      return undefined
  }
}

function findCaptionProblem({ kind }: OutboundFile, caption = ''): NetworkFailure | undefined {
  if (caption.length > whatsappLimits.caption) {
    return tooLong(`A WhatsApp caption holds ${whatsappLimits.caption} characters at most`)
  }
  const silent = kind === 'audio' || kind === 'voice' || kind === 'sticker'
  return silent && caption !== ''
    ? { code: 'no-caption', title: `WhatsApp carries no caption with a file of kind ${kind}` }
    : undefined
}

function findFileProblem({ kind, mime, size }: OutboundFile): NetworkFailure | undefined {
  const limit = whatsappLimits.files[kind]
  if (limit === undefined || (limit.mimes && !limit.mimes.includes(plainMime(mime)))) {
    return { code: 'wrong-type', title: `WhatsApp does not take ${plainMime(mime)} as ${kind}` }
  }
  return size > limit.maxBytes
    ? { code: 'too-large', title: `WhatsApp takes ${limit.maxBytes} bytes at most as ${kind}` }
    : undefined
}

function tooLong(title: string): NetworkFailure {
  return { code: 'too-long', title }
}
