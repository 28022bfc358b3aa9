import { MetAnother } from '../contacts/met-another.ts'
import { isAway } from '../database/is-away.ts'

/**
 * Two batches met on the same rows: a deadlock, or the same new person. Trying again is all there is to do; where that
 * does not help, a row that is there already was no meeting, but what the item itself says.
 */
export const isMeeting = (error: unknown): boolean => isDeadlock(error) || isThere(error)

/** A row that another batch stored, or is just storing, is seen by the next try, also in the same transaction. */
export const isThere = (error: unknown): boolean => error instanceof MetAnother || codeOf(error) === '23505'

const isDeadlock = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/** Whether a failure may come from what is in the calls, rather than from a database that is away. */
export const isOfTheData = (error: unknown): boolean => !isAway(error)

/** How often a batch that meets another is tried before its parts are. */
export const meetings = 3
