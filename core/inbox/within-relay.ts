import type { Sql } from '../database/sql.ts'

/**
 * Lets a step of a command look at the queues of all organizations, beside its own rows; what comes after it may not
 * any more.
 */
export async function withinRelay<Result>(sql: Sql, step: () => Promise<Result>): Promise<Result> {
  await sql.query(`select set_config('parley.scope', 'relay', true)`)
  try {
    return await step()
  } finally {
    await sql.query(`select set_config('parley.scope', '', true)`)
  }
}
