import { createSender } from '../conversations/send-messages.ts'
import { createImports } from '../imports/work/run-imports.ts'
import { createUpdates } from '../inbox/handle-updates.ts'
import { createKeeper } from '../media/keep-media.ts'
import { createRelay } from '../outbox/relay-events.ts'
import { createShower } from '../posts/show-posts.ts'
import { ensureRecurring } from '../tasks/ensure-recurring.ts'
import { createTasks } from '../tasks/run-tasks.ts'
import type { Runner } from './create-runner.ts'
import type { Queue } from './wake.ts'
import type { WorkGround, WorkOptions } from './work-options.ts'

export interface NamedRunner {
  name: string
  queue: Queue
  runner: Runner
}

/**
 * Creates whoever works on claimed items side by side: events, messages to customers, posts to staff, files, lists, updates
 * of the staff bot and what has to be asked of networks; each where this process has what it takes.
 *
 * @param isBusy whether customers write faster than their messages are taken in: then the rest gives way
 */
export function createRunners(ground: WorkGround, work: WorkOptions, isBusy: () => boolean): NamedRunner[] {
  const { database, vault, wake, log, metrics, channels, media, files, subscriptions } = ground
  const onRecorded = () => wake.wake('outbox')
  const runners: NamedRunner[] = []
  const add = (name: string, queue: Queue, create: (onFree: () => void) => Runner) =>
    void runners.push({ name, queue, runner: create(() => wake.wakeHere(queue)) })
  for (const subscriber of work.subscribers) {
    add(`relay ${subscriber.name}`, 'outbox', (onFree) =>
      createRelay({ database, subscriber, log, isBusy, onFree }),
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
        isBusy,
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
  return runners
}
