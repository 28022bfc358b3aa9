import type { AccountCheck, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, listAt, recordAt } from '../../meta/loose-json.ts'

export interface TokenCheck {
  /** Absent: never, or unknown. */
  expiresAt?: Date
  /** The app that the token was made for. */
  appId?: string
  dangers: AccountCheck['dangers']
}

const needed = ['whatsapp_business_messaging', 'whatsapp_business_management']

/** Asks Meta about the token with the token itself, which is allowed; where it is not, everything stays unknown. */
export async function checkToken(graph: GraphClient, account: UsedAccount): Promise<TokenCheck> {
  const answer = await graph.get('debug_token', account.token, { input_token: account.token })
  const data = answer.kind === 'answered' ? recordAt(answer.body, 'data') : undefined
  if (data === undefined) return { dangers: [] }
  const seconds = Number(data.expires_at)
  const scopes = listAt(data, 'scopes')
  const missing = scopes ? needed.filter((scope) => !scopes.includes(scope)) : []
  return dropUndefined({
    expiresAt: Number.isSafeInteger(seconds) && seconds > 0 ? new Date(seconds * 1000) : undefined,
    appId: idAt(data, 'app_id'),
    dangers: missing.map((scope) => ({
      code: `permission-${scope}`,
      title: 'The access token lacks a permission',
      detail: scope,
    })),
  })
}
