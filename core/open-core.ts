import { createAssigner } from './assignment/create-assigner.ts'
import type { ChannelPort } from './channels/channel-port.ts'
import { type FollowOptions, followAccounts } from './channels/follow-accounts.ts'
import { applicationUrl, ensureApplicationRole } from './database/application-role.ts'
import { migrate } from './database/migrate.ts'
import { openOrm } from './database/open-orm.ts'
import { openPool } from './database/open-pool.ts'
import { createDatabase, type Database } from './database/sql.ts'
import { createDesk, type Desk } from './desk.ts'
import type { Subscriber } from './events.ts'
import { openIntake } from './inbox/open-intake.ts'
import type { Intake } from './inbox/raw-call.ts'
import type { Logger } from './log.ts'
import { readSharedClock } from './loops/compare-clocks.ts'
import { openLeadership } from './loops/open-leadership.ts'
import { wakeChannel } from './loops/open-listener.ts'
import { readQueues } from './loops/read-queues.ts'
import { createWake } from './loops/wake.ts'
import type { WorkOptions } from './loops/work-options.ts'
import { createFiles, type Files } from './media/create-files.ts'
import { createUploads, type Uploads } from './media/create-uploads.ts'
import { type MediaOptions, withoutStore } from './media/media-options.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createVault } from './secrets/vault.ts'
import { startWork } from './start-work.ts'

export interface CoreOptions {
  /** The owner's connection: makes the role, runs the migrations, and is then closed. */
  databaseUrl: string
  /** The application's own connection; absent: made from the owner's. */
  applicationDatabaseUrl?: string
  encryptionKeys: [Buffer, ...Buffer[]]
  migrations: string
  channels: readonly ChannelPort[]
  /** Where files are kept. Absent: nowhere; they wait. */
  media?: MediaOptions
  log: Logger
}

export interface Core {
  desk: Desk
  database: Database
  intake: Intake
  /** The stored files of messages. */
  files: Files
  /** Files that come with calls. */
  uploads: Uploads
  metrics: Metrics
  /** Says what the desk's events are for; before anything is received. */
  subscribe(subscribers: readonly Subscriber[]): void
  startWork(options: WorkOptions): { close(): Promise<void> }
  /** Whether the database answers, within a second. */
  ready(): Promise<boolean>
  /** Runs something in one process only, of all that share the database; see `open-leadership.ts`. */
  lead(what: string, start: () => { close(): Promise<void> }): { close(): Promise<void> }
  /** Runs something for each usable account of a network, also of those to come; see `follow-accounts.ts`. */
  follow(network: FollowOptions['network'], start: FollowOptions['start']): { close(): Promise<void> }
  close(): Promise<void>
}

/** Connections for intake and claim loops, and for the desk. Two processes stay well under PostgreSQL's usual 100. */
const hotConnections = 10
const relayConnections = 4
const deskConnections = 10

/** Opens core: a migrated database, the desk, the inbox, and, where asked for, the workers. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { log, channels, media } = options
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
  const relayPool = openPool({
    url,
    max: relayConnections,
    applicationName: 'parley-relay',
    onError,
    relay: true,
  })
  const database = createDatabase(pool, relayPool)
  await readSharedClock(database)
  const orm = await openOrm(url, deskConnections)
  const vault = createVault(options.encryptionKeys)
  const subscribers: Subscriber[] = []
  const wake = createWake((queues, teller) => {
    pool
      .query('select pg_notify($1, $2)', [wakeChannel, [...queues, teller].join(',')])
      .catch((error: Error) => log.debug({ err: error }, 'a wake-up was not sent; the pulse covers for it'))
  })
  const files = createFiles({ ...(media ?? withoutStore), database, keys: options.encryptionKeys })
  const uploads = createUploads({ ...(media ?? withoutStore), database })
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
  const own = [createAssigner(desk)]
  subscribers.push(...own)
  const intake = openIntake({
    database: createDatabase(intakePool, relayPool),
    onStored: (queue) => wake.wake(queue),
  })

  return {
    desk,
    database,
    intake,
    files,
    uploads,
    metrics,
    subscribe: (wanted) => void subscribers.push(...wanted),
    startWork: (work) =>
      startWork(
        {
          url,
          database,
          desk,
          vault,
          wake,
          log,
          metrics,
          channels,
          media,
          files,
          subscriptions: subscribers,
        },
        { ...work, subscribers: [...own, ...work.subscribers] },
      ),
    async ready() {
      // Both ways into the database: one of them alone would not show that the other has run dry.
      const answers = [database.query('select 1'), orm.em.getConnection().execute('select 1')]
      const answered = Promise.all(answers).then(
        () => true,
        () => false,
      )
      const late = new Promise<boolean>((resolve) => void setTimeout(resolve, 1_000, false).unref())
      return Promise.race([answered, late])
    },
    lead: (what, start) => openLeadership({ url, what, start, log }),
    follow: (network, start) => followAccounts({ database, vault, network, start, log }),
    async close() {
      await orm.close()
      await Promise.all([pool.end(), intakePool.end(), relayPool.end()])
    },
  }
}
