import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { AccountDirectory } from '#core/channels/create-directory.ts'
import type { Network } from '#core/channels/inbound-item.ts'

/** A directory in which one account is connected: the one that this secret opens. */
export function oneAccount(
  network: Network,
  secret: string,
  settings: Record<string, string> = {},
): AccountDirectory {
  const externalId = accountOfSecret(network, secret)
  return {
    find: async (asked, id) =>
      asked === network && id === externalId ? { externalId, settings } : undefined,
  }
}
