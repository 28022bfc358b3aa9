import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import { type Actor, describeActor, type KnownActor } from './actor.ts'
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

/** A question by its name, with what it is asked. */
export type Question = { [Name in QueryName]: readonly [Name, InputOf<Queries[Name]>] }[QueryName]

/** What the questions of a list are answered with, under the same keys. */
export type Answers<Asked extends Record<string, Question>> = {
  -readonly [Key in keyof Asked]: OutputOf<Queries[Asked[Key][0]]>
}

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
  /**
   * Looks several things up in one transaction, one after the other: what is always needed together costs one way to the
   * database and back instead of many. The first one that may not or cannot be answered ends all.
   */
  askAll<const Asked extends Record<string, Question>>(actor: Actor, asked: Asked): Promise<Answers<Asked>>
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

  /** What a command or query works with in one transaction, and what it has asked for until now. */
  function begin(actor: Actor, known: KnownActor, em: SqlEntityManager, sql: Sql, now: Date) {
    const asked = {
      events: [] as NewEvent[],
      woken: new Set<Queue>(),
      history: [] as Row[],
      audits: [] as Row[],
    }
    const work: Work = {
      actor: known,
      organizationId: actor.organizationId,
      now,
      em,
      sql,
      vault: options.vault,
      channel,
      record: (event) => void asked.events.push(event),
      remember: (leadId, kind, data = {}) => void asked.history.push({ id: newId(), leadId, kind, data }),
      audit: (action, data = {}) => void asked.audits.push({ id: newId(), action, data }),
      wakes: (queue) => void asked.woken.add(queue),
    }
    return { work, asked }
  }

  async function run(actor: Actor, command: Command, input: unknown, found: unknown) {
    const { result, events, woken } = await within(actor, false, async (em, sql, now) => {
      const { work, asked } = begin(actor, await lookAt(actor, sql, false), em, sql, now)
      if (!command.allowed(work.actor)) throw new DeskError('forbidden', 'not-allowed')
      const output = await command.run(work, input, found)
      await em.flush()
      await writeHistory(sql, work, asked.history)
      await writeAudit(sql, actor.organizationId, describeActor(actor), 'done', asked.audits)
      await recordEvents(sql, actor.organizationId, subscriptions, asked.events)
      return { result: output, ...asked }
    })
    if (events.length > 0) woken.add('outbox')
    for (const queue of woken) wake.wake(queue)
    return result
  }

  const perform = (actor: Actor, name: string, command: Command, input: unknown) =>
    told(actor, name, false, async () => {
      const read = readInput(command, input)
      const found = await askFirst(actor, command, read)
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await run(actor, command, read, found)
        } catch (error) {
          if (attempt === attempts || !metAnother.has(sqlState(error))) throw error
        }
      }
    })

  /** Answers questions in one transaction; logged and counted as one, by all their names. */
  const look = (actor: Actor, questions: (readonly [name: string, input: unknown])[]) =>
    told(actor, questions.map(([name]) => name).join('+'), true, async () => {
      const ready = questions.map(([name, input]) => {
        const query = queries[name as QueryName] as unknown as Command
        return { query, input: readInput(query, input) }
      })
      return within(actor, true, async (em, sql, now) => {
        const { work } = begin(actor, await lookAt(actor, sql, true), em, sql, now)
        const answers: unknown[] = []
        for (const { query, input } of ready) {
          if (!query.allowed(work.actor)) throw new DeskError('forbidden', 'not-allowed')
          answers.push(await query.run(work, input, undefined))
        }
        return answers
      })
    })

  /** Does something under its name: whatever becomes of it is logged and counted, and what was refused is written down. */
  async function told<Result>(actor: Actor, name: string, readOnly: boolean, work: () => Promise<Result>) {
    const began = performance.now()
    let outcome = 'done'
    try {
      return await work()
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
    error.isTraced = true
  }

  return {
    perform: (actor, name, input) =>
      perform(actor, name, commands[name] as unknown as Command, input) as never,
    ask: async (actor, name, input) => (await look(actor, [[name, input]]))[0] as never,
    async askAll(actor, asked) {
      const answers = await look(actor, Object.values(asked))
      return Object.fromEntries(Object.keys(asked).map((key, index) => [key, answers[index]])) as never
    },
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

function sqlState(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '')
}
