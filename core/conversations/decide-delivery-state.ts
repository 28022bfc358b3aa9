import type { DeliveryStateName } from '../channels/inbound-item.ts'
import type { MessageStatus } from './message.ts'

/** How far a message has come. States arrive in any order; a message only ever moves up. */
const rank: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  sent: 3,
  // Above sent, since a network may take a message and refuse it later; below delivered, since what has arrived has.
  failed: 4,
  delivered: 5,
  read: 6,
}

/**
 * Decides what a network's word makes of a message's status.
 *
 * @returns the new status, or undefined when the message is at least that far already
 */
export function decideDeliveryState(
  current: MessageStatus,
  state: DeliveryStateName,
): MessageStatus | undefined {
  const next: MessageStatus = state === 'played' ? 'read' : state
  return rank[next] > rank[current] ? next : undefined
}
