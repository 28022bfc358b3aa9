import type { Sql } from '../database/sql.ts'

/**
 * Claims from the inbox along its index of what waits, whatever PostgreSQL believes of the table. A queue's statistics are
 * hardly ever true: one that takes the inbox for empty would gather a whole backlog and sort it, with the bodies, for each
 * batch; one that takes all of it for waiting would walk through the table by its primary key until calls of a source come.
 * Either way a desk would fall behind the more the longer its backlog is.
 *
 * The claim has to name its source by `ofSource` and to end with `order by source, id`: only that index is in this order.
 */
export async function readInOrder<Result>(sql: Sql, claim: () => Promise<Result>): Promise<Result> {
  await sql.query('set local enable_sort = off; set local enable_incremental_sort = off')
  const result = await claim()
  await sql.query('set local enable_sort = on; set local enable_incremental_sort = on')
  return result
}

/** SQL: a range of one, since an order by something that is equal for all rows is an order by nothing to PostgreSQL. */
export const ofSource = (source: string): string => `source between ${source} and ${source}`
