import type { MetaApps } from '../meta-app.ts'
import { badParameter } from '../problems.ts'
import type { DirectAccounts } from './direct-account.ts'

const scopes = {
  whatsapp: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  instagram: [
    'instagram_business_basic',
    'instagram_business_manage_messages',
    'instagram_business_manage_comments',
  ],
  messenger: [
    'pages_messaging',
    'pages_manage_metadata',
    'pages_read_engagement',
    'pages_show_list',
    'leads_retrieval',
  ],
}

/**
 * `GET /debug_token?input_token=…`: whose token it is and until when it is good. `expires_at` in seconds; 0: it does not end.
 * @throws {GraphError} 100 without `input_token`
 */
export function debugToken(
  ground: { apps: MetaApps; accounts: DirectAccounts },
  token: string | null,
  now: number,
) {
  if (token === null || token === '') throw badParameter('The parameter input_token is required.')
  const number = ground.apps.byToken(token)
  const account = ground.accounts.byToken(token)
  const found = number ?? account
  if (!found)
    return {
      data: {
        is_valid: false,
        scopes: [],
        error: { code: 190, message: 'The access token could not be decrypted' },
      },
    }
  const { tokenExpiresAt: endsAt, appId } = found
  const kinds = { whatsapp: 'SYSTEM_USER', instagram: 'USER', messenger: 'PAGE' }
  const network = account?.network ?? 'whatsapp'
  const data = {
    app_id: appId,
    type: kinds[network],
    application: `App ${appId}`,
    expires_at: endsAt === undefined ? 0 : Math.floor(endsAt / 1000),
    data_access_expires_at: 0,
    is_valid: endsAt === undefined || endsAt > now,
    scopes: scopes[network],
    ...(account ? { profile_id: account.id } : {}),
  }
  return { data }
}
