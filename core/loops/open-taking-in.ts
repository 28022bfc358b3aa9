import { setTimeout as sleep } from 'node:timers/promises'
import { drainInbox } from '../inbox/drain-inbox.ts'
import { importHistory } from '../inbox/import-history.ts'
import { queueOf } from '../inbox/queue-of.ts'
import type { InboundSource } from '../inbox/raw-call.ts'
import { indexPending } from '../search/index-pending.ts'
import { openWorker } from './open-worker.ts'
import type { WorkGround, WorkOptions } from './work-options.ts'

/** So many calls in one run of the inbox mean that it is behind. */
const longInbox = 100

/** How long a search index that is up to date is left alone, in milliseconds. */
const searchRest = 500

/**
 * Opens the workers that take in what networks brought: what is live first; old chats, and what is to be made findable,
 * where that leaves time.
 */
export function openTakingIn(
  { database, wake, log, metrics, subscriptions }: WorkGround,
  { readers }: Pick<WorkOptions, 'readers'>,
) {
  let inboxIsLong = false
  let inboxHasMore = false
  let searchHasMore = false
  const isBusy = () => inboxIsLong
  const isOld = (source: string) => queueOf(source as InboundSource) === 'history'
  const live = new Map([...readers].filter(([source]) => !isOld(source)))
  const old = new Map([...readers].filter(([source]) => isOld(source)))
  const workers = [
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
          isBusy,
          onDrained: metrics.drained,
        }),
    }),
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
  ]
  return { workers, isBusy }
}
