import { connectionKey } from '#core/channels/connection-key.ts'
import type { InboundItem } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, listAt, recordAt } from '../meta/loose-json.ts'
import { readTime } from '../meta/read-time.ts'
import { readPerson } from './read-person.ts'
import { messageKey, type Where } from './where.ts'

/**
 * The owner connected his own account to the bot, changed what it may do, or took it away. The account is his user id,
 * which outlives every connection; the connection in its settings is how messages find it, and `via` names the bot with
 * whose token is answered.
 *
 * @throws Error with the reason when it does not say whose account it is
 */
export function readConnection(part: JsonRecord, { bot, now }: Where): InboundItem {
  const user = recordAt(part, 'user') ?? {}
  const account = idAt(user, 'id')
  const connection = idAt(part, 'id')
  if (account === undefined || connection === undefined) throw new Error('`user.id` or `id` is missing')
  const rights = recordAt(part, 'rights')
  // Older servers say it beside the rights.
  const canReply = rights ? rights.can_reply === true : part.can_reply === true
  const enabled = part.is_enabled !== false
  return dropUndefined({
    type: 'account-state' as const,
    network: 'telegram_business' as const,
    account,
    parent: { network: 'telegram' as const, account: bot },
    state: enabled ? ('connected' as const) : ('stopped' as const),
    name: readPerson(user).name,
    settings: {
      connectionId: connection,
      [connectionKey(connection)]: 'yes',
      via: bot,
      canReply: String(canReply),
      rights: JSON.stringify(rights ?? {}),
    },
    reason: enabled
      ? undefined
      : { code: 'disconnected', title: 'The owner took the bot out of his account' },
    at: readTime(part.date, now).at,
  })
}

/** Messages of the owner's account that somebody deleted: our copies go too. */
export function readDeleted(part: JsonRecord, { network, account, now }: Where): InboundItem[] {
  const chat = recordAt(part, 'chat') ?? {}
  const chatId = idAt(chat, 'id')
  const ids = (listAt(part, 'message_ids') ?? []).flatMap((value) => idAt({ value }, 'value') ?? [])
  if (chatId === undefined || ids.length === 0) throw new Error('`chat.id` or `message_ids` is missing')
  return ids.map((id) => ({
    type: 'message',
    network,
    account,
    externalId: `${messageKey(chatId, id)}:deleted`,
    person: readPerson(chat),
    sentAt: now,
    kind: 'revoke',
    replyTo: messageKey(chatId, id),
    attachments: [],
    data: {},
    erase: true,
  }))
}
