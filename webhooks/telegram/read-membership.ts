import type { InboundItem } from '#core/channels/inbound-item.ts'
import { type JsonRecord, recordAt, textAt } from '../meta/loose-json.ts'
import { readTime } from '../meta/read-time.ts'
import { readPerson } from './read-person.ts'
import type { Where } from './where.ts'

/** A person blocked the bot or let it in again; in a group it is only kept. */
export function readMembership(part: JsonRecord, where: Where): InboundItem {
  const { network, account, now } = where
  const status = textAt(recordAt(part, 'new_chat_member') ?? {}, 'status')
  const isPrivate = recordAt(part, 'chat')?.type === 'private'
  if (!isPrivate || (status !== 'kicked' && status !== 'member')) {
    return { type: 'channel-notice', network, account, topic: 'membership', data: part }
  }
  return {
    type: 'person-state',
    network,
    account,
    person: readPerson(recordAt(part, 'from') ?? {}),
    state: status === 'kicked' ? 'blocked' : 'reachable',
    at: readTime(part.date, now).at,
  }
}
