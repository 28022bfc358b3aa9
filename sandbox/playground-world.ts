/**
 * The world that the playground starts with: the ids and secrets that the simulated networks and the app must agree
 * on, and the people of the staff. None of it is secret: the simulators listen on this machine only.
 */
export const playgroundWorld = {
  bot: {
    token: '7000000001:PARLEY-playground-staff-bot-token-0001',
    username: 'parley_desk_bot',
    firstName: 'Parley Desk',
    topics: true,
  },
  customerBot: {
    token: '7000000002:PARLEY-playground-customer-bot-token-02',
    username: 'atlas_gym_bot',
    firstName: 'Atlas Gym',
    forCustomers: true,
  },
  webhookSecret: 'playground-telegram-secret',
  meta: {
    appId: '900000000000001',
    appSecret: 'playground-meta-app-secret',
    verifyToken: 'playground-verify-token',
    phoneNumberId: '100000000000001',
    wabaId: '200000000000001',
    displayPhoneNumber: '33189000001',
    accessToken: 'playground-whatsapp-access-token',
  },
  instagram: { instagramAccountId: '300000000000001', accessToken: 'playground-instagram-access-token' },
  page: { pageId: '400000000000001', pageAccessToken: 'playground-page-access-token' },
  googleKey: 'playground-google-key',
  linkedin: {
    clientSecret: 'playground-linkedin-secret',
    organizationId: '500000001',
    accessToken: 'playground-linkedin-token',
  },
  formsToken: 'playground-forms-token',
  staff: [
    { id: 5_000_001, firstName: 'Nadia', lastName: 'Haddad', username: 'nadia_h', languageCode: 'en' },
    { id: 5_000_002, firstName: 'Karim', lastName: 'Saleh', username: 'karim_s', languageCode: 'ar' },
    { id: 5_000_003, firstName: 'Claire', lastName: 'Moreau', username: 'claire_m', languageCode: 'fr' },
  ],
  /** Those who write on Telegram; the customers of the other networks come with their simulators. */
  telegramCustomers: [
    { id: 5_100_001, name: 'Yasmine Amrani', username: 'yasmine_amrani', language: 'fr' },
    { id: 5_100_002, name: 'Tomás Rivera', language: 'es' },
  ],
}

/** The environment in which the app meets this world. */
export const playgroundSettings = (sandboxUrl: string): Record<string, string> => ({
  TELEGRAM_API_ROOT: `${sandboxUrl}/telegram`,
  TELEGRAM_STAFF_BOT_TOKEN: playgroundWorld.bot.token,
  TELEGRAM_CUSTOMER_BOT_TOKEN: playgroundWorld.customerBot.token,
  TELEGRAM_WEBHOOK_SECRET: playgroundWorld.webhookSecret,
  TELEGRAM_UPDATES: 'webhook',
  OWNER_TELEGRAM_ID: String(playgroundWorld.staff[0]?.id),
  META_GRAPH_ROOT: `${sandboxUrl}/graph`,
  META_APP_SECRET: playgroundWorld.meta.appSecret,
  META_VERIFY_TOKEN: playgroundWorld.meta.verifyToken,
  WHATSAPP_PHONE_NUMBER_ID: playgroundWorld.meta.phoneNumberId,
  WHATSAPP_BUSINESS_ACCOUNT_ID: playgroundWorld.meta.wabaId,
  WHATSAPP_ACCESS_TOKEN: playgroundWorld.meta.accessToken,
  META_APP_ID: playgroundWorld.meta.appId,
  INSTAGRAM_ACCOUNT_ID: playgroundWorld.instagram.instagramAccountId,
  INSTAGRAM_ACCESS_TOKEN: playgroundWorld.instagram.accessToken,
  MESSENGER_PAGE_ID: playgroundWorld.page.pageId,
  MESSENGER_PAGE_ACCESS_TOKEN: playgroundWorld.page.pageAccessToken,
  GOOGLE_LEADS_KEY: playgroundWorld.googleKey,
  LINKEDIN_CLIENT_SECRET: playgroundWorld.linkedin.clientSecret,
  LINKEDIN_ORGANIZATION_ID: playgroundWorld.linkedin.organizationId,
  LINKEDIN_ACCESS_TOKEN: playgroundWorld.linkedin.accessToken,
  LINKEDIN_API_ROOT: `${sandboxUrl}/linkedin`,
  FORMS_TOKEN: playgroundWorld.formsToken,
})

/** The owner's colleagues. */
export const playgroundTeam = playgroundWorld.staff.slice(1).map((person) => ({
  telegramUserId: person.id,
  name: `${person.firstName} ${person.lastName}`,
  username: person.username,
  language: person.languageCode,
}))

/**
 * Sends one request to the sandbox's control API. @throws with what it answered when it refuses with anything but
 * `tolerated`: 409, for who is there already, unless said otherwise
 */
async function control(
  sandboxUrl: string,
  method: string,
  path: string,
  body?: unknown,
  tolerated = [409],
): Promise<unknown> {
  const answer = await fetch(`${sandboxUrl}/playground/api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  if (!answer.ok && !tolerated.includes(answer.status)) {
    throw new Error(`The sandbox answered ${answer.status} to ${method} ${path}: ${await answer.text()}`)
  }
  return answer.status === 204 ? undefined : answer.json()
}

/** Makes the people and the bots, before the app starts: it asks for its bots at once. */
export async function preparePlayground(sandboxUrl: string): Promise<void> {
  await control(sandboxUrl, 'PUT', '/telegram/bots', playgroundWorld.bot)
  await control(sandboxUrl, 'PUT', '/telegram/bots', playgroundWorld.customerBot)
  const known = (await control(sandboxUrl, 'GET', '/staff')) as { id: number }[]
  for (const person of playgroundWorld.staff) {
    if (!known.some(({ id }) => id === person.id)) await control(sandboxUrl, 'POST', '/staff', person)
  }
  // Who is there already is left as they are: the answer is then 409.
  for (const person of playgroundWorld.telegramCustomers)
    await control(sandboxUrl, 'POST', '/telegram/customers', person)
  await openBusiness(sandboxUrl, playgroundWorld.staff[0]?.id)
}

/** The owner has a business account from the first day on; whether a bot is connected to it is for them to say. */
async function openBusiness(sandboxUrl: string, ownerId: number | undefined): Promise<void> {
  const known = (await control(sandboxUrl, 'GET', '/telegram/business')) as { ownerId: number }[]
  if (known.some((account) => account.ownerId === ownerId)) return
  await control(sandboxUrl, 'POST', '/telegram/business', { ownerId, enabled: false })
}

/**
 * Tells the simulated networks where the app listens, once it does: Meta and LinkedIn check the address at once. The bot's main
 * Mini App is set up as an owner does it with BotFather.
 */
export async function connectPlayground(sandboxUrl: string, appUrl: string): Promise<void> {
  const { meta, instagram, page, linkedin, googleKey, formsToken } = playgroundWorld
  const webhookUrl = `${appUrl}/webhooks/meta`
  const { bot } = playgroundWorld
  await control(sandboxUrl, 'PUT', '/telegram/bots', { ...bot, mainWebApp: `${appUrl}/miniapp/` })
  await control(sandboxUrl, 'PUT', '/meta/app', { ...meta, webhookUrl: `${appUrl}/webhooks/whatsapp` })
  await control(sandboxUrl, 'PUT', '/meta/instagram', { ...instagram, webhookUrl })
  await control(sandboxUrl, 'PUT', '/meta/page', { ...page, webhookUrl })
  await control(sandboxUrl, 'PUT', '/leads/settings', { appUrl, googleKey, formsToken })
  const company = { ...linkedin, webhookUrl: `${appUrl}/webhooks/linkedin` }
  // An app that has no LinkedIn set up meets no challenge: then no leads come from there, and all else goes on.
  await control(sandboxUrl, 'PUT', '/leads/linkedin/app', company, [422])
  for (const person of playgroundWorld.staff) await greetBot(sandboxUrl, person.id)
}

/** Everybody on the staff has started the bot once, as they would have on their first day. */
async function greetBot(sandboxUrl: string, userId: number): Promise<void> {
  const staff = (await control(sandboxUrl, 'GET', '/staff')) as {
    id: number
    chats: { started?: boolean }[]
  }[]
  if (staff.find(({ id }) => id === userId)?.chats.some(({ started }) => started)) return
  await control(sandboxUrl, 'POST', `/staff/${userId}/chats/bot:${playgroundWorld.bot.username}/messages`, {
    text: '/start',
  })
}
