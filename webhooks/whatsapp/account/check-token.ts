import type { AccountCheck, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { type InspectedToken, inspectToken, missingScopes } from '../../meta/inspect-token.ts'

export interface TokenCheck extends Pick<InspectedToken, 'expiresAt' | 'appId'> {
  dangers: AccountCheck['dangers']
}

/** Without the first nothing is sent, without the second nothing is known of the account. */
export const neededScopes = ['whatsapp_business_messaging', 'whatsapp_business_management']

/** Asks Meta about the token with the token itself, which is allowed; where it is not, everything stays unknown. */
export async function checkToken(graph: GraphClient, { token }: UsedAccount): Promise<TokenCheck> {
  const inspected = await inspectToken(graph, token)
  const { expiresAt, appId } = inspected
  return dropUndefined({
    expiresAt,
    appId,
    dangers: missingScopes(inspected, neededScopes).map(({ detail: scope }) => ({
      code: `permission-${scope}`,
      title: 'The access token lacks a permission',
      detail: scope,
    })),
  })
}
