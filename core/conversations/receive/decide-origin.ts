import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { MessageStatus } from '../message.ts'

/** Whose words a message is, and what follows from how it came to us. */
export interface MessageOriginFacts {
  /**
   * - `customer`: he wrote just now; staff are told.
   * - `business`: somebody of the business wrote in the network's own app.
   * - `import`: an old chat; nobody is told and nothing is begun.
   */
  manner: 'customer' | 'business' | 'import'
  direction: 'inbound' | 'outbound'
  source: 'desk' | 'phone' | 'history'
  status: MessageStatus
}

/** Decides what a message that came in is. Of an import, what has `echo` was written by the business. */
export function decideOrigin({ echo, history }: InboundMessage): MessageOriginFacts {
  const direction = echo ? 'outbound' : 'inbound'
  if (history) {
    return {
      manner: 'import',
      direction,
      source: 'history',
      status: echo ? (history.status ?? 'sent') : 'received',
    }
  }
  if (echo) return { manner: 'business', direction, source: 'phone', status: 'sent' }
  return { manner: 'customer', direction, source: 'desk', status: 'received' }
}
