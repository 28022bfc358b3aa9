import type { Sql } from '../database/sql.ts'

/** Runs a step inside a savepoint, so that its failure leaves the transaction usable. */
export async function attempt<Value>(sql: Sql, step: () => Promise<Value>): Promise<Value | Error> {
  await sql.query('savepoint step')
  const result = await caught(step)
  await sql.query(result instanceof Error ? 'rollback to savepoint step' : 'release savepoint step')
  return result
}

/** What a step gave, or why it failed. */
export const caught = <Value>(step: () => Promise<Value>): Promise<Value | Error> =>
  step().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
