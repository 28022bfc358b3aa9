import type { InboundItem } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../meta/loose-json.ts'
import { readTime } from '../meta/read-time.ts'
import { readPerson } from './read-person.ts'
import { messageKey, type Where } from './where.ts'

/**
 * What a person's reaction to a message is from now on; without an emoji it was taken back.
 *
 * @throws Error with the reason when it does not say whose or to what
 */
export function readReaction(part: JsonRecord, where: Where): InboundItem {
  const { network, account, update, now } = where
  const chat = recordAt(part, 'chat') ?? {}
  const user = recordAt(part, 'user')
  const chatId = idAt(chat, 'id')
  const messageId = idAt(part, 'message_id')
  if (chatId === undefined || messageId === undefined) throw new Error('`chat.id` or `message_id` is missing')
  if (chat.type !== 'private' || !user) {
    return { type: 'channel-notice', network, account, topic: 'group-reaction', data: part }
  }
  const reactions = (listAt(part, 'new_reaction') ?? []).filter(isRecord)
  const first = reactions[0]
  const key = messageKey(chatId, messageId)
  const time = readTime(part.date, now)
  return dropUndefined({
    type: 'message' as const,
    network,
    account,
    externalId: `${key}:reaction:${update}`,
    person: readPerson(user),
    sentAt: time.at,
    kind: 'reaction' as const,
    // A picture of one's own has no emoji that could be shown: a star stands for it.
    body: first && (textAt(first, 'emoji') ?? '⭐'),
    replyTo: key,
    attachments: [],
    data: dropUndefined({
      custom: first && textAt(first, 'custom_emoji_id'),
      unreadableTime: time.unreadable,
    }),
  })
}
