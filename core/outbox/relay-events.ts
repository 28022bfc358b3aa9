import { kept } from '../database/kept-plans.ts'
import type { Database } from '../database/sql.ts'
import type { DomainEvent, Subscriber } from '../events.ts'
import { type Logger, messageOf } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import { createRunner, type Runner } from '../loops/create-runner.ts'
import { newId } from '../new-id.ts'

export interface RelayOptions {
  database: Database
  subscriber: Subscriber
  log: Logger
  /**
   * Whether this process has a long inbox to work off. Then one lane goes on at a time: telling staff of what came in is
   * bound by their network's pace (27 a second) anyway, and eight lanes would take eight ninths of the database from it.
   */
  isBusy?: () => boolean
  onFree: () => void
}

interface Delivery {
  [column: string]: unknown
  id: string
  organization_id: string
  event_id: string
  attempts: number
  lease_token: string
  type: string
  data: unknown
  occurred_at: Date
}

const lanesAtOnce = 8
const leaseSeconds = 60
const attemptsPerDelivery = 12

/**
 * Brings events to one subscriber: at least once each, in order within a lane, many lanes at once. A delivery that
 * fails holds up its own lane, with growing pauses, and is dead after 12 attempts (about an hour); then its lane goes
 * on without it, and an admin can see and replay it.
 */
export function createRelay({ database, subscriber, log, isBusy, onFree }: RelayOptions): Runner {
  return createRunner<Delivery>({
    concurrency: () => (isBusy?.() ? 1 : lanesAtOnce),
    claim: (limit) => claim(database, subscriber.name, limit),
    takesAll: true,
    handle: async (delivery, store) => {
      const began = performance.now()
      const error = await subscriber.handle(eventOf(delivery)).then(
        () => undefined,
        (failure: unknown) => failure ?? new Error('unknown'),
      )
      if (error !== undefined) return store(() => postpone(database, log, subscriber.name, delivery, error))
      const waits = await store(() => finish(database, subscriber.name, delivery))
      log.debug(
        { deliver: delivery.type, subscriber: subscriber.name, ms: Math.round(performance.now() - began) },
        'an event was delivered',
      )
      return waits
    },
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a delivery could not be stored; its lease will run out'),
  })
}

const eventOf = (delivery: Delivery) =>
  ({
    id: delivery.event_id,
    organizationId: delivery.organization_id,
    type: delivery.type,
    data: delivery.data,
    occurredAt: delivery.occurred_at,
  }) as DomainEvent

/**
 * Claims the first delivery of each lane that is free and due. A lane's first is looked up by its index: as `not exists`
 * it may become a join over the whole backlog, since statistics of a queue are hardly ever true.
 */
function claim(database: Database, subscriber: string, limit: number): Promise<Delivery[]> {
  return database.relay<Delivery>(
    kept(`update event_delivery d set attempts = attempts + 1, lease_token = $3,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select c.organization_id, c.id, e.type, e.data, e.occurred_at from event_delivery c
         join domain_event e on e.organization_id = c.organization_id and e.id = c.event_id
         where c.subscriber = $1 and c.state = 'pending' and c.due_at <= now()
           and (c.lease_until is null or c.lease_until < now())
           and c.id = (select head.id from event_delivery head where head.subscriber = c.subscriber
             and head.lane = c.lane and head.state = 'pending' order by head.id limit 1)
         order by c.id limit $2 for update of c skip locked) first
       where d.organization_id = first.organization_id and d.id = first.id
       returning d.id, d.organization_id, d.event_id, d.attempts, d.lease_token, first.type, first.data,
         first.occurred_at`),
    [subscriber, limit, newId()],
  )
}

/** @returns whether more waits in the lane */
async function finish(database: Database, subscriber: string, delivery: Delivery): Promise<boolean> {
  const [row] = await database.relay<{ waits: boolean }>(
    kept(`with ended as (
         delete from event_delivery where organization_id = $1 and id = $2 and lease_token = $3 returning lane)
       select exists (select from event_delivery n where n.subscriber = $4 and n.lane = ended.lane
         and n.state = 'pending' and n.id <> $2) as waits from ended`),
    [delivery.organization_id, delivery.id, delivery.lease_token, subscriber],
  )
  // Lost to another process: whatever waits there waits for that one.
  return row?.waits ?? false
}

async function postpone(
  database: Database,
  log: Logger,
  subscriber: string,
  delivery: Delivery,
  error: unknown,
): Promise<void> {
  const dead = delivery.attempts >= attemptsPerDelivery
  log[dead ? 'error' : 'warn'](
    { deliver: delivery.type, subscriber, event: delivery.event_id, attempts: delivery.attempts, err: error },
    dead ? 'a delivery is dead: see last_error' : 'a delivery failed and will be tried again',
  )
  await database.relay(
    `update event_delivery set state = $4, last_error = $5, lease_token = null, lease_until = null,
         due_at = now() + make_interval(secs => $6)
       where organization_id = $1 and id = $2 and lease_token = $3`,
    [
      delivery.organization_id,
      delivery.id,
      delivery.lease_token,
      dead ? 'dead' : 'pending',
      messageOf(error).slice(0, 500),
      backOff(delivery.attempts - 1, 1, 600),
    ],
  )
}
