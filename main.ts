import { resolve } from 'node:path'
import { createStaffBot } from './bot/create-staff-bot.ts'
import { botSettings, publicUrlProblems, updatesMode } from './bot/settings.ts'
import { ConfigError, parseConfig } from './core/config.ts'
import { openEmbeddedServer } from './core/database/embedded/open-embedded-server.ts'
import { loadWords } from './core/i18n.ts'
import { createLog } from './core/log.ts'
import { createClosing } from './core/loops/create-closing.ts'
import { openCore } from './core/open-core.ts'
import { setUpFirst } from './core/organizations/set-up-first.ts'
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
import { createHealthRouter } from './webhooks/create-health-router.ts'
import { channelModules } from './webhooks/index.ts'
import { openServer } from './webhooks/open-server.ts'
import { webhookSettings } from './webhooks/settings.ts'
import { createWebhookRouter } from './webhooks/webhook-router.ts'

/**
 * The composition root: the only file that knows every room, and the only reader of the environment. It opens what
 * sends, then the desk, then what receives, and closes them in reverse.
 */
const began = performance.now()
const slices = [coreSettings, botSettings, webhookSettings] as const

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
  const [settings, bot, channels] = readSettings(env)
  if (sandbox) await preparePlayground(sandbox.url)

  const databaseUrl = settings.DATABASE_URL ?? (await openOwnDatabase(dataDir))
  const { keys, path } = encryptionKeys(settings.ENCRYPTION_KEY, dataDir)
  if (path && !isPlayground)
    log.warn({ path }, 'ENCRYPTION_KEY is not set: keep a copy of this file, tokens need it')

  const api = { root: channels.META_GRAPH_ROOT, version: channels.META_GRAPH_VERSION }
  const core = await openCore({
    databaseUrl,
    ...(settings.DATABASE_APP_URL ? { applicationDatabaseUrl: settings.DATABASE_APP_URL } : {}),
    encryptionKeys: keys,
    migrations: resolve(import.meta.dirname, 'migrations'),
    channels: channelModules.map((module) => module.createPort(api)),
    log,
  })
  closing.add(() => core.close())

  const organization = await setUpFirst(core.database, core.desk, {
    name: isPlayground ? 'Atlas Gym' : 'My organization',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    owner: bot.OWNER_TELEGRAM_ID ? { telegramUserId: bot.OWNER_TELEGRAM_ID, name: 'Owner' } : undefined,
    channels:
      channels.WHATSAPP_PHONE_NUMBER_ID && channels.WHATSAPP_ACCESS_TOKEN
        ? [
            {
              network: 'whatsapp',
              externalId: channels.WHATSAPP_PHONE_NUMBER_ID,
              name: 'WhatsApp',
              token: channels.WHATSAPP_ACCESS_TOKEN,
              settings: channels.WHATSAPP_BUSINESS_ACCOUNT_ID
                ? { businessAccountId: channels.WHATSAPP_BUSINESS_ACCOUNT_ID }
                : {},
            },
          ]
        : [],
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

  const staffBot = bot.TELEGRAM_STAFF_BOT_TOKEN
    ? createStaffBot({
        token: bot.TELEGRAM_STAFF_BOT_TOKEN,
        apiRoot: bot.TELEGRAM_API_ROOT,
        desk: core.desk,
        words: loadWords(resolve(import.meta.dirname, 'locales')),
        log,
      })
    : undefined
  if (staffBot) closing.add(() => staffBot.close())
  else log.warn('TELEGRAM_STAFF_BOT_TOKEN is not set: messages are kept, but nobody is told of them')
  core.subscribe(staffBot?.subscribers ?? [])

  if (settings.ROLES.includes('worker')) {
    const work = core.startWork({
      readers: new Map(channelModules.map((m) => [m.network, m.createReader({ now: () => new Date() })])),
      subscribers: staffBot?.subscribers ?? [],
      ...(staffBot
        ? {
            handleUpdate: staffBot.handleUpdate,
            updatesReady: staffBot.username(),
            messenger: staffBot.messenger,
          }
        : {}),
      onUnreachable: async (organizationId, chatId) => {
        await core.desk.perform({ kind: 'system', organizationId, name: 'posts' }, 'markUnreachable', {
          telegramUserId: Number(chatId),
        })
      },
    })
    closing.add(() => work.close())
  }

  let stopping = false
  const botId = bot.TELEGRAM_STAFF_BOT_TOKEN?.split(':')[0] ?? ''
  const receives = settings.ROLES.includes('web')
  const mode = updatesMode(bot, settings.PUBLIC_URL)
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
      ...(receives
        ? [
            createWebhookRouter({
              intake: core.intake,
              metrics: core.metrics,
              ...(channels.META_APP_SECRET && channels.META_VERIFY_TOKEN
                ? { meta: { appSecret: channels.META_APP_SECRET, verifyToken: channels.META_VERIFY_TOKEN } }
                : {}),
              ...(staffBot && mode === 'webhook' && bot.TELEGRAM_WEBHOOK_SECRET
                ? { telegramStaff: { botId, secretToken: bot.TELEGRAM_WEBHOOK_SECRET } }
                : {}),
            }),
          ]
        : []),
    ],
    ...(sandbox ? { first: createProxy(sandbox.url) } : {}),
  })
  closing.add(() => server.close())
  closing.add(async () => {
    stopping = true
  })

  if (staffBot && receives) {
    if (mode === 'webhook') {
      const publicUrl = settings.PUBLIC_URL ?? server.url
      void staffBot.receiveByWebhook(
        new URL('webhooks/telegram/staff', withSlash(publicUrl)).href,
        bot.TELEGRAM_WEBHOOK_SECRET ?? '',
      )
    } else {
      const polling = core.lead(`polling of bot ${botId}`, () => staffBot.receiveByPolling(core.intake))
      closing.add(() => polling.close())
    }
  }
  if (sandbox) await connectPlayground(sandbox.url, server.url)
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
    'TELEGRAM_STAFF_BOT_TOKEN',
    'WHATSAPP_PHONE_NUMBER_ID',
    'WHATSAPP_ACCESS_TOKEN',
    'META_APP_SECRET',
  ]
  return telling.some((name) => env[name]?.trim() || env[`${name}_FILE`]?.trim())
}

function readSettings(env: NodeJS.ProcessEnv) {
  try {
    const settings = parseConfig(slices, env)
    // The playground's Telegram is on this machine and needs no public address.
    const problems = env === process.env ? publicUrlProblems(settings[1], settings[0].PUBLIC_URL) : []
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

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
