import type { InboundMessage } from '../../channels/inbound-item.ts'

/**
 * Joins two items under one id in a batch. A placeholder says only that there was a file: its content takes its place,
 * with what the placeholder said of the chat (who wrote it, when, how far it had come). Else the first one counts.
 */
export function joinTwice(first: InboundMessage, second: InboundMessage): InboundMessage {
  const waits = first.kind === 'unsupported' && first.data.placeholder === true
  if (!waits || second.kind === 'unsupported') return first
  const { kind, data, attachments, body, replyTo, referral } = second
  return {
    ...first,
    kind,
    data,
    attachments,
    ...(body === undefined ? {} : { body }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(referral === undefined ? {} : { referral }),
  }
}
