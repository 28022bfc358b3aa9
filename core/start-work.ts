import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelPort } from './channels/channel-port.ts'
import type { InboundReader } from './channels/inbound-item.ts'
import { createSender } from './conversations/send-messages.ts'
import type { Database } from './database/sql.ts'
import type { Desk } from './desk.ts'
import type { Subscriber } from './events.ts'
import type { Words } from './i18n.ts'
import { createImports } from './imports/work/run-imports.ts'
import { drainInbox } from './inbox/drain-inbox.ts'
import { createUpdates, type UpdatesOptions } from './inbox/handle-updates.ts'
import { importHistory } from './inbox/import-history.ts'
import { queueOf } from './inbox/queue-of.ts'
import type { InboundSource } from './inbox/raw-call.ts'
import { openClock } from './jobs/clock.ts'
import { jobs } from './jobs/index.ts'
import { runJob } from './jobs/run-job.ts'
import type { Logger } from './log.ts'
import type { Runner } from './loops/create-runner.ts'
import { openHousekeeping } from './loops/housekeeping.ts'
import { openListener } from './loops/open-listener.ts'
import { openPulse } from './loops/open-pulse.ts'
import { openWorker } from './loops/open-worker.ts'
import type { Queue, Wake } from './loops/wake.ts'
import type { Files } from './media/create-files.ts'
import { createKeeper } from './media/keep-media.ts'
import type { MediaFetcher } from './media/media-fetcher.ts'
import type { MediaOptions } from './media/media-options.ts'
import { openSweeper } from './media/open-sweeper.ts'
import type { Metrics } from './metrics.ts'
import { createRelay } from './outbox/relay-events.ts'
import type { EndOptions } from './posts/finish-post.ts'
import type { Messenger } from './posts/post.ts'
import { createShower } from './posts/show-posts.ts'
import { indexPending } from './search/index-pending.ts'
import type { Vault } from './secrets/vault.ts'
import { ensureRecurring } from './tasks/ensure-recurring.ts'
import { createTasks } from './tasks/run-tasks.ts'

/** What runs only in a worker process. */
export interface WorkOptions extends Pick<EndOptions, 'onUnreachable' | 'onTopicless' | 'onMoved'> {
  readers: ReadonlyMap<string, InboundReader>
  subscribers: readonly Subscriber[]
  /** Handles one stored update of the staff bot; none is taken up before `updatesReady` resolves. */
  handleUpdate?: UpdatesOptions['handle']
  updatesReady?: Promise<unknown>
  messenger?: Messenger
  /** For files that come from elsewhere than a customer's channel. */
  mediaFetchers?: readonly MediaFetcher[]
  /** Speaks to members in files that are written for them; without it no list is imported here. */
  words?: Words
}

/** What every loop works with. */
export interface Ground {
  url: string
  database: Database
  desk: Desk
  vault: Vault
  wake: Wake
  log: Logger
  metrics: Metrics
  channels: readonly ChannelPort[]
  /** Absent: this desk keeps no files. */
  media: MediaOptions | undefined
  files: Files
  /** All subscribers of the desk: for whom events are recorded. */
  subscriptions: readonly Subscriber[]
}

/** So many calls in one run of the inbox mean that it is behind. */
const longInbox = 100

/**
 * How long what is under way may take to end when the process has to, in milliseconds, of the 10 s that it has. A network
 * that hangs for longer is left: each of its calls is a row with a lease, which the next process takes up.
 */
const farewell = 5_500

/** In milliseconds. */
const searchRest = 500

/** Starts the claim loops of all queues; `close` lets what is under way end, for some seconds. */
export function startWork(ground: Ground, work: WorkOptions): { close(): Promise<void> } {
  const { url, database, desk, vault, wake, log, metrics, channels, media, files, subscriptions } = ground
  let inboxIsLong = false
  let inboxHasMore = false
  let searchHasMore = false
  const onRecorded = () => wake.wake('outbox')
  const runners: [string, Queue, Runner][] = []
  const add = (name: string, queue: Queue, create: (onFree: () => void) => Runner) =>
    void runners.push([name, queue, create(() => wake.wakeHere(queue))])
  for (const subscriber of work.subscribers) {
    add(`relay ${subscriber.name}`, 'outbox', (onFree) =>
      createRelay({ database, subscriber, log, isBusy: () => inboxIsLong, onFree }),
    )
  }
  add('sender', 'send', (onFree) =>
    createSender({
      database,
      channels,
      vault,
      files,
      subscriptions,
      log,
      onFree,
      onRecorded,
      onSent: metrics.sent,
    }),
  )
  add('tasks', 'task', (onFree) =>
    createTasks({
      database,
      channels,
      vault,
      subscriptions,
      log,
      onFree,
      onRecorded,
      onResumed: () => wake.wake('send'),
      onTask: metrics.asked,
    }),
  )
  ensureRecurring(database, channels).then(
    () => wake.wakeHere('task'),
    (error: unknown) => log.warn({ err: error }, 'accounts are looked after only once the database answers'),
  )
  if (media) {
    add('keeper', 'media', (onFree) =>
      createKeeper({
        ...media,
        database,
        vault,
        channels,
        fetchers: work.mediaFetchers ?? [],
        subscriptions,
        log,
        onFree,
        onRecorded,
        onReleased: () => wake.wake('send'),
        onKept: metrics.kept,
      }),
    )
  }
  const { handleUpdate, messenger, words } = work
  if (media && words) {
    add('imports', 'import', (onFree) =>
      createImports({
        ...media,
        database,
        fetchers: work.mediaFetchers ?? [],
        subscriptions,
        words,
        log,
        onFree,
        onRecorded,
        isBusy: () => inboxIsLong,
      }),
    )
  }
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
        onTopicless: work.onTopicless,
        onMoved: work.onMoved,
        onShown: metrics.shown,
      }),
    )
  }
  const workers = runners.map(([name, queue, runner]) =>
    openWorker({ name, queue, wake, log, run: () => runner.run(), hasMore: runner.hasMore }),
  )
  const isOld = (source: string) => queueOf(source as InboundSource) === 'history'
  const live = new Map([...work.readers].filter(([source]) => !isOld(source)))
  const old = new Map([...work.readers].filter(([source]) => isOld(source)))
  workers.push(
    openWorker({
      name: 'inbox',
      queue: 'inbox',
      wake,
      log,
      run: async () => {
        const { calls, more } = await drainInbox({
          database,
          readers: live,
          subscriptions,
          log,
          wake: wake.wake,
          onDrained: (_calls, items) => metrics.drained(items),
        })
        inboxIsLong = calls >= longInbox
        inboxHasMore = more
        return calls
      },
      hasMore: () => inboxHasMore,
    }),
    openWorker({
      name: 'history',
      queue: 'history',
      wake,
      log,
      run: () =>
        importHistory({
          database,
          readers: old,
          subscriptions,
          log,
          wake: wake.wake,
          isBusy: () => inboxIsLong,
          onDrained: metrics.drained,
        }),
    }),
  )
  workers.push(
    openWorker({
      name: 'search',
      queue: 'search',
      wake,
      log,
      // Whoever writes comes before whoever looks for it: between two batches it rests twice as long as one took, and so
      // long that a stream of messages becomes findable by the handful.
      run: async () => {
        if (inboxIsLong) return 0
        const began = performance.now()
        const { read, more } = await indexPending(database)
        searchHasMore = more
        const took = performance.now() - began
        if (read > 0) await sleep(more ? 2 * took : Math.max(2 * took, searchRest), undefined, { ref: false })
        return read
      },
      hasMore: () => searchHasMore,
    }),
  )
  const tools = { database, desk, subscriptions, log, onRecorded }
  workers.push(
    openWorker({
      name: 'jobs',
      queue: 'job',
      wake,
      log,
      // What the clock has missed. No more than once for each beat of the pulse, which asks again.
      async run() {
        for (const job of jobs) await runJob(job, tools)
        return 0
      },
    }),
  )
  const clock = openClock({ url, jobs, run: (job) => runJob(job, tools), log })
  const pulse = openPulse({ database, wake, log })
  const sweeper = media ? openSweeper({ ...media, database, log }) : undefined
  const listener = openListener({ url, wake, log })
  const housekeeping = openHousekeeping({ database, subscriptions, log, onRecorded, wake: wake.wake })
  return {
    async close() {
      await Promise.all([pulse.close(), clock.close()])
      // Both at once: a worker whose places are all taken rests until one of them is free.
      const settled = () => Promise.all(runners.map(([, , runner]) => runner.settled()))
      const closed = Promise.all([...workers.map((worker) => worker.close()), settled()]).then(settled)
      const cutOff = await Promise.race([closed.then(() => false), sleep(farewell, true, { ref: false })])
      if (cutOff) log.warn('what is under way at networks was cut off; its leases will run out')
      await housekeeping.close()
      await sweeper?.close()
      await listener.close()
    },
  }
}
