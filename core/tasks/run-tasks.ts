import type { ChannelPort } from '../channels/channel-port.ts'
import { openAccount } from '../channels/open-account.ts'
import { stopChannel } from '../channels/stop-channel.ts'
import type { Database } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { isMeeting } from '../inbox/failure-kinds.ts'
import { type Logger, messageOf, withoutSecrets } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import { createRunner, type Runner, type Store } from '../loops/create-runner.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import type { Vault } from '../secrets/vault.ts'
import { claimTasks, leaseSeconds, type Task } from './claim-tasks.ts'
import { kinds } from './kinds/index.ts'
import type { TaskEnd, TaskResult } from './task-kind.ts'

export interface TaskOptions {
  database: Database
  channels: readonly ChannelPort[]
  vault: Vault
  subscriptions: Subscriptions
  log: Logger
  onFree: () => void
  onRecorded: () => void
  /** Told when a channel works again by itself: what waited may go. */
  onResumed: () => void
  /** Told how each task ended: for metrics. */
  onTask?: (kind: string, end: string) => void
}

const tasksAtOnce = 8
/** A lead that was just told of may not be there yet: it is asked for again soon. */
const firstPauseMs = 3_000
/** Each time another one got ahead, so that more than there are side by side would be a mistake. */
const meetings = 10

/** Does what has to be asked of networks apart from messages, each task at least once, many accounts at once. */
export function createTasks(options: TaskOptions): Runner {
  const { database, log, onFree } = options
  return createRunner<Task>({
    concurrency: tasksAtOnce,
    claim: (limit) => claimTasks(database, limit),
    handle: (task, store) => handle(options, task, store),
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a task could not be stored; its lease will run out'),
  })
}

async function handle(options: TaskOptions, task: Task, store: Store): Promise<void> {
  const began = performance.now()
  const result = await run(options, task, store)
  const events = await store(() => meetAgain(() => finish(options, task, result)))
  options.onTask?.(task.kind, result.end.end)
  options.log[result.end.end === 'dead' ? 'warn' : 'info'](
    {
      task: task.id,
      kind: task.kind,
      organization: task.organization_id,
      outcome: result.end.end,
      code: 'failure' in result.end ? result.end.failure.code : undefined,
      attempt: task.attempts,
      ms: Math.round(performance.now() - began),
    },
    'a network was asked',
  )
  if (events.length > 0) options.onRecorded()
  if (events.some(({ type }) => type === 'channel.resumed')) options.onResumed()
}

async function run(options: TaskOptions, task: Task, store: Store): Promise<TaskResult> {
  const { database, channels, vault } = options
  const opened = await store(() =>
    database.transaction({ organizationId: task.organization_id }, (sql) =>
      openAccount(sql, vault, task.organization_id, task.channel_account_id),
    ),
  )
  const port = channels.find(({ network }) => network === opened?.network)
  // A version that knows the network may come: the task waits for it.
  if (!opened || !port) {
    return {
      end: { end: 'again', failure: { code: 'no-port', title: 'This version cannot ask this network.' } },
    }
  }
  if ('unusable' in opened) return { end: { end: 'channel-stopped', failure: opened.unusable } }
  try {
    const { account, state } = opened
    const keep = (write: NonNullable<TaskResult['write']>) => store(() => keepSome(options, task, write))
    return await kinds[task.kind].run({ database, task, port, account, state, keep })
  } catch (error) {
    options.log.error({ err: error, task: task.id, kind: task.kind }, 'a task failed by a mistake of ours')
    const title = messageOf(error).slice(0, 300)
    return { end: { end: 'again', failure: { code: 'bug', title } } }
  }
}

/** Writes a part of what a task found out, and makes its lease last on. */
async function keepSome(
  options: TaskOptions,
  task: Task,
  write: NonNullable<TaskResult['write']>,
): Promise<boolean> {
  const events = await meetAgain(() =>
    options.database.transaction({ organizationId: task.organization_id }, async (sql) => {
      const [mine] = await sql.query(
        `update network_task set lease_until = now() + make_interval(secs => ${leaseSeconds})
         where organization_id = $1 and id = $2 and lease_token = $3 returning id`,
        [task.organization_id, task.id, task.lease_token],
      )
      if (!mine) return undefined
      const written = await write(sql)
      await recordEvents(sql, task.organization_id, options.subscriptions, written)
      return written
    }),
  )
  if (events && events.length > 0) options.onRecorded()
  return events !== undefined
}

/** What a task found out may be about a person who writes at this moment: then its end is stored anew. */
async function meetAgain<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let meeting = 1; ; meeting += 1) {
    try {
      return await step()
    } catch (error) {
      if (!isMeeting(error) || meeting >= meetings) throw error
    }
  }
}

async function finish(options: TaskOptions, task: Task, { end, write }: TaskResult): Promise<NewEvent[]> {
  const { database, subscriptions } = options
  return database.transaction({ organizationId: task.organization_id }, async (sql) => {
    const [mine] = await sql.query(
      `select id from network_task where organization_id = $1 and id = $2 and lease_token = $3 for update`,
      [task.organization_id, task.id, task.lease_token],
    )
    // Somebody else has the task by now, or asked for it anew: what was learnt is written by that one.
    if (!mine) return []
    const events = (await write?.(sql)) ?? []
    await sql.enter({ organizationId: task.organization_id })
    if (end.end === 'channel-stopped') {
      events.push(
        ...(await stopChannel(sql, task.organization_id, task.channel_account_id, end.failure, task.now)),
      )
    }
    await writeEnd(sql, task, end)
    await recordEvents(sql, task.organization_id, subscriptions, events)
    return events
  })
}

async function writeEnd(
  sql: { query: (text: string, values: unknown[]) => Promise<unknown> },
  task: Task,
  end: TaskEnd,
): Promise<void> {
  const { patienceMs, longestPauseMs } = kinds[task.kind]
  const key = [task.organization_id, task.id]
  if (end.end === 'done') {
    await sql.query(
      `update network_task set state = 'done', done_at = now(), lease_until = null, last_error = null
       where organization_id = $1 and id = $2`,
      key,
    )
    return
  }
  if (end.end === 'repeat') {
    await sql.query(
      `update network_task set attempts = 0, lease_until = null, last_error = null, data = data || $4::jsonb,
         due_at = now() + make_interval(secs => $3) where organization_id = $1 and id = $2`,
      [...key, end.afterMs / 1000, JSON.stringify(end.data ?? {})],
    )
    return
  }
  const waitedMs = task.now.getTime() - task.created_at.getTime()
  const dead = end.end === 'dead' || (end.end === 'again' && waitedMs > patienceMs)
  const pause =
    end.end === 'channel-stopped'
      ? longestPauseMs
      : Math.max(
          backOff(task.attempts - 1, firstPauseMs, longestPauseMs),
          ('afterMs' in end && end.afterMs) || 0,
        )
  await sql.query(
    `update network_task set state = case when $4 then 'dead' else 'pending' end, lease_until = null, last_error = $5,
       due_at = now() + make_interval(secs => $3) where organization_id = $1 and id = $2`,
    [...key, pause / 1000, dead, withoutSecrets(`${end.failure.code}: ${end.failure.title}`).slice(0, 500)],
  )
}
