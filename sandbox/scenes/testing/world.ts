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
