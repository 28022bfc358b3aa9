import type { Network } from '#core/channels/inbound-item.ts'

/** What stands around the one thing that an update brings. */
export interface Where {
  network: Extract<Network, 'telegram' | 'telegram_business'>
  /**
   * The bot; for the owner's own account its connection, since his messages do not say whose account it is. Core knows
   * the account by any connection that it ever had.
   */
  account: string
  bot: string
  /** `update_id`: makes the ids of changes unique, which have none of their own. */
  update: string
  edited: boolean
  now: Date
}

/**
 * Our id of a message: numbers count per chat. A private chat's id is the customer's, in the owner's account too.
 */
export const messageKey = (chat: string, message: string): string => `${chat}:${message}`
