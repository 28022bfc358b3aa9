import type { MessageStatus } from '#core/conversations/message.ts'

/** The sign on a member's own message for where it is; undefined while there is nothing to show. */
export function tickOf(status: MessageStatus): '👌' | '👀' | undefined {
  if (status === 'sent') return '👌'
  if (status === 'delivered' || status === 'read') return '👀'
  return undefined
}
