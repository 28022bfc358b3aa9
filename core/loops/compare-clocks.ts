import type { Database } from '../database/sql.ts'
import { followClock } from '../new-id.ts'

export interface SharedClock {
  [column: string]: unknown
  /** The database's time, in milliseconds since 1970. */
  clock: number
}

/** SQL: the time of the clock that all processes share. */
export const sharedClock = `extract(epoch from clock_timestamp())::float8 * 1000 as clock`

/** Compares this process's clock with the shared one, as an answer told it that was asked for at `began`. */
export function compareClocks(began: number, { clock }: SharedClock): void {
  const ended = Date.now()
  followClock(clock - (began + ended) / 2, ended - began)
}

/** Looks at the shared clock once, before anything is given an id. */
export async function readSharedClock(database: Database): Promise<void> {
  const began = Date.now()
  const [row] = await database.query<SharedClock>(`select ${sharedClock}`)
  if (row) compareClocks(began, row)
}
