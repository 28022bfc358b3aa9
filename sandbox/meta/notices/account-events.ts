import type { Fields } from '../fields.ts'
import type { MetaApp } from '../meta-app.ts'

const day = 86_400
const owner = '2400000000000001'
const waba = ({ wabaId }: MetaApp) => ({ waba_info: { waba_id: wabaId, owner_business_id: owner } })

/** What comes with each event of `account_update`; seconds since the epoch where there is a time. */
export const accountEvents: Record<string, (app: MetaApp, seconds: number) => Fields> = {
  ACCOUNT_DELETED: () => ({}),
  ACCOUNT_OFFBOARDED: () => ({}),
  ACCOUNT_RECONNECTED: () => ({}),
  ACCOUNT_RESTRICTION: (_, seconds) => ({
    restriction_info: [
      { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: seconds + 3 * day },
    ],
  }),
  ACCOUNT_VIOLATION: () => ({ violation_info: { violation_type: 'SPAM' } }),
  AD_ACCOUNT_LINKED: ({ wabaId }) => ({
    waba_info: { waba_id: wabaId, owner_business_id: owner, ad_account_linked: '2400000000000009' },
  }),
  AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: (_, seconds) => ({
    auth_international_rate_eligibility: {
      start_time: seconds,
      exception_countries: [{ country_code: 'ID', start_time: seconds }],
    },
  }),
  BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: () => ({ country: 'FR' }),
  DISABLED_UPDATE: () => ({
    ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'January 15, 2027' },
  }),
  MM_LITE_TERMS_SIGNED: waba,
  PARTNER_ADDED: waba,
  PARTNER_APP_INSTALLED: waba,
  PARTNER_APP_UNINSTALLED: waba,
  PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: () => ({
    partner_client_certification_info: {
      client_business_id: owner,
      status: 'APPROVED',
      rejection_reasons: ['NONE'],
    },
  }),
  PARTNER_REMOVED: (app) => ({
    ...waba(app),
    disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
  }),
  VOLUME_BASED_PRICING_TIER_UPDATE: (_, seconds) => ({
    volume_tier_info: {
      tier_update_time: seconds,
      pricing_category: 'UTILITY',
      tier: '25000001:50000000',
      effective_month: '2026-11',
      region: 'India',
    },
  }),
}
