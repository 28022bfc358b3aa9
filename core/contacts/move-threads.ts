import type { Sql } from '../database/sql.ts'

/** Everything that hangs on a thread, whoever the contact is that it belongs to at the time. */
const tables = ['contact_identity', 'conversation', 'contact_preference', 'contact_reachability']

/**
 * Gives threads of one contact to another, with all that came in on them.
 *
 * @param threads those that move; all of the contact's when absent
 * @returns the threads that moved
 */
export async function moveThreads(
  sql: Sql,
  organizationId: string,
  from: string,
  to: string,
  threads?: string[],
): Promise<string[]> {
  const moved = new Set<string>()
  for (const table of tables) {
    const rows = await sql.query<{ thread_id: string }>(
      `update ${table} set contact_id = $3 where organization_id = $1 and contact_id = $2
         and ($4::uuid[] is null or thread_id = any($4)) returning thread_id`,
      [organizationId, from, to, threads ?? null],
    )
    for (const row of rows) moved.add(row.thread_id)
  }
  return [...moved]
}
