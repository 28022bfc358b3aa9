/** The ids and secrets on which the simulated networks and the app of a scene agree. */
export const world = {
  bot: {
    token: '7300000001:SCENE-staff-bot-token-0123456789abcdefg',
    username: 'scene_desk_bot',
    firstName: 'Scene Desk',
  },
  webhookSecret: 'scene-telegram-webhook-secret',
  meta: {
    appId: '910000000000007',
    appSecret: 'scene-meta-app-secret',
    verifyToken: 'scene-verify-token',
    phoneNumberId: '810000000000007',
    wabaId: '710000000000007',
    displayPhoneNumber: '33189000077',
    accessToken: 'EAAsceneWhatsappAccessToken',
  },
  customerBot: {
    token: '7300000002:SCENE-customer-bot-token-0123456789abcd',
    username: 'scene_gym_bot',
    firstName: 'Scene Gym',
    forCustomers: true,
  },
  instagram: { instagramAccountId: '610000000000007', accessToken: 'EAAsceneInstagramAccessToken' },
  page: { pageId: '510000000000007', pageAccessToken: 'EAAscenePageAccessToken' },
  googleKey: 'scene-google-leads-key',
  linkedin: {
    clientSecret: 'scene-linkedin-client-secret',
    organizationId: '410000007',
    accessToken: 'scene-linkedin-access-token',
  },
  formsToken: 'scene-forms-token',
  encryptionKey: Buffer.alloc(32, 7).toString('base64'),
  owner: {
    id: 5_100_001,
    firstName: 'Nadia',
    lastName: 'Benhaddad',
    username: 'nadia_scene',
    languageCode: 'en',
  },
} as const

/** The environment in which the app meets this world. */
export const sceneSettings = (sandboxUrl: string, databaseUrl: string): Record<string, string> => ({
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: databaseUrl,
  ENCRYPTION_KEY: world.encryptionKey,
  TELEGRAM_STAFF_BOT_TOKEN: world.bot.token,
  TELEGRAM_API_ROOT: `${sandboxUrl}/telegram`,
  OWNER_TELEGRAM_ID: String(world.owner.id),
  META_GRAPH_ROOT: `${sandboxUrl}/graph`,
  META_APP_ID: world.meta.appId,
  META_APP_SECRET: world.meta.appSecret,
  META_VERIFY_TOKEN: world.meta.verifyToken,
  WHATSAPP_PHONE_NUMBER_ID: world.meta.phoneNumberId,
  WHATSAPP_BUSINESS_ACCOUNT_ID: world.meta.wabaId,
  WHATSAPP_ACCESS_TOKEN: world.meta.accessToken,
})

/** What stands in the environment of a desk that all networks and lead sources lead to. */
export const everyNetwork = (sandboxUrl: string): Record<string, string> => ({
  TELEGRAM_CUSTOMER_BOT_TOKEN: world.customerBot.token,
  INSTAGRAM_ACCOUNT_ID: world.instagram.instagramAccountId,
  INSTAGRAM_ACCESS_TOKEN: world.instagram.accessToken,
  MESSENGER_PAGE_ID: world.page.pageId,
  MESSENGER_PAGE_ACCESS_TOKEN: world.page.pageAccessToken,
  GOOGLE_LEADS_KEY: world.googleKey,
  LINKEDIN_CLIENT_SECRET: world.linkedin.clientSecret,
  LINKEDIN_ORGANIZATION_ID: world.linkedin.organizationId,
  LINKEDIN_ACCESS_TOKEN: world.linkedin.accessToken,
  LINKEDIN_API_ROOT: `${sandboxUrl}/linkedin`,
  FORMS_TOKEN: world.formsToken,
})

/** Every secret of this world, none of which may stand in a log. */
export const secrets: string[] = [
  world.bot.token,
  world.customerBot.token,
  world.webhookSecret,
  world.meta.accessToken,
  world.meta.appSecret,
  world.instagram.accessToken,
  world.page.pageAccessToken,
  world.googleKey,
  world.linkedin.clientSecret,
  world.linkedin.accessToken,
  world.formsToken,
]
