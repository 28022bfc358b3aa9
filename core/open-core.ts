import type { ChannelPort } from './channels/channel-port.ts'
import type { InboundReader } from './channels/inbound-item.ts'
import { createSender } from './conversations/send-messages.ts'
import { applicationUrl, ensureApplicationRole } from './database/application-role.ts'
import { migrate } from './database/migrate.ts'
import { openOrm } from './database/open-orm.ts'
import { openPool } from './database/open-pool.ts'
import { createDatabase, type Database } from './database/sql.ts'
import { createDesk, type Desk } from './desk.ts'
import type { Subscriber } from './events.ts'
import { drainInbox } from './inbox/drain-inbox.ts'
import { createUpdates } from './inbox/handle-updates.ts'
import { openIntake } from './inbox/open-intake.ts'
import type { Intake } from './inbox/raw-call.ts'
import type { Logger } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createRelay } from './outbox/relay-events.ts'
import type { Messenger } from './posts/post.ts'
import { createShower } from './posts/show-posts.ts'
import { createVault } from './secrets/vault.ts'
import type { Runner } from './work/create-runner.ts'
import { openHousekeeping } from './work/housekeeping.ts'
import { openLeadership } from './work/open-leadership.ts'
import { openListener, wakeChannel } from './work/open-listener.ts'
import { openPulse } from './work/open-pulse.ts'
import { openWorker } from './work/open-worker.ts'
import { readQueues } from './work/read-queues.ts'
import { createWake, type Queue } from './work/wake.ts'

export interface CoreOptions {
  /** The owner's connection: makes the role, runs the migrations, and is then closed. */
  databaseUrl: string
  /** The application's own connection; absent: made from the owner's. */
  applicationDatabaseUrl?: string
  encryptionKeys: [Buffer, ...Buffer[]]
  migrations: string
  channels: readonly ChannelPort[]
  log: Logger
}

/** What runs only in a worker process. */
export interface WorkOptions {
  readers: ReadonlyMap<string, InboundReader>
  subscribers: readonly Subscriber[]
  /** Handles one stored update of the staff bot; none is taken up before `updatesReady` resolves. */
  handleUpdate?: (body: Buffer) => Promise<void>
  updatesReady?: Promise<unknown>
  messenger?: Messenger
  onUnreachable: (organizationId: string, chatId: string) => Promise<void>
}

export interface Core {
  desk: Desk
  database: Database
  intake: Intake
  metrics: Metrics
  /** Says what the desk's events are for; before anything is received. */
  subscribe(subscribers: readonly Subscriber[]): void
  startWork(options: WorkOptions): { close(): Promise<void> }
  /** Whether the database answers, within a second. */
  ready(): Promise<boolean>
  /** Runs something in one process only, of all that share the database; see `open-leadership.ts`. */
  lead(what: string, start: () => { close(): Promise<void> }): { close(): Promise<void> }
  close(): Promise<void>
}

/** Connections for intake and claim loops, and for the desk. Two processes stay well under PostgreSQL's usual 100. */
const hotConnections = 10
const deskConnections = 10

/** Opens core: a migrated database, the desk, the inbox, and, where asked for, the workers. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { log, channels } = options
  await ensureApplicationRole(options.databaseUrl)
  const applied = await migrate(options.databaseUrl, options.migrations)
  if (applied.length > 0) log.info({ migrations: applied }, 'the database was migrated')
  const url =
    options.applicationDatabaseUrl ?? (await applicationUrl(options.databaseUrl, options.encryptionKeys[0]))

  const onError = (error: Error) =>
    log.warn({ err: error }, 'a database connection was lost; it is opened anew')
  const pool = openPool({ url, max: hotConnections, applicationName: 'parley', onError })
  const intakePool = openPool({
    url,
    max: 2,
    applicationName: 'parley-intake',
    onError,
    // A little longer than the intake's own deadline: a hung connection is thrown away, not waited for.
    queryTimeout: 5_000,
  })
  const database = createDatabase(pool)
  const orm = await openOrm(url, deskConnections)
  const vault = createVault(options.encryptionKeys)
  const subscribers: Subscriber[] = []
  const wake = createWake((queues) => {
    pool
      .query('select pg_notify($1, $2)', [wakeChannel, queues.join(',')])
      .catch((error: Error) => log.debug({ err: error }, 'a wake-up was not sent; the pulse covers for it'))
  })
  const metrics = createMetrics(() => readQueues(database))
  const desk = createDesk({
    orm,
    vault,
    wake,
    log,
    channels,
    subscriptions: subscribers,
    onCall: metrics.called,
  })
  const intake = openIntake({
    database: createDatabase(intakePool),
    onStored: (queue) => wake.wake(queue),
  })

  const startWork = (work: WorkOptions) => {
    const onRecorded = () => wake.wake('outbox')
    const runners: [string, Queue, Runner][] = []
    const add = (name: string, queue: Queue, create: (onFree: () => void) => Runner) =>
      void runners.push([name, queue, create(() => wake.wakeHere(queue))])
    for (const subscriber of work.subscribers) {
      add(`relay ${subscriber.name}`, 'outbox', (onFree) =>
        createRelay({ database, subscriber, log, onFree }),
      )
    }
    add('sender', 'send', (onFree) =>
      createSender({
        database,
        channels,
        vault,
        subscriptions: subscribers,
        log,
        onFree,
        onRecorded,
        onSent: metrics.sent,
      }),
    )
    const { handleUpdate, messenger } = work
    if (handleUpdate) {
      let isReady = work.updatesReady === undefined
      work.updatesReady?.then(
        () => {
          isReady = true
          wake.wakeHere('updates')
        },
        (error: unknown) => log.debug({ err: error }, 'updates will not be handled by this process'),
      )
      add('updates', 'updates', (onFree) => {
        const runner = createUpdates({
          database,
          source: 'telegram_staff',
          handle: handleUpdate,
          log,
          onFree,
        })
        return { ...runner, run: async () => (isReady ? runner.run() : 0) }
      })
    }
    if (messenger) {
      add('shower', 'post', (onFree) =>
        createShower({
          database,
          messenger,
          log,
          onFree,
          onUnreachable: work.onUnreachable,
          onShown: metrics.shown,
        }),
      )
    }
    const workers = runners.map(([name, queue, runner]) =>
      openWorker({ name, queue, wake, log, run: () => runner.run() }),
    )
    workers.push(
      openWorker({
        name: 'inbox',
        queue: 'inbox',
        wake,
        log,
        run: () =>
          drainInbox({
            database,
            readers: work.readers,
            subscriptions: subscribers,
            log,
            onRecorded,
            onDrained: (_calls, items) => metrics.drained(items),
          }),
      }),
    )
    const pulse = openPulse({ database, wake, log })
    const listener = openListener({ url, wake, log })
    const housekeeping = openHousekeeping({ database, subscriptions: subscribers, log, onRecorded })
    return {
      async close() {
        await pulse.close()
        await Promise.all(workers.map((worker) => worker.close()))
        await Promise.all(runners.map(([, , runner]) => runner.settled()))
        await housekeeping.close()
        await listener.close()
      },
    }
  }

  return {
    desk,
    database,
    intake,
    metrics,
    subscribe: (wanted) => void subscribers.push(...wanted),
    startWork,
    async ready() {
      const answered = database.query('select 1').then(
        () => true,
        () => false,
      )
      const late = new Promise<boolean>((resolve) => void setTimeout(resolve, 1_000, false).unref())
      return Promise.race([answered, late])
    },
    lead: (what, start) => openLeadership({ url, what, start, log }),
    async close() {
      await orm.close()
      await Promise.all([pool.end(), intakePool.end()])
    },
  }
}
