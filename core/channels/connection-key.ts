const prefix = 'connection.'

/**
 * The key in an account's settings that says: this account is also named by that connection. An owner's own Telegram
 * account has a new connection each time it is connected, and messages name nothing else; it is found by any of them.
 */
export const connectionKey = (connectionId: string): string => `${prefix}${connectionId}`

/** The connections that settings name. */
export const connectionsOf = (settings: Record<string, string>): string[] =>
  Object.keys(settings).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
