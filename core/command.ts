import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import type { KnownActor } from './actor.ts'
import type { ChannelPort } from './channels/channel-port.ts'
import type { Sql } from './database/sql.ts'
import type { NewEvent } from './events.ts'
import type { Queue } from './loops/wake.ts'
import type { Policy } from './policy.ts'
import type { Vault } from './secrets/vault.ts'

/** What a command or query works with: one transaction, whose rows are those of the actor's organization only. */
export interface Work {
  actor: KnownActor
  organizationId: string
  /** The time of the transaction, by the database's clock. */
  now: Date
  em: SqlEntityManager
  /** The same transaction in plain SQL, with bound parameters. */
  sql: Sql
  vault: Vault
  channel(network: string): ChannelPort | undefined
  /** Records a domain event with the transaction. */
  record(event: NewEvent): void
  /** Adds a line to the lead's history. */
  remember(leadId: string, kind: string, data?: Record<string, unknown>): void
  /** Adds a line to the audit of who did what. */
  audit(action: string, data?: Record<string, unknown>): void
  /** After the commit, wakes the worker of a queue that this command has added to. */
  wakes(queue: Queue): void
}

/** What a command works with before its transaction begins. */
export interface Ground {
  actor: KnownActor
  organizationId: string
  vault: Vault
  channel(network: string): ChannelPort | undefined
  /** A short transaction of its own that only looks. */
  look<Result>(read: (sql: Sql) => Promise<Result>): Promise<Result>
}

export interface Command<Input extends z.ZodType = z.ZodType, Output = unknown, Found = unknown> {
  input: Input
  /** Who may call it at all; finer rules are asked inside `run`, once the rows are known. */
  allowed: Policy
  /**
   * Asks a network, which takes as long as it takes, so that no transaction waits for it; only for an actor who is
   * allowed. What it finds out is given to `run`, where the actor is authorised again.
   */
  before?(ground: Ground, input: z.output<Input>): Promise<Found>
  run(work: Work, input: z.output<Input>, found: Found): Promise<Output>
}

/**
 * A command changes things: named in the imperative, safe to hear twice.
 * A query looks, has the same shape, and runs in a read-only transaction.
 */
export const defineCommand = <Input extends z.ZodType, Output, Found = void>(
  command: Command<Input, Output, Found>,
) => command
export const defineQuery = <Input extends z.ZodType, Output>(query: Command<Input, Output, void>) => query
