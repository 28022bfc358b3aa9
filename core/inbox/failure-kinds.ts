import { MetAnother } from '../contacts/met-another.ts'
import { isAway } from '../database/is-away.ts'

/** Two batches met on the same rows: a deadlock, or the same new person. Trying again is all there is to do. */
export const isMeeting = (error: unknown): boolean =>
  error instanceof MetAnother ||
  ['40001', '40P01', '23505'].includes(String((error as { code?: unknown }).code ?? ''))

/** Whether a failure may come from what is in the calls, rather than from a database that is away. */
export const isOfTheData = (error: unknown): boolean => !isAway(error)

/** How often a batch that meets another is tried before its parts are. */
export const meetings = 3
