import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase } from '../../../core/testing/clone-database.ts'
import type { Fault } from '../../kernel.ts'
import type { MetaOptions } from '../../meta/meta-options.ts'
import { openSandbox } from '../../open-sandbox.ts'
import type { TelegramOptions } from '../../telegram/telegram-options.ts'
import { connectNetworks } from './connect-networks.ts'
import { control } from './control.ts'
import { createCustomerSide } from './customer-side.ts'
import { openDeskDatabase } from './desk-database.ts'
import { becomes, eventually } from './eventually.ts'
import { openFrontDoor } from './front-door.ts'
import { createGroupSide } from './group-side.ts'
import { type App, startApp } from './run-app.ts'
import { choiceOn, createStaffSide, type Person } from './staff-side.ts'
import { createTelegramSide } from './telegram-side.ts'
import type { Json } from './whatsapp-call.ts'
import { everyNetwork, sceneSettings, secrets, world } from './world.ts'

export interface HouseOptions {
  /** How the staff bot's updates come. Default webhook. */
  updates?: 'webhook' | 'polling'
  telegram?: TelegramOptions
  meta?: MetaOptions
  /** Beside WhatsApp also Instagram, Messenger, a Telegram bot for customers, and every source of leads. */
  networks?: boolean
  /** More of the app's environment. */
  env?: Record<string, string>
  /** The owner's URL of a database; absent: one of its own on the test server. */
  databaseUrl?: string
  /** Keeps the pace of staff chats (one message a second). */
  paced?: boolean
}

/** The whole desk: the simulated networks, the database, and the product as processes of its own. */
export type House = Awaited<ReturnType<typeof openHouse>>

/** Shorter than this, a person's words may stand in the log by chance. */
const shortestTelling = 8

/** Opens a house in which the owner has started the bot and Meta knows the address. */
export async function openHouse(options: HouseOptions = {}) {
  const { updates = 'webhook' } = options
  const own = options.databaseUrl ? undefined : await cloneDatabase()
  const databaseUrl = options.databaseUrl ?? own?.url ?? ''
  const sandbox = await openSandbox({
    telegram: {
      rates: { enabled: false },
      webhookRetryMs: [50, 200, 400],
      pressWaitMs: 8_000,
      ...options.telegram,
    },
    meta: {
      statusDelayMs: [5, 20],
      readDelayMs: [5, 20],
      retryDelaysMs: [150, 300, 600],
      rates: { enabled: false },
      people: [],
      ...options.meta,
    },
  })
  const door = await openFrontDoor()
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-scene-'))
  const said = new Set<string>()
  const say = (words: string) => {
    if (words.length >= shortestTelling && !words.startsWith('/')) said.add(words)
  }
  const staff = createStaffSide(sandbox, say)
  const customers = createCustomerSide(sandbox, say)
  const telegram = createTelegramSide(sandbox, say)
  const groups = createGroupSide(sandbox, say)
  const database = openDeskDatabase(databaseUrl)
  const env = {
    ...sceneSettings(sandbox.url, databaseUrl),
    DATA_DIR: dataDir,
    PUBLIC_URL: door.url,
    TELEGRAM_UPDATES: updates,
    ...(updates === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: world.webhookSecret } : {}),
    ...(options.networks ? everyNetwork(sandbox.url) : {}),
    ...options.env,
  }
  const apps: App[] = []
  const owner: Person = world.owner
  const leadTo = (chosen = apps) => door.lead(chosen.filter((app) => app.isRunning()).map(({ url }) => url))
  const start = async (more: Record<string, string> = {}) => {
    const app = await startApp({ ...env, ...more })
    apps.push(app)
    leadTo()
    return app
  }
  const current = () => {
    const app = apps.findLast((one) => one.isRunning())
    if (!app) throw new Error('No process of the desk is running.')
    return app
  }
  const close = async () => {
    // What the desk said, for whoever looks into a scene that failed.
    if (process.env.SCENE_LOG)
      await appendFile(process.env.SCENE_LOG, apps.map((app) => app.output()).join(''))
    // Meta and Telegram stop first, so that nothing arrives at a desk that is leaving.
    await sandbox.close()
    for (const app of apps) if (app.isRunning()) app.signal('SIGKILL')
    await Promise.all(apps.map(({ ended }) => ended))
    await door.close()
    await database.close()
    await own?.drop()
    await rm(dataDir, { recursive: true, force: true })
  }

  const house = {
    ...staff,
    ...customers,
    ...telegram,
    ...groups,
    /** Asks the control API of the sandbox. */
    control: (method: string, path: string, body?: Json) => control(sandbox, method, path, body),
    /** More words that the log must not hold. */
    say,
    sql: database.sql,
    count: database.count,
    tablesWith: database.tablesWith,
    /** Keeps the pace of staff chats no more, here and in Telegram: what waits for nothing but its turn is shown at once. */
    async stopsPacing() {
      await groups.paces({ enabled: false })
      await database.removePace()
      await database.sql(`update staff_chat set paced_until = '-infinity'`)
    },
    /** Waits until Telegram has delivered everything and nothing is queued in the desk any more. */
    async quiet(within?: number) {
      const bots = () => sandbox.telegram.bots() as { pendingUpdates: number }[]
      await becomes(() => bots().reduce((sum, bot) => sum + bot.pendingUpdates, 0), 0, within)
      await database.quiet(within)
    },
    sandbox,
    owner,
    databaseUrl,
    /** The desk's public address, the same whichever processes are behind it. */
    url: door.url,
    /** The process started last that runs. */
    app: current,
    /** From now on the public address leads to these processes only. */
    leadTo,
    /** One more process on the same database. */
    startSecond: start,
    /** Ends the process at once, as a power cut would. */
    async kill9(app = current()) {
      app.signal('SIGKILL')
      await app.ended
      leadTo()
    },
    /** Asks the process to stop, as an operator would. Resolves to its exit code. */
    async stop(app = current()) {
      app.signal('SIGTERM')
      const code = await app.ended
      leadTo()
      return code
    },
    /** Starts a process anew, with changed settings where given. */
    restart: start,
    /** Lets something go wrong from now on. */
    fault: (fault: Omit<Fault, 'id'>) => sandbox.kernel.addFault(fault),
    clearFaults: () => sandbox.kernel.clearFaults(),
    /** Makes a person of Telegram a member without an invitation, and lets him start the bot. */
    async hires(firstName: string, role: 'admin' | 'agent' | 'viewer', language = 'en') {
      const person = await staff.newPerson(firstName, language)
      await database.sql(
        `insert into member (organization_id, id, telegram_user_id, name, role)
         select id, gen_random_uuid(), $1, $2, $3 from organization order by created_at limit 1`,
        [person.id, firstName, role],
      )
      await staff.starts(person)
      return person
    },
    /** Everything that all processes have written. */
    output: () => apps.map((app) => app.output()).join(''),
    /** What people said, who they are, and secrets, as far as the log speaks of them: nothing. */
    leaks() {
      const output = house.output()
      return [...secrets, ...said].filter(
        (words) => output.includes(words) || output.includes(JSON.stringify(words).slice(1, -1)),
      )
    },
    /** @throws when the log speaks of people, once everything is closed */
    async close() {
      const leaks = house.leaks()
      await close()
      if (leaks.length > 0)
        throw new Error(`The log of the desk has in it what must not be there: ${leaks.join(' | ')}`)
    },
  }

  try {
    await control(sandbox, 'PUT', '/telegram/bots', world.bot)
    if (options.networks) await control(sandbox, 'PUT', '/telegram/bots', world.customerBot)
    await control(sandbox, 'POST', '/staff', world.owner)
    await start()
    if (!options.paced) await database.removePace()
    await customers.connectMeta(door.url)
    if (options.networks) await connectNetworks(sandbox, door.url)
    if (updates === 'webhook') {
      await eventually('the bot sets its webhook', () => sandbox.telegram.appUrl())
    }
    await staff.starts(owner)
    if (own) {
      // Setting up begins by itself: scenes are of a desk that works already, where what the owner writes is no answer.
      const question = await staff.shown(owner, 'Let us set up your business')
      await staff.press(owner, question, choiceOn(question, 'cancel'))
    }
    // The desk looks after its channels as soon as it runs: on a busy machine before the networks know their tokens.
    await database.sql(
      `update channel_account set state = 'active', stopped_at = null, stopped_reason = null where state = 'stopped'`,
    )
  } catch (error) {
    process.stderr.write(`${house.output()}\n`)
    await close()
    throw error
  }
  return house
}
