import { namelessNetworks } from '../conversations/receive/ask-for-profiles.ts'
import type { NewEvent } from '../events.ts'
import type { Queue } from '../loops/wake.ts'
import type { Lot } from './lot.ts'

/** Which queues may have work after a batch of one organization was taken in. Waking one for nothing costs a look. */
export function wakesOf(lot: Lot, events: readonly NewEvent[]): Queue[] {
  const messages = lot.message ?? []
  const asks =
    lot['fetch-request'] !== undefined || messages.some(({ item }) => namelessNetworks.has(item.network))
  return [
    ...(events.length > 0 ? ['outbox' as const] : []),
    ...(events.some(({ type }) => type === 'channel.resumed') ? ['send' as const] : []),
    ...(messages.some(({ item }) => item.attachments.length > 0) ? ['media' as const] : []),
    ...(asks ? ['task' as const] : []),
  ]
}
