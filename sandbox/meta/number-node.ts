import type { MetaApp } from './meta-app.ts'

/** A business number as `GET /{number}` shows it. */
export function numberNode(app: MetaApp) {
  return {
    verified_name: 'Playground Business',
    code_verification_status: 'VERIFIED',
    display_phone_number: app.displayPhoneNumber,
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    status: 'CONNECTED',
    name_status: 'APPROVED',
    account_mode: 'SANDBOX',
    messaging_limit_tier: 'TIER_2K',
    is_official_business_account: false,
    // The playground's number is also on the business's phone: its echoes, contacts and old chats can be asked for.
    is_on_biz_app: true,
    is_pin_enabled: true,
    webhook_configuration: { application: app.overrideUrl ?? app.webhookUrl },
    id: app.phoneNumberId,
  }
}

/** A WhatsApp business account as `GET /{account}` shows it. */
export function accountNode({ wabaId }: MetaApp) {
  return {
    id: wabaId,
    name: 'Playground Business',
    currency: 'EUR',
    timezone_id: '1',
    account_review_status: 'APPROVED',
    message_template_namespace: `playground_${wabaId}`,
  }
}
