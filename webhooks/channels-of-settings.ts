import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import type { SettingsOf } from '#core/config.ts'
import type { webhookSettings } from './settings.ts'

/** An account that the environment names, as `connectChannel` takes it. */
export interface NamedChannel {
  network: Network
  externalId: string
  name: string
  token: string
  settings: Record<string, string>
}

/** The accounts of the first organization, as the environment names them: each network that is switched on whole. */
export function channelsOfSettings(values: SettingsOf<typeof webhookSettings>): NamedChannel[] {
  const channels: NamedChannel[] = []
  const add = (
    network: Network,
    name: string,
    externalId: string | undefined,
    token: string | undefined,
    settings: Record<string, string> = {},
  ) => {
    if (externalId && token) channels.push({ network, externalId, name, token, settings })
  }
  const {
    WHATSAPP_BUSINESS_ACCOUNT_ID: businessAccountId,
    MESSENGER_PAGE_ID: pageId,
    MESSENGER_PAGE_ACCESS_TOKEN: pageToken,
    LINKEDIN_ORGANIZATION_ID: organization,
    LINKEDIN_AD_ACCOUNT_ID: adAccount,
    GOOGLE_LEADS_KEY: googleKey,
    FORMS_TOKEN: formsToken,
  } = values
  add(
    'whatsapp',
    'WhatsApp',
    values.WHATSAPP_PHONE_NUMBER_ID,
    values.WHATSAPP_ACCESS_TOKEN,
    businessAccountId ? { businessAccountId } : {},
  )
  add('instagram', 'Instagram', values.INSTAGRAM_ACCOUNT_ID, values.INSTAGRAM_ACCESS_TOKEN)
  add('messenger', 'Messenger', pageId, pageToken)
  // A page's lead ads come through the same door with the same token.
  add('facebook_leads', 'Facebook Lead Ads', pageId, pageToken)
  const bot = values.TELEGRAM_CUSTOMER_BOT_TOKEN
  add('telegram', 'Telegram', bot?.split(':')[0], bot)
  add('google_leads', 'Google Ads', googleKey && accountOfSecret('google_leads', googleKey), googleKey)
  const linkedinToken = values.LINKEDIN_ACCESS_TOKEN
  add('linkedin_leads', 'LinkedIn', organization && `organization:${organization}`, linkedinToken)
  add('linkedin_leads', 'LinkedIn Ads', adAccount && `sponsoredAccount:${adAccount}`, linkedinToken)
  add('forms', 'Website', formsToken && accountOfSecret('forms', formsToken), formsToken)
  return channels
}
