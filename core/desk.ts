import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import type { Actor, KnownActor } from './actor.ts'
import { writeAudit, writeHistory } from './audit/write-trail.ts'
import type { ChannelPort } from './channels/channel-port.ts'
import type { Command, Ground, Work } from './command.ts'
import { commands } from './commands.ts'
import type { Orm } from './database/open-orm.ts'
import { enterScope, type Row, type Sql } from './database/sql.ts'
import { transactionSql } from './database/transaction-sql.ts'
import { DeskError } from './errors.ts'
import type { NewEvent } from './events.ts'
import type { Logger } from './log.ts'
import type { Queue, Wake } from './loops/wake.ts'
import { newId } from './new-id.ts'
import { recordEvents, type Subscriptions } from './outbox/record-events.ts'
import { queries } from './queries.ts'
import type { Vault } from './secrets/vault.ts'
import { readKnownMember } from './team/read-known-member.ts'

type Commands = typeof commands
type Queries = typeof queries
export type CommandName = keyof Commands
export type QueryName = keyof Queries
export type InputOf<C> = C extends Command<infer Input, infer _Output, infer _Found> ? z.input<Input> : never
export type OutputOf<C> = C extends Command<infer _Input, infer Output, infer _Found> ? Output : never

/** The one door into core. */
export interface Desk {
  /**
   * Changes something: one transaction and one log line.
   *
   * @throws DeskError when it may not or cannot be done; anything else is a bug or a lost database
   */
  perform<Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: InputOf<Commands[Name]>,
  ): Promise<OutputOf<Commands[Name]>>
  /** Looks something up, in a read-only transaction. Plain data comes back. */
  ask<Name extends QueryName>(
    actor: Actor,
    name: Name,
    input: InputOf<Queries[Name]>,
  ): Promise<OutputOf<Queries[Name]>>
}

export interface DeskOptions {
  orm: Orm
  vault: Vault
  wake: Wake
  log: Logger
  subscriptions: Subscriptions
  channels: readonly ChannelPort[]
  /** Told of each call: for metrics. */
  onCall?: (name: string, outcome: string, ms: number) => void
}

/** PostgreSQL's words for two transactions that met: trying again is all there is to do. */
const metAnother = new Set(['40001', '40P01'])
const attempts = 3

/** Creates the door. */
export function createDesk(options: DeskOptions): Desk {
  const { orm, wake, log, subscriptions, onCall } = options

  const channel = (network: string) => options.channels.find((port) => port.network === network)

  /** The ORM's transaction, in which only the actor's rows can be touched; with the database's time. */
  const within = <Result>(
    actor: Actor,
    readOnly: boolean,
    work: (em: SqlEntityManager, sql: Sql, now: Date) => Promise<Result>,
  ): Promise<Result> =>
    orm.em.fork().transactional(
      async (em) => {
        const sql = transactionSql(em)
        return work(em, sql, await enter(sql, actor))
      },
      { readOnly },
    )

  async function askFirst(actor: Actor, command: Command, input: unknown): Promise<unknown> {
    if (!command.before) return undefined
    const look = <Result>(read: (sql: Sql) => Promise<Result>) => within(actor, true, (_em, sql) => read(sql))
    const known = await look((sql) => lookAt(actor, sql, true))
    if (!command.allowed(known)) throw new DeskError('forbidden', 'not-allowed')
    const { organizationId } = actor
    const ground: Ground = { actor: known, organizationId, vault: options.vault, channel, look }
    return command.before(ground, input)
  }

  async function run(actor: Actor, command: Command, input: unknown, found: unknown, readOnly: boolean) {
    const events: NewEvent[] = []
    const woken = new Set<Queue>()
    const result = await within(actor, readOnly, async (em, sql, now) => {
      const known = await lookAt(actor, sql, readOnly)
      const history: Row[] = []
      const audits: Row[] = []
      const work: Work = {
        actor: known,
        organizationId: actor.organizationId,
        now,
        em,
        sql,
        vault: options.vault,
        channel,
        record: (event) => void events.push(event),
        remember: (leadId, kind, data = {}) => void history.push({ id: newId(), leadId, kind, data }),
        audit: (action, data = {}) => void audits.push({ id: newId(), action, data }),
        wakes: (queue) => void woken.add(queue),
      }
      if (!command.allowed(known)) throw new DeskError('forbidden', 'not-allowed')
      const output = await command.run(work, input, found)
      if (readOnly) return output
      await em.flush()
      await writeHistory(sql, work, history)
      await writeAudit(sql, actor.organizationId, describeActor(actor), 'done', audits)
      await recordEvents(sql, actor.organizationId, subscriptions, events)
      return output
    })
    if (events.length > 0) woken.add('outbox')
    for (const queue of woken) wake.wake(queue)
    return result
  }

  async function call(actor: Actor, name: string, command: Command, input: unknown, readOnly: boolean) {
    const began = performance.now()
    let outcome = 'done'
    try {
      const read = readInput(command, input)
      const found = await askFirst(actor, command, read)
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await run(actor, command, read, found, readOnly)
        } catch (error) {
          if (attempt === attempts || !metAnother.has(sqlState(error))) throw error
        }
      }
    } catch (error) {
      outcome = error instanceof DeskError ? error.code : 'error'
      if (error instanceof DeskError) {
        await auditRefusal(actor, name, error).catch((failure: unknown) =>
          log.warn({ err: failure, perform: name }, 'a refusal could not be written into the audit'),
        )
      }
      throw error
    } finally {
      const ms = Math.round((performance.now() - began) * 10) / 10
      onCall?.(name, outcome, ms)
      log[outcome === 'error' ? 'warn' : readOnly ? 'debug' : 'info'](
        { perform: name, actor: describeActor(actor), organization: actor.organizationId, ms, outcome },
        name,
      )
    }
  }

  /** What was refused is written down apart from the transaction that it ended: a probe leaves a trace. */
  async function auditRefusal(actor: Actor, name: string, error: DeskError) {
    if (error.kind !== 'forbidden' && error.kind !== 'not-found') return
    if (actor.kind === 'system' || actor.organizationId === '') return
    const line = { id: newId(), action: name, data: { code: error.code } }
    await within(actor, false, (_em, sql) =>
      writeAudit(sql, actor.organizationId, describeActor(actor), 'refused', [line]),
    )
  }

  return {
    perform: (actor, name, input) =>
      call(actor, name, commands[name] as unknown as Command, input, false) as never,
    ask: (actor, name, input) => call(actor, name, queries[name] as unknown as Command, input, true) as never,
  }
}

function readInput(command: Command, input: unknown): unknown {
  const parsed = command.input.safeParse(input)
  if (parsed.success) return parsed.data
  // An edge passed what the command does not take: a bug of ours, or an attack; either way nothing is done.
  const issue = parsed.error.issues[0]
  throw new DeskError('invalid', 'bad-input', { field: issue?.path.join('.') ?? '' })
}

/** Says whose rows the transaction may touch from here on, and gives the database's time. */
async function enter(sql: Sql, actor: Actor): Promise<Date> {
  const person = actor.kind === 'person' ? String(actor.person.telegramUserId) : ''
  const [row] = await sql.query<{ now: Date }>(`${enterScope}, now() as now`, [
    actor.organizationId,
    '',
    person,
  ])
  if (!row) throw new Error('PostgreSQL did not tell its time.')
  return row.now
}

/** Reads a member again, whatever the edge knew of him. */
async function lookAt(actor: Actor, sql: Sql, readOnly: boolean): Promise<KnownActor> {
  if (actor.kind !== 'member') return actor
  const member = await readKnownMember(sql, actor.organizationId, actor.memberId, { lock: !readOnly })
  if (!member) throw new DeskError('forbidden', 'not-a-member')
  return member
}

/** Who it was, for the log and the audit: ids only. */
function describeActor(actor: Actor): string {
  if (actor.kind === 'member') return `member:${actor.memberId}`
  if (actor.kind === 'person') return `person:${actor.person.telegramUserId}`
  return `system:${actor.name}`
}

function sqlState(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '')
}
