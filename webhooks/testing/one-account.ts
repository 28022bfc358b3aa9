import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { AccountDirectory } from '#core/channels/create-directory.ts'
import type { Network } from '#core/channels/inbound-item.ts'

/** Whose account it is. */
export const oneOrganization = '01900000-0000-7000-8000-000000000001'

/** A directory in which one account is connected: the one that this secret opens. */
export function oneAccount(
  network: Network,
  secret: string,
  settings: Record<string, string> = {},
): AccountDirectory {
  const externalId = accountOfSecret(network, secret)
  return {
    find: async (asked, id) =>
      asked === network && id === externalId
        ? { organizationId: oneOrganization, externalId, settings }
        : undefined,
  }
}
