import { resolve } from 'node:path'
import { createApiRouter } from './admin-miniapp/api/create-api-router.ts'
import { createPageRouter } from './admin-miniapp/api/create-page-router.ts'
import { openPage } from './admin-miniapp/build/open-page.ts'
import { createStaffBot } from './bot/create-staff-bot.ts'
import { receiveByPolling } from './bot/receiving/receive-by-polling.ts'
import { botSettings, publicUrlProblems, updatesMode } from './bot/settings.ts'
import { createDirectory } from './core/channels/create-directory.ts'
import { ConfigError, parseConfig } from './core/config.ts'
import { openEmbeddedServer } from './core/database/embedded/open-embedded-server.ts'
import { loadWords } from './core/i18n.ts'
import { createLog } from './core/log.ts'
import { createClosing } from './core/loops/create-closing.ts'
import { mediaSettings } from './core/media/media-settings.ts'
import { openMediaStore } from './core/media/open-media-store.ts'
import { openCore } from './core/open-core.ts'
import { setUpFirst } from './core/organizations/set-up-first.ts'
import { chatEnds } from './core/posts/chat-ends.ts'
import { encryptionKeys } from './core/secrets/encryption-key.ts'
import { coreSettings } from './core/settings.ts'
import { createProxy } from './sandbox/create-proxy.ts'
import {
  connectPlayground,
  playgroundSettings,
  playgroundTeam,
  preparePlayground,
} from './sandbox/playground-world.ts'
import { spawnSandbox } from './sandbox/spawn-sandbox.ts'
import { channelsOfSettings } from './webhooks/channels-of-settings.ts'
import { createAddressReader } from './webhooks/client-address.ts'
import { createHealthRouter } from './webhooks/create-health-router.ts'
import { createMediaRouter } from './webhooks/create-media-router.ts'
import { doorsOfSettings } from './webhooks/doors-of-settings.ts'
import { createPorts, createReaders } from './webhooks/index.ts'
import { metaApi } from './webhooks/meta-api.ts'
import { missingSettings } from './webhooks/missing-settings.ts'
import { openServer } from './webhooks/open-server.ts'
import { webhookSettings } from './webhooks/settings.ts'
import { customerUpdateCall, customerUpdates } from './webhooks/telegram/customer-update-call.ts'
import { stopSpinning } from './webhooks/telegram/stop-spinning.ts'
import { createWebhookRouter } from './webhooks/webhook-router.ts'

/**
 * The composition root: the only file that knows every room, and the only reader of the environment. It opens what
 * sends, then the desk, then what receives, and closes them in reverse.
 */
const began = performance.now()
const slices = [coreSettings, mediaSettings, botSettings, webhookSettings] as const

const [first] = readSettings(process.env)
const isPlayground = !namesARealNetwork(process.env)
// A stranger at a terminal wants one line with an address, not a line for everything that happens.
const isAtATerminal = isPlayground && process.stdout.isTTY && !process.env.LOG_LEVEL
const log = createLog(isAtATerminal ? 'warn' : first.LOG_LEVEL)
const closing = createClosing(log)
await start().catch((error: unknown) => {
  log.fatal({ err: error }, 'Parley could not start')
  return closing.stop(1)
})

async function start(): Promise<void> {
  const dataDir = resolve(first.DATA_DIR)
  const sandbox = isPlayground ? await spawnSandbox(resolve(dataDir, 'sandbox.json')) : undefined
  if (sandbox) closing.add(() => sandbox.close())
  const env = sandbox ? { ...process.env, ...playgroundSettings(sandbox.url) } : process.env
  const [settings, media, bot, channels] = readSettings(env)
  if (sandbox) await preparePlayground(sandbox.url)

  const databaseUrl = settings.DATABASE_URL ?? (await openOwnDatabase(dataDir))
  const { keys, path } = encryptionKeys(settings.ENCRYPTION_KEY, dataDir)
  if (path && !isPlayground)
    log.warn({ path }, 'ENCRYPTION_KEY is not set: keep a copy of this file, tokens need it')

  const mode = updatesMode(bot, settings.PUBLIC_URL)
  const place = { publicUrl: settings.PUBLIC_URL }
  const store = await openMediaStore(media, dataDir)
  closing.add(async () => store.close?.())
  const mainBotId = channels.TELEGRAM_CUSTOMER_BOT_TOKEN?.split(':')[0]
  const customers =
    mode === 'webhook' && bot.TELEGRAM_WEBHOOK_SECRET
      ? {
          baseUrl: () => place.publicUrl ?? '',
          secret: bot.TELEGRAM_WEBHOOK_SECRET,
          ...(mainBotId ? { mainBotId } : {}),
        }
      : undefined
  const core = await openCore({
    databaseUrl,
    ...(settings.DATABASE_APP_URL ? { applicationDatabaseUrl: settings.DATABASE_APP_URL } : {}),
    encryptionKeys: keys,
    migrations: resolve(import.meta.dirname, 'migrations'),
    channels: createPorts({
      meta: metaApi(channels),
      telegram: {
        root: bot.TELEGRAM_API_ROOT,
        staffBotId: bot.TELEGRAM_STAFF_BOT_TOKEN?.split(':')[0] ?? '',
        ...(customers ? { webhook: customers } : {}),
      },
      linkedin: {
        root: channels.LINKEDIN_API_ROOT,
        ...(settings.PUBLIC_URL ? { webhookUrl: pathOf(settings.PUBLIC_URL, 'webhooks/linkedin') } : {}),
      },
    }),
    media: {
      store,
      incoming: resolve(dataDir, 'media/incoming'),
      maxMb: media.MEDIA_MAX_MB,
      // Without an address from outside, links are good on this machine, once the server listens.
      publicUrl: () => place.publicUrl ?? '',
    },
    log,
  })
  closing.add(() => core.close())

  const organization = await setUpFirst(core.database, core.desk, {
    name: isPlayground ? 'Atlas Gym' : 'My organization',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    owner: bot.OWNER_TELEGRAM_ID ? { telegramUserId: bot.OWNER_TELEGRAM_ID, name: 'Owner' } : undefined,
    channels: channelsOfSettings(channels),
  })
  if (sandbox) {
    // Only here: two months of a gym's chats are no part of a real desk's memory.
    const { furnishDemo } = await import('./core/demo/furnish-demo.ts')
    await furnishDemo({
      ...core,
      organizationId: organization.organizationId,
      channelAccountId: organization.channelAccountIds[0] ?? '',
      team: playgroundTeam,
      now: new Date(),
    })
  }

  if (process.argv[2] === 'desk') {
    // Only here: Node's REPL brings `domain`, which makes every event emitter of the process slower.
    const { openDeskRepl } = await import('./core/desk-repl.ts')
    await openDeskRepl(core.desk, organization.organizationId)
    return closing.stop(0)
  }

  const words = loadWords(resolve(import.meta.dirname, 'locales'))
  const staffBot = bot.TELEGRAM_STAFF_BOT_TOKEN
    ? createStaffBot({
        token: bot.TELEGRAM_STAFF_BOT_TOKEN,
        apiRoot: bot.TELEGRAM_API_ROOT,
        desk: core.desk,
        words,
        files: core.files,
        publicUrl: () => place.publicUrl ?? '',
        // The playground's networks are on this machine.
        setup: (network) =>
          missingSettings(channels, isPlayground ? place.publicUrl : settings.PUBLIC_URL, network),
        log,
      })
    : undefined
  if (staffBot) closing.add(() => staffBot.close())
  else log.warn('TELEGRAM_STAFF_BOT_TOKEN is not set: messages are kept, but nobody is told of them')
  core.subscribe(staffBot?.subscribers ?? [])

  let work: { close(): Promise<void> } | undefined
  closing.add(async () => work?.close())

  let stopping = false
  const botId = bot.TELEGRAM_STAFF_BOT_TOKEN?.split(':')[0] ?? ''
  const receives = settings.ROLES.includes('web')
  const miniApp =
    bot.TELEGRAM_STAFF_BOT_TOKEN && receives
      ? openPage({
          // Beside the packages that it is built with; a folder that nobody may write to is none.
          folders: [
            resolve(import.meta.dirname, 'node_modules/.cache/parley-miniapp'),
            resolve(dataDir, 'miniapp'),
          ],
          log,
        })
      : undefined
  if (miniApp) closing.add(async () => miniApp.close())
  const server = await openServer({
    host: settings.HOST,
    port: settings.PORT,
    log,
    routers: [
      createHealthRouter({
        ready: async () => !stopping && (await core.ready()),
        metricsPage: core.metrics.page,
        metricsType: core.metrics.contentType,
        metricsToken: settings.METRICS_TOKEN,
      }),
      createMediaRouter({ files: core.files }),
      ...(receives
        ? [
            createWebhookRouter({
              intake: core.intake,
              metrics: core.metrics,
              ...doorsOfSettings(channels),
              accounts: createDirectory(core.database, ['google_leads', 'forms']),
              uploads: core.uploads,
              ...(customers ? { telegramCustomer: customers } : {}),
              ...(staffBot && mode === 'webhook' && bot.TELEGRAM_WEBHOOK_SECRET
                ? { telegramStaff: { botId, secretToken: bot.TELEGRAM_WEBHOOK_SECRET } }
                : {}),
            }),
          ]
        : []),
      ...(miniApp && bot.TELEGRAM_STAFF_BOT_TOKEN
        ? [
            createApiRouter({
              desk: core.desk,
              words,
              files: core.files,
              botToken: bot.TELEGRAM_STAFF_BOT_TOKEN,
              addressOf: createAddressReader(channels.TRUSTED_PROXIES),
              log,
            }),
            createPageRouter({
              page: miniApp,
              publicUrl: () => place.publicUrl ?? '',
              // Nothing leaves the machine from the playground, which shows the page in a frame of its own.
              withTelegram: !isPlayground,
              ...(isPlayground ? { framedBy: ['http://127.0.0.1:*', 'http://localhost:*'] } : {}),
              log,
            }),
          ]
        : []),
    ],
    ...(sandbox ? { first: createProxy(sandbox.url) } : {}),
  })
  place.publicUrl ??= server.url
  closing.add(() => server.close())
  closing.add(async () => {
    stopping = true
  })

  if (staffBot && bot.DESK_CHAT_ID) staffBot.adoptGroup(organization.organizationId, bot.DESK_CHAT_ID)
  if (staffBot && receives) {
    if (mode === 'webhook') {
      const publicUrl = settings.PUBLIC_URL ?? server.url
      void staffBot.receiveByWebhook(
        pathOf(publicUrl, 'webhooks/telegram/staff'),
        bot.TELEGRAM_WEBHOOK_SECRET ?? '',
      )
    } else {
      const polling = core.lead(`polling of bot ${botId}`, () => staffBot.receiveByPolling(core.intake))
      closing.add(() => polling.close())
    }
  }
  if (receives && mode === 'polling') {
    // One leader for all of them: each leader holds a connection of the database.
    const polling = core.lead("polling of customers' bots", () =>
      core.follow('telegram', ({ token }) =>
        receiveByPolling({
          token,
          apiRoot: bot.TELEGRAM_API_ROOT,
          allowedUpdates: customerUpdates,
          toCall: customerUpdateCall,
          onStored: stopSpinning,
          intake: core.intake,
          log,
        }),
      ),
    )
    closing.add(() => polling.close())
  }
  if (sandbox) {
    await connectPlayground(sandbox.url, server.url)
    // The sandbox's website is shown at our own address, which must be named as any other origin.
    const website = channelsOfSettings(channels).find(({ network }) => network === 'forms')
    const start = { kind: 'system', organizationId: organization.organizationId, name: 'start' } as const
    if (website) {
      await core.desk.perform(start, 'connectChannel', { ...website, settings: { origins: server.url } })
    }
  }
  if (settings.ROLES.includes('worker')) {
    // Last: what looks after accounts tells networks where this desk is reached.
    work = core.startWork({
      readers: createReaders({ now: () => new Date() }),
      subscribers: staffBot?.subscribers ?? [],
      ...(staffBot
        ? {
            handleUpdate: staffBot.handleUpdate,
            updatesReady: staffBot.username(),
            messenger: staffBot.messenger,
            mediaFetchers: [staffBot.mediaFetcher],
            words,
          }
        : {}),
      ...chatEnds(core.desk),
    })
  }
  // After all that customers wait for; whoever opens the page earlier waits for the same building.
  void miniApp
    ?.ready()
    .catch((error: unknown) => log.error({ err: error }, "the Mini App's page is not there"))
  // What only the start needed, some 20 MB of modules' sources and settings, goes back to the system: a desk at rest would
  // keep it for hours. `npm start` names the flag; without it nothing happens.
  globalThis.gc?.({ type: 'major', flavor: 'last-resort' })
  const seconds = Math.round(performance.now() - began) / 1000
  log.info(
    { url: server.url, seconds, mode: isPlayground ? 'playground' : 'real' },
    isPlayground
      ? `The playground is ready: open ${server.url}/ (no real network is touched)`
      : `Parley is ready at ${settings.PUBLIC_URL ?? server.url}`,
  )
  if (isAtATerminal) process.stdout.write(`\n  Parley's playground is ready: open ${server.url}/\n\n`)
}

/** Any of these means a real network (or one that stands in for it): then nothing is simulated. */
function namesARealNetwork(env: NodeJS.ProcessEnv): boolean {
  const telling = [
    ...['TELEGRAM_STAFF_BOT_TOKEN', 'TELEGRAM_CUSTOMER_BOT_TOKEN', 'META_APP_SECRET'],
    ...['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'INSTAGRAM_ACCESS_TOKEN'],
    ...['MESSENGER_PAGE_ACCESS_TOKEN', 'GOOGLE_LEADS_KEY', 'LINKEDIN_CLIENT_SECRET', 'FORMS_TOKEN'],
  ]
  return telling.some((name) => env[name]?.trim() || env[`${name}_FILE`]?.trim())
}

function readSettings(env: NodeJS.ProcessEnv) {
  try {
    const settings = parseConfig(slices, env)
    // The playground's Telegram is on this machine and needs no public address.
    const [running, , bot, channels] = settings
    const hasBot = Boolean(bot.TELEGRAM_STAFF_BOT_TOKEN ?? channels.TELEGRAM_CUSTOMER_BOT_TOKEN)
    const problems = env === process.env ? publicUrlProblems(bot, running.PUBLIC_URL, hasBot) : []
    if (problems.length > 0) throw new ConfigError(problems)
    return settings
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\nSee .env.example for every setting.\n`)
    process.exit(78)
  }
}

async function openOwnDatabase(dataDir: string): Promise<string> {
  const server = await openEmbeddedServer({
    dataDir,
    log: (line) => log.debug({ postgres: line }, 'PostgreSQL'),
  })
  closing.add(() => server.close())
  return server.url
}

function pathOf(publicUrl: string, path: string): string {
  return new URL(path, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href
}
