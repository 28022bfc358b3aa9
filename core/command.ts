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

export interface Command<Input extends z.ZodType = z.ZodType, Output = unknown> {
  input: Input
  /** Who may call it at all; finer rules are asked inside `run`, once the rows are known. */
  allowed: Policy
  run(work: Work, input: z.output<Input>): Promise<Output>
}

/**
 * A command changes things: named in the imperative, safe to hear twice.
 * A query looks, has the same shape, and runs in a read-only transaction.
 */
export const defineCommand = <Input extends z.ZodType, Output>(command: Command<Input, Output>) => command
export const defineQuery = <Input extends z.ZodType, Output>(query: Command<Input, Output>) => query
