import { dropUndefined } from '../drop-undefined.ts'
import { idAt, type JsonRecord, listAt, recordAt, restOf, textAt } from '../loose-json.ts'
import type { EventReader } from './dialect.ts'
import { messageOf } from './message-of.ts'
import { needed, neededId } from './needed.ts'
import { ourMessageId } from './our-message-id.ts'
import { type Content, readContent } from './read-content.ts'
import { readDirectReferral } from './read-direct-referral.ts'

const eventReadHere = ['sender', 'recipient', 'timestamp', 'message', 'hop_context']
const readHere = [
  ...['mid', 'text', 'attachments', 'is_echo', 'is_self', 'is_deleted', 'is_unsupported'],
  ...['quick_reply', 'reply_to', 'referral', 'app_id', 'metadata'],
]

/** A message of the customer's, or an echo of one that the business wrote. */
export const readDirectMessage: EventReader = (event, place) => {
  const message = needed(event, 'message')
  const mid = neededId(message, 'mid')
  if (message.is_deleted === true) {
    // Meta's terms: what was taken back must be deleted here too.
    return [
      messageOf(event, place, { externalId: `${mid}:deleted`, kind: 'revoke', replyTo: mid, erase: true }),
    ]
  }
  const replyTo = recordAt(message, 'reply_to') ?? {}
  const arrived = recordAt(message, 'referral')
  const { referral, details } = arrived ? readDirectReferral(arrived) : {}
  const metadata = textAt(message, 'metadata')
  const messageId = ourMessageId(metadata)
  const content = contentOf(message, event)
  return [
    messageOf(event, place, {
      externalId: mid,
      ...content,
      ...dropUndefined({ replyTo: idAt(replyTo, 'mid'), referral }),
      echo: dropUndefined({ messageId }),
      data: dropUndefined({
        ...content.data,
        story: storyOf(replyTo),
        isSelf: message.is_self === true || undefined,
        appId: idAt(message, 'app_id'),
        metadata: messageId === undefined ? metadata : undefined,
        referralDetails: details,
        hopContext: event.hop_context,
        other: restOf({ ...restOf(message, readHereOf(message)), ...restOf(event, eventReadHere) }, []),
      }),
    }),
  ]
}

function contentOf(message: JsonRecord, event: JsonRecord): Content {
  const text = textAt(message, 'text')
  const choice = recordAt(message, 'quick_reply')
  if (choice) {
    const data = dropUndefined({ payload: textAt(choice, 'payload') })
    return dropUndefined({ kind: 'choice' as const, body: text, attachments: [], data })
  }
  if (isLeadSummary(event)) {
    // Meta writes it in the customer's name once an ad's questions are answered.
    const data = { event: 'lead_summary' }
    return dropUndefined({ kind: 'system' as const, body: text, attachments: [], data })
  }
  const content = readContent(listAt(message, 'attachments') ?? [], text)
  if (content) return content
  if (message.is_unsupported === true) return { kind: 'unsupported', attachments: [], data: {} }
  if (recordAt(message, 'referral')) return { kind: 'system', attachments: [], data: { event: 'referral' } }
  return { kind: 'unknown', attachments: [], data: { kind: 'empty', raw: message } }
}

function isLeadSummary(event: JsonRecord): boolean {
  const hops = listAt(event, 'hop_context') ?? [event.hop_context]
  return JSON.stringify(hops.slice(0, 20)).includes('messenger_lead_gen')
}

function storyOf(replyTo: JsonRecord) {
  const story = recordAt(replyTo, 'story')
  return story && dropUndefined({ id: idAt(story, 'id'), url: textAt(story, 'url') })
}

/** What cannot be read where it should stand is kept among the rest. */
function readHereOf(message: JsonRecord): string[] {
  const odd = (key: string) =>
    (key === 'text' && typeof message.text !== 'string') ||
    (key === 'attachments' && !Array.isArray(message.attachments))
  return readHere.filter((key) => !odd(key))
}
