import type { SettingsOf } from '#core/config.ts'
import type { webhookSettings } from './settings.ts'
import type { WebhookRouterOptions } from './webhook-router.ts'

/** The doors that the environment opens: with whose secret each kind of call is checked. */
export function doorsOfSettings(
  values: SettingsOf<typeof webhookSettings>,
): Pick<WebhookRouterOptions, 'meta' | 'linkedin' | 'trustedProxies'> {
  const {
    META_APP_SECRET: appSecret,
    META_VERIFY_TOKEN: verifyToken,
    INSTAGRAM_APP_SECRET: instagramSecret,
  } = values
  const { LINKEDIN_CLIENT_SECRET: clientSecret, TRUSTED_PROXIES: trustedProxies } = values
  return {
    trustedProxies,
    ...(appSecret && verifyToken
      ? { meta: { appSecret, verifyToken, ...(instagramSecret ? { instagramSecret } : {}) } }
      : {}),
    ...(clientSecret ? { linkedin: { clientSecret } } : {}),
  }
}
