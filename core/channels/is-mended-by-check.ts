/**
 * Reasons for which a channel stopped that a good answer disproves: the token works, the account is connected. Others,
 * such as unpaid bills or a missing right to send, cannot be told from asking; taken up by itself, the channel would stop
 * with the next message and tell its owners again and again.
 */
const disproved = new Set([
  '0',
  '190',
  'bad-token',
  'token-unreadable',
  'disconnected',
  'http-401',
  'telegram-401',
  'telegram-404',
])

/** Whether a channel that stopped for this reason may be taken up by itself when the network answers well. */
export const isMendedByCheck = (code: string | undefined): boolean =>
  code !== undefined && disproved.has(code)
