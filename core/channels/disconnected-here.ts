/**
 * Why an account that a person disconnected is stopped. It has no secret any more, so only connecting it again takes it
 * up.
 */
export const disconnectedHere = { code: 'disconnected-here', title: 'A person disconnected this account' }

export const isDisconnected = (reason: { code: string } | null | undefined): boolean =>
  reason?.code === disconnectedHere.code
