import type { Context } from 'grammy'

/** Whether somebody hides behind a group or a channel: an anonymous administrator, or a channel that posts. */
export const isAnonymous = ({ msg }: Context): boolean =>
  msg?.sender_chat !== undefined && msg.from?.is_bot === true
