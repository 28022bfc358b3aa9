import { kept } from '../database/kept-plans.ts'
import type { Database } from '../database/sql.ts'
import type { Logger } from '../log.ts'
import { compareClocks, type SharedClock, sharedClock } from './compare-clocks.ts'
import type { Queue, Wake } from './wake.ts'

export interface PulseOptions {
  database: Database
  wake: Wake
  log: Logger
  everyMs?: number
}

/**
 * Asks every two seconds, in one statement, which queues have work that is due, and wakes their workers here: the
 * safety net under LISTEN/NOTIFY, and the clock of everything that waits for a time or for a lease to run out. The same
 * statement compares the clock of this process with the one that all share.
 */
export function openPulse({ database, wake, log, everyMs = 2_000 }: PulseOptions): {
  close(): Promise<void>
} {
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let failing = false
  let current: Promise<void> = Promise.resolve()

  const beat = async () => {
    try {
      const began = Date.now()
      const [row] = await database.relay<SharedClock & { due: Record<Queue, boolean> }>(question)
      if (row) {
        compareClocks(began, row)
        for (const [queue, due] of Object.entries(row.due)) if (due) wake.wakeHere(queue as Queue)
      }
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, 'the pulse cannot reach the database; it keeps trying')
      failing = true
    }
    if (!closing) timer = setTimeout(start, everyMs * (0.9 + Math.random() / 5))
  }
  const start = () => {
    current = beat()
  }
  start()
  return {
    async close() {
      closing = true
      clearTimeout(timer)
      await current
    },
  }
}

const free = '(lease_until is null or lease_until < now())'
const question = kept(`select ${sharedClock}, to_json(due) as due from (select
  exists (select 1 from inbound_event where state = 'pending' and due_at <= now()
    and source not in ('telegram_staff', 'whatsapp_history')) as inbox,
  exists (select 1 from inbound_event where state = 'pending' and source = 'whatsapp_history' and due_at <= now())
    as history,
  exists (select 1 from contact_import where due_at <= now() and due_at < 'infinity' and ${free}) as import,
  exists (select 1 from inbound_event where state = 'pending' and source = 'telegram_staff' and due_at <= now())
    as updates,
  exists (select 1 from event_delivery where state = 'pending' and due_at <= now() and ${free}) as outbox,
  exists (select 1 from outbound_send where due_at <= now() and ${free}) as send,
  exists (select 1 from staff_post where state = 'pending' and due_at <= now()) as post,
  -- In order, so that it is the index that answers: among millions of stored files few or none wait.
  coalesce((select due_at from attachment where state = 'waiting' and due_at < 'infinity' and ${free} order by due_at limit 1) <= now(), false)
    as media,
  exists (select 1 from network_task where state = 'pending' and due_at <= now() and ${free}) as task,
  exists (select 1 from search_pending) as search,
  -- What the clock should have seen by now: it looks every five seconds, and here is who covers for it.
  (exists (select 1 from reminder where due_at <= now() - interval '6 seconds' and fired_at is null
     and done_at is null and cancelled_at is null)
   or exists (select 1 from snooze_end where due_at <= now() - interval '30 seconds')
   or exists (select 1 from digest where enabled and due_at <= now() - interval '90 seconds')) as job) due`)
